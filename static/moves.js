// How one trace of a drawn Plotly chart is moved on the screen, without Plotly.
const SIGNS = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

// A text of a picture, which Python writes for Plotly, as it is read.
export const plain = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => SIGNS[entity]);

// Where the points of a trace are, in pixels of its panel; null for a gap.
export function pixelsOf(chart, trace, { x, y }) {
  const axis = (name) => chart._fullLayout[`${name[0]}axis${name.slice(1)}`];
  const [across, up] = [axis(trace.xaxis), axis(trace.yaxis)];
  const place = (value, i) => (value === null || y[i] === null ? null : [across.d2p(value), up.d2p(y[i])]);
  return Array.from(x, place);
}

// A line as Plotly writes it: a path for each part between its gaps.
export function pathsOf(places) {
  const paths = [];
  let goesOn = false;
  for (const place of places) {
    if (place && !goesOn) paths.push('M');
    if (place) paths.push(`${goesOn ? `${paths.pop()}L` : paths.pop()}${place.map((part) => Number(part.toFixed(2)))}`);
    goesOn = Boolean(place);
  }
  return paths;
}

function moveOfLine(shown, places) {
  const [lines, paths] = [[...(shown?.querySelectorAll('path.js-line') ?? [])], pathsOf(places)];
  if (lines.length !== paths.length) return null;
  return () => lines.forEach((line, i) => line.setAttribute('d', paths[i]));
}

// What a pointer reads beside a mark is moved as well.
function moveOfMarks(shown, places, points, text) {
  const marks = [...(shown?.querySelectorAll('.point') ?? [])];
  const visible = places.filter(Boolean);
  if (marks.length !== visible.length) return null;
  return () => {
    marks.forEach((mark, i) => mark.setAttribute('transform', `translate(${visible[i]})`));
    if (text) points.forEach((mark, i) => { mark.tx = text[i]; });
  };
}

// Words stay where they are and say something else.
function moveOfWords(shown, trace, { x, y, text }) {
  const stay = x.every((value, i) => value === trace.x[i] && y[i] === trace.y[i]);
  const places = [...(shown?.querySelectorAll('.textpoint text') ?? [])];
  const texts = text.filter((_, i) => x[i] !== null && text[i]).map(plain);
  if (!stay || places.length !== texts.length) return null;
  return () => places.forEach((place, i) => { if (place.textContent !== texts[i]) place.textContent = texts[i]; });
}

// How to move one trace on the screen; null for what only Plotly can draw.
export function moveOf(chart, trace, change) {
  if (trace?.type !== 'scatter' || trace.fill !== 'none') return null;
  const shown = chart.querySelector(`.trace${trace.uid}`);
  if (trace.mode === 'text') return moveOfWords(shown, trace, change);
  const places = pixelsOf(chart, trace, change);
  if (!places.flat().every((part) => part === null || Number.isFinite(part))) return null;
  if (trace.mode === 'lines') return moveOfLine(shown, places);
  return trace.mode === 'markers' ? moveOfMarks(shown, places, chart.calcdata?.[trace.index] ?? [], change.text) : null;
}
