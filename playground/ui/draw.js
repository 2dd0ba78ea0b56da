// Change a drawn Plotly chart in place. Streamlit replaces a chart whose figure changed, which shows an empty plot for
// several frames; Plotly itself can move what moves. `change` is a Plotly frame: data, traces, layout; with `frames`,
// and the name of the run they are of, when the hand rests.
const AT_ONCE = { mode: 'immediate', frame: { duration: 0, redraw: false }, transition: { duration: 0 } };
const RESTS_AFTER_MS = 250;

// The newest change that has arrived from `live`. The player reports it, so that Python knows of one that was lost.
const arrived = { stamp: null };

// Streamlit keeps an old chart beside the new one until that is drawn.
function chartOf(key) {
  return document.querySelector(`.st-key-${key}:not([data-retained]) .js-plotly-plot`);
}

// A new range makes Plotly draw the whole chart twice, so only axes that differ are named.
function newRanges(chart, layout) {
  const differs = ([axis, { range }]) => range.some((end, i) => end !== chart._fullLayout[axis].range[i]);
  const named = ([axis, { range }]) => [axis, { range }];
  return Object.fromEntries(Object.entries(layout).filter(differs).map(named));
}

// Another type of axis, title or distance of ticks is more than a frame can carry; empty if there is none. So is a
// trace that is no line, such as a landscape: Plotly takes it away.
function newKinds(chart, layout) {
  const kinds = {};
  for (const [axis, { range, type = 'linear', title = '', dtick = null }] of Object.entries(layout)) {
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
  if (Object.keys({ ...newRanges(chart, layout), ...newKinds(chart, layout) }).length) return false;
  const moves = traces.map((position, i) => moveOf(chart, chart._fullData[position], data[i]));
  if (moves.includes(null)) return false;
  moves.forEach((move) => move());
  return true;
}

function redraw(chart, { data, traces, layout }) {
  const kinds = newKinds(chart, layout);
  const ofLines = chart._fullData.every(({ type }) => type === 'scatter');
  if (ofLines && !Object.keys(kinds).length) {
    // Plotly takes away what stands beside the named traces in a panel, and puts them on top: so all are named.
    const all = chart._fullData.map((_, position) => position);
    const moved = all.map((position) => data[traces.indexOf(position)] ?? {});
    return window.Plotly.animate(chart, { data: moved, traces: all, layout: newRanges(chart, layout) }, AT_ONCE);
  }
  for (const [axis, { range }] of Object.entries(newRanges(chart, layout))) kinds[`${axis}.range`] = range;
  const parts = ['x', 'y', 'text'].filter((part) => data.some((trace) => part in trace));
  const columns = Object.fromEntries(parts.map((part) => [part, data.map((trace) => trace[part])]));
  return window.Plotly.update(chart, columns, kinds, traces);
}

function tellPlotly(chart) {
  if (!chart._fullLayout) return; // the page was left meanwhile
  const change = chart.newest;
  redraw(chart, change)
    .catch(() => {}) // a newer change may cut it short
    .then(() => {
      if (!change.frames || chart.newest !== change) return;
      window.Plotly.addFrames(chart, change.frames); // a frame replaces the one of its name; others are never asked for
      chart.framesOf = change.run;
      chart.dispatchEvent(new Event('newframes'));
    });
}

// Returns false where it cannot draw, so that Python sends the whole figure instead.
function draw(key, change) {
  const chart = chartOf(key);
  if (!chart?._fullLayout) return true; // not drawn yet: its own figure is as new as this change
  if (!window.Plotly?.animate) return false;
  describe(chart, change.alt);
  if (!change.traces.length && !Object.keys(change.layout).length && !change.frames) return true;
  const still = chart.dispatchEvent(new Event('beforechange', { cancelable: true })); // false: it was playing
  chart.newest = change;
  clearTimeout(chart.rests);
  if (still && moveOnScreen(chart, change)) chart.rests = setTimeout(tellPlotly, RESTS_AFTER_MS, chart);
  else tellPlotly(chart);
  return true;
}

// The text alternative: what the chart shows now.
function describe(chart, alt) {
  chart.closest('.stPlotlyChart')?.setAttribute('aria-label', alt);
}
