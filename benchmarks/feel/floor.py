"""The floor: a slider that is live while it is dragged, a small chart, and nothing else. No Streamlit app does less."""

import streamlit as st

REPORT = """
export default function ({ setStateValue }) {
  const stop = new AbortController();
  let pressed = false;
  const press = (down) => () => { pressed = down; if (!down) setStateValue('weight', null); };
  addEventListener('pointerdown', press(true), { capture: true, signal: stop.signal });
  addEventListener('pointerup', press(false), { capture: true, signal: stop.signal });
  const watch = new MutationObserver((changes) => {
    const slider = pressed && changes.find(({ target }) => target.type === 'range')?.target;
    if (slider) setStateValue('weight', Number(slider.value));
  });
  watch.observe(document.body, { subtree: true, attributeFilter: ['value', 'aria-valuetext'] });
  return () => { stop.abort(); watch.disconnect(); };
}
"""
report = st.components.v2.component("floor_report", js=REPORT)


@st.fragment
def floor() -> None:
    at_rest = st.slider("weight", -5.0, 5.0, 1.0, 0.1, key="weight")
    dragged = report(key="report", on_weight_change=lambda: None).weight
    weight = at_rest if dragged is None else dragged
    points = {"type": "scatter", "mode": "markers", "x": [-3, -2, -1, 0, 1, 2, 3], "y": [-5, -3, -2, 1, 2, 4, 5]}
    line = {"type": "scatter", "mode": "lines", "x": [-3, 3], "y": [-3 * weight, 3 * weight]}
    axes = {"xaxis": {"range": [-4, 4]}, "yaxis": {"range": [-16, 16]}}
    st.plotly_chart({"data": [points, line], "layout": axes}, key="training")


st.set_page_config(layout="wide")
floor()
