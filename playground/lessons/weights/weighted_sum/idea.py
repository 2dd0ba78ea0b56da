"""The weighted sum: a neuron drawn with one to five real features."""

import streamlit as st

from playground.data.tables import TABLES, Table, table
from playground.lessons.weights.weighted_sum import text as words
from playground.lessons.weights.weighted_sum.model import CLOSE, WeightedSum, next_move, reaches
from playground.lessons.weights.weighted_sum.picture import LARGEST_WEIGHT, neuron_picture
from playground.ui import link
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

MOST_INPUTS = 5
STEP = 0.05
"""Of every slider."""
STARTS = (0.8, 0.4, -0.4, 0.6, -0.2)
"""The weights the visitor finds."""
QUESTION = Question(
    "guess_sum",
    "You double one weight of a neuron with three inputs. What doubles for certain?",
    ("its product", "the output", "both"),
    answer="its product",
    why="Each weight meets its own feature only, so doubling it doubles that product and no other. The output is the "
    "sum of all products and the bias.",
)


def weighted_sum(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, right = st.columns([1.3, 4], gap="medium")
    with left, st.container(gap=None):
        rows, n_inputs, row = _which_row()
        weights, bias = _weights(rows, n_inputs)
    x, target = rows.X_standard[row, :n_inputs].tolist(), float(rows.y_standard[row])
    seen = WeightedSum(x, weights, bias)
    output = seen.output
    picture = neuron_picture(_titles(rows, row, n_inputs), seen, told.narrow)
    in_units = float(rows.standardizer.inverse_y(output)), float(rows.y[row])
    with right, st.container(gap="xsmall"):
        changes = live_chart("neuron", picture, in_place=told.here)
        with st.container(key="arithmetic"):
            st.markdown(words.sum_lines(seen))
            st.markdown(words.label_line(rows.row, rows.label.name, rows.label.unit, output, target, in_units))
            scale = rows.standardizer
            st.caption(words.standard_words(rows.names[0], x[0], rows.X[row, 0], scale.X_mean[0], scale.X_scale[0]))
        explain(QUESTION, guess)
        task = f"bring the output to within {CLOSE} of this {rows.row}'s label."
        move = next_move(seen, target, LARGEST_WEIGHT, STEP)
        hints = words.sum_hints(rows.names[:n_inputs], output - target, move)
        show_mission(Mission("reach_the_label", task, reaches(output, target), hints))
    return changes


IDEA = Idea("the weighted sum", QUESTION, weighted_sum)


def _which_row() -> tuple[Table, int, int]:
    with st.container(horizontal=True, gap="small"):
        name = link.selectbox("data", list(TABLES), next(iter(TABLES)), key="table", width=118)
        rows = table(name)
        row = link.number_input(rows.row, 1, len(rows.y), 1, key="row", width=110)
    counts = [n for n in range(1, MOST_INPUTS + 1) if n <= len(rows.names)]
    n_inputs = link.segmented_control("inputs", counts, 3, key="inputs")
    return rows, n_inputs, row - 1


def _weights(rows: Table, n_inputs: int) -> tuple[list[float], float]:
    reach = (-LARGEST_WEIGHT, LARGEST_WEIGHT)
    weights = [
        link.slider(f"weight of {rows.names[i]}", *reach, STARTS[i], STEP, key=f"w{i + 1}") for i in range(n_inputs)
    ]
    return weights, link.slider("bias", *reach, 0.2, STEP, key="sum_bias")


def _titles(rows: Table, row: int, n_inputs: int) -> list[str]:
    """Name and measured value of each feature of that row."""
    titles = []
    for name, unit, value in zip(rows.names, rows.units, rows.X[row, :n_inputs], strict=False):
        titles.append(f"{name} {value:g} {unit}" if unit else f"{name} {'yes' if value else 'no'}")
    return titles
