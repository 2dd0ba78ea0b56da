// Change a drawn Plotly chart in place. Streamlit replaces a chart whose figure changed, which shows an empty plot for
// several frames; Plotly itself can move what moves. `change` is a Plotly frame: data, traces, layout; with `frames`
// when the hand rests.
const AT_ONCE = { mode: 'immediate', frame: { duration: 0, redraw: false }, transition: { duration: 0 } };

function chartOf(key) {
  return document.querySelector(`.st-key-${key} .js-plotly-plot`);
}

// A new range makes Plotly draw the whole chart twice, so only axes that differ are named.
function newRanges(chart, layout) {
  const differs = ([axis, { range }]) => range.some((end, i) => end !== chart._fullLayout[axis].range[i]);
  return Object.fromEntries(Object.entries(layout).filter(differs));
}

// Returns false where it cannot draw, so that Python sends the whole figure instead.
function draw(key, change) {
  const chart = chartOf(key);
  if (!chart?._fullLayout) return true; // not drawn yet: its own figure is as new as this change
  if (!window.Plotly?.animate) return false;
  chart.dispatchEvent(new CustomEvent('beforechange'));
  const { data, traces, layout, frames, alt } = change;
  chart.closest('.stPlotlyChart')?.setAttribute('aria-label', alt);
  chart.newest = change;
  window.Plotly.animate(chart, { data, traces, layout: newRanges(chart, layout) }, AT_ONCE)
    .catch(() => {}) // a newer change may cut it short
    .then(() => {
      if (!frames || chart.newest !== change) return;
      window.Plotly.addFrames(chart, frames); // a frame replaces the one of its name; others are never asked for
      chart.dispatchEvent(new Event('newframes'));
    });
  return true;
}
