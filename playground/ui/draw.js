// Change a drawn Plotly chart in place. Streamlit replaces a chart whose figure changed, which shows an empty plot for
// several frames; Plotly itself can move what moves. `change` is a Plotly frame: data, traces, layout; with `frames`
// when the hand rests.
const AT_ONCE = { mode: 'immediate', frame: { duration: 0, redraw: false }, transition: { duration: 0 } };
const RESTS_AFTER_MS = 250;

function chartOf(key) {
  return document.querySelector(`.st-key-${key} .js-plotly-plot`);
}

// A new range makes Plotly draw the whole chart twice, so only axes that differ are named.
function newRanges(chart, layout) {
  const differs = ([axis, { range }]) => range.some((end, i) => end !== chart._fullLayout[axis].range[i]);
  return Object.fromEntries(Object.entries(layout).filter(differs));
}

// How to move one trace's line or marks on the screen; null for what only Plotly can draw.
function moveOf(chart, trace, { x, y, text }) {
  if (trace?.type !== 'scatter' || trace.fill !== 'none' || text) return null;
  const axis = (name) => chart._fullLayout[`${name[0]}axis${name.slice(1)}`];
  const [across, up] = [axis(trace.xaxis), axis(trace.yaxis)];
  const places = x.map((value, i) => [across.d2p(value), up.d2p(y[i])]);
  const shown = chart.querySelector(`.trace${trace.uid}`);
  if (trace.mode === 'lines') {
    const path = shown?.querySelector('path.js-line');
    if (!path || !places.flat().every(Number.isFinite)) return null;
    return () => path.setAttribute('d', `M${places.map((place) => place.map((part) => part.toFixed(2))).join('L')}`);
  }
  const marks = trace.mode === 'markers' ? [...(shown?.querySelectorAll('.point') ?? [])] : [];
  if (!marks.length || marks.length !== places.length || !places.flat().every(Number.isFinite)) return null;
  return () => marks.forEach((mark, i) => mark.setAttribute('transform', `translate(${places[i]})`));
}

// Plotly takes some 20 ms to move a line, most of it not for the line. So lines and marks are moved here while the
// hand moves, and Plotly is told when it rests. Returns false where that cannot be done.
function moveOnScreen(chart, { data, traces, layout }) {
  if (Object.keys(newRanges(chart, layout)).length) return false;
  const moves = traces.map((position, i) => moveOf(chart, chart._fullData[position], data[i]));
  if (moves.includes(null)) return false;
  moves.forEach((move) => move());
  return true;
}

function tellPlotly(chart) {
  if (!chart._fullLayout) return; // the page was left meanwhile
  const change = chart.newest;
  const { data, traces, layout, frames } = change;
  window.Plotly.animate(chart, { data, traces, layout: newRanges(chart, layout) }, AT_ONCE)
    .catch(() => {}) // a newer change may cut it short
    .then(() => {
      if (!frames || chart.newest !== change) return;
      window.Plotly.addFrames(chart, frames); // a frame replaces the one of its name; others are never asked for
      chart.dispatchEvent(new Event('newframes'));
    });
}

// Returns false where it cannot draw, so that Python sends the whole figure instead.
function draw(key, change) {
  const chart = chartOf(key);
  if (!chart?._fullLayout) return true; // not drawn yet: its own figure is as new as this change
  if (!window.Plotly?.animate) return false;
  const still = chart.dispatchEvent(new Event('beforechange', { cancelable: true })); // false: it was playing
  chart.closest('.stPlotlyChart')?.setAttribute('aria-label', change.alt);
  chart.newest = change;
  clearTimeout(chart.rests);
  if (still && moveOnScreen(chart, change)) chart.rests = setTimeout(tellPlotly, RESTS_AFTER_MS, chart);
  else tellPlotly(chart);
  return true;
}
