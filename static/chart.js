// Change a drawn Plotly chart in place. Streamlit replaces a chart whose figure changed, which shows an empty plot for
// several frames; Plotly itself can move what moves.
import { moveOf, pixelsOf } from './moves.js';
import { mergedTraces } from './strips.js';

const AT_ONCE = { mode: 'immediate', frame: { duration: 0, redraw: false }, transition: { duration: 0 } };
const RESTS_AFTER_MS = 250;
const AXIS_PARTS = ['range', 'type', 'title', 'dtick'];

const drawnAs = new WeakMap(); // chart -> what it was drawn with, of whatever was changed since

// Streamlit keeps an old chart beside the new one until that is drawn.
export function chartOf(key) {
  const chart = document.querySelector(`.st-key-${key}:not([data-retained]) .js-plotly-plot`);
  return chart?._fullLayout ? chart : null;
}

function kindOf(axis) {
  const kind = { range: axis.range, type: axis.type, title: axis.title?.text, dtick: axis.dtick };
  return Object.fromEntries(AXIS_PARTS.filter((part) => kind[part] !== undefined).map((part) => [part, kind[part]]));
}

// The change with everything in it that an earlier change left different from what was drawn.
function whole(chart, change) {
  const drawn = drawnAs.get(chart) ?? { traces: {}, axes: {} };
  for (const i of Object.keys(change.traces)) {
    const { x, y, text } = chart.data[i];
    drawn.traces[i] ??= text === undefined ? { x, y } : { x, y, text };
  }
  for (const name of Object.keys(change.axes)) drawn.axes[name] ??= kindOf(chart.layout[name]);
  drawnAs.set(chart, drawn);
  return { traces: mergedTraces(drawn.traces, change.traces), axes: { ...drawn.axes, ...change.axes } };
}

// A new range makes Plotly draw the whole chart twice, so only axes that differ are named.
function newRanges(chart, axes) {
  const differs = ([axis, { range }]) => range.some((end, i) => end !== chart._fullLayout[axis].range[i]);
  return Object.fromEntries(Object.entries(axes).filter(differs).map(([axis, { range }]) => [axis, { range }]));
}

// Another type of axis, title or distance of ticks is more than a frame can carry; empty if there is none.
function newKinds(chart, axes) {
  const kinds = {};
  for (const [axis, { range, type = 'linear', title = '', dtick = null }] of Object.entries(axes)) {
    const drawn = chart.layout[axis];
    const parts = {
      type: [type, drawn.type ?? 'linear'],
      'title.text': [title, drawn.title?.text ?? ''],
      dtick: [dtick, drawn.dtick ?? null],
    };
    // Only what differs: a type that is named, be it the same, makes Plotly choose the range.
    const named = Object.entries(parts).filter(([, [wanted, now]]) => wanted !== now);
    for (const [part, [wanted]] of named) kinds[`${axis}.${part}`] = wanted;
    if (named.length) kinds[`${axis}.range`] = range;
  }
  return kinds;
}

const keepsAxes = (chart, axes) => !Object.keys({ ...newRanges(chart, axes), ...newKinds(chart, axes) }).length;

// Plotly takes some 20 ms to move a line, most of it not for the line. So lines and marks are moved here, and Plotly is
// told when all rests. Returns false where that cannot be done.
function moveOnScreen(chart, { traces, axes }) {
  if (!keepsAxes(chart, axes)) return false;
  const moves = Object.entries(traces).map(([i, trace]) => moveOf(chart, chart._fullData[i], trace));
  if (moves.includes(null)) return false;
  moves.forEach((move) => move());
  return true;
}

function redraw(chart, { traces, axes }) {
  const kinds = newKinds(chart, axes);
  const ofLines = chart._fullData.every(({ type }) => type === 'scatter');
  if (ofLines && !Object.keys(kinds).length) {
    // Plotly takes away what stands beside the named traces in a panel, and puts them on top: so all are named.
    const all = chart._fullData.map((_, position) => position);
    const data = all.map((position) => traces[position] ?? {});
    return window.Plotly.animate(chart, { data, traces: all, layout: newRanges(chart, axes) }, AT_ONCE);
  }
  // A frame would take away what is no line, such as a landscape.
  for (const [axis, { range }] of Object.entries(newRanges(chart, axes))) kinds[`${axis}.range`] = range;
  const moved = Object.values(traces);
  const parts = ['x', 'y', 'text'].filter((part) => moved.some((trace) => part in trace));
  const columns = Object.fromEntries(parts.map((part) => [part, moved.map((trace) => trace[part])]));
  return window.Plotly.update(chart, columns, kinds, Object.keys(traces).map(Number));
}

function updatePlotly(chart) {
  redraw(chart, chart.newest).catch(() => {}); // a newer change may cut it short
}

// Whether Plotly has the same as was last shown: what moved on the screen it does not know yet, and Streamlit, which
// draws a new chart a second time, takes back what was told in between.
function plotlyHas(chart) {
  const { traces, axes } = chart.newest;
  const isSame = ([i, trace]) => Object.keys(trace).every((part) => chart.data[i][part] === trace[part]);
  return Object.entries(traces).every(isSame) && keepsAxes(chart, axes);
}

function rest(chart) {
  if (chart._fullLayout && !plotlyHas(chart)) updatePlotly(chart); // else the page was left meanwhile
}

// The trace with that name, and what of it is on the screen now.
function traceNow(chart, name) {
  const position = chart._fullData.findIndex((each) => each.name === name);
  const trace = chart._fullData[position];
  return { trace, now: trace && { x: trace.x, y: trace.y, text: trace.text, ...chart.newest?.traces[position] } };
}

// What its points say now.
export const textsOf = (chart, name) => traceNow(chart, name).now?.text ?? [];

// Where its points are now, in pixels of the whole chart.
export function placesOf(chart, name) {
  const { trace, now } = traceNow(chart, name);
  if (!trace) return [];
  const { _offset: left } = chart._fullLayout[`xaxis${trace.xaxis.slice(1)}`];
  const { _offset: top } = chart._fullLayout[`yaxis${trace.yaxis.slice(1)}`];
  return pixelsOf(chart, trace, now).map((place) => place && [left + place[0], top + place[1]]);
}

// From the upper left corner of a place to that of the chart, in pixels.
export function offsetOf(chart, place) {
  const [origin, box] = [chart.getBoundingClientRect(), place.getBoundingClientRect()];
  return [origin.left - box.left, origin.top - box.top];
}

export const canDraw = () => Boolean(window.Plotly?.animate);

// Show a change of what was drawn: of the figure with that name. Returns false while another one is there, or none.
export function drawChange(key, name, change) {
  const chart = chartOf(key);
  if (!chart || chart.layout.meta !== name || !canDraw()) return false;
  if (change.alt) chart.closest('.stPlotlyChart')?.setAttribute('aria-label', change.alt);
  const wanted = whole(chart, change);
  if (!Object.keys(wanted.traces).length && !Object.keys(wanted.axes).length) return true;
  chart.newest = wanted;
  clearTimeout(chart.rests);
  if (!moveOnScreen(chart, wanted)) updatePlotly(chart);
  chart.rests = setTimeout(rest, RESTS_AFTER_MS, chart);
  return true;
}
