"""The weighted sum: a neuron drawn with one to five real features."""

from collections.abc import Sequence

import streamlit as st

from playground.data.tables import TABLES, Table, table
from playground.figures.screen import Mission, Screen
from playground.lessons.weights.weighted_sum import text as words
from playground.lessons.weights.weighted_sum.model import CLOSE, WeightedSum, next_move, reaches
from playground.lessons.weights.weighted_sum.picture import LARGEST_WEIGHT, neuron_picture
from playground.ui.chapter import Idea, Question, arithmetic, is_answered
from playground.ui.lesson import sides
from playground.ui.parameters import Choice, Number, Values, Whole
from playground.ui.ranges import Range
from playground.ui.stage import Stage

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
    why="Each weight meets its own feature only, so doubling it doubles that product and no other.",
    more="The output is the sum of all products and the bias.",
)


def _rows(values: Values) -> Table:
    return table(values["table"])


def _counts(values: Values) -> Sequence[int]:
    """How many inputs the neuron can have."""
    return range(1, min(MOST_INPUTS, len(_rows(values).names)) + 1)


def _slider(key: str, start: float) -> Number:
    return Number(key=key, start=start, low=-LARGEST_WEIGHT, high=LARGEST_WEIGHT, step=STEP)


PARAMETERS = (
    Choice(key="table", start=TABLES[0], options=TABLES),
    Whole(key="row", reach=lambda values: Range(1, len(_rows(values).y), 1, 1)),
    Choice(key="inputs", start=3, options=range(1, MOST_INPUTS + 1), offered=_counts),
    *(_slider(f"w{i}", start) for i, start in enumerate(STARTS, start=1)),
    _slider("sum_bias", 0.2),
)


def weighted_sum(values: Values) -> Screen:
    """What is seen."""
    rows, row, n_inputs = _rows(values), values["row"] - 1, values["inputs"]
    x, target = rows.X_standard[row, :n_inputs].tolist(), float(rows.y_standard[row])
    seen = WeightedSum(x, [values[f"w{i + 1}"] for i in range(n_inputs)], values["sum_bias"])
    output = seen.output
    in_units = float(rows.standardizer.inverse_y(output)), float(rows.y[row])
    said = words.label_line(rows.row, rows.label.name, rows.label.unit, output - target, in_units)
    said = said if is_answered(values, QUESTION) else ""
    scale = rows.standardizer
    task = f"bring the output to within {CLOSE} of this {rows.row}'s label."
    move = next_move(seen, target, LARGEST_WEIGHT, STEP)
    hints = words.sum_hints(rows.names[:n_inputs], output - target, move)
    return Screen(
        pictures={"neuron": neuron_picture(_titles(rows, row, n_inputs), seen, values["narrow"])},
        words={
            "output": said,
            "arithmetic": f"{words.sum_lines(seen)}\n\n{words.target_words(rows.row, rows.label.name, target)}",
            "standard_units": words.standard_words(
                rows.names[0], x[0], rows.X[row, 0], scale.X_mean[0], scale.X_scale[0]
            ),
        },
        mission=Mission("reach_the_label", task, reaches(output, target), hints),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, seen = sides(1.3, 4)
    with tried, st.container(gap=None):
        _controls(stage)
    with seen, st.container(gap="xsmall"):
        stage.picture("neuron")
        stage.words("output")
        with arithmetic():
            stage.words("arithmetic")
            stage.words("standard_units")


IDEA = Idea("the weighted sum", QUESTION, PARAMETERS, weighted_sum, layout, missions=("reach_the_label",))


def _controls(stage: Stage) -> None:
    rows = _rows(stage.values)
    with st.container(horizontal=True, gap="small"):
        stage.selectbox("table", "data", width=118)
        stage.number_input("row", rows.row, width=110)
    stage.segmented_control("inputs", "inputs")
    for i, name in enumerate(rows.names[: stage.values["inputs"]], start=1):
        stage.slider(f"w{i}", f"weight of {name}")
    stage.slider("sum_bias", "bias")


def _titles(rows: Table, row: int, n_inputs: int) -> list[str]:
    """Name and measured value of each feature of that row."""
    titles = []
    for name, unit, value in zip(rows.names, rows.units, rows.X[row, :n_inputs], strict=False):
        titles.append(f"{name} {value:g} {unit}" if unit else f"{name} {'yes' if value else 'no'}")
    return titles
