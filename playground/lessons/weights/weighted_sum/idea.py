"""The weighted sum: a neuron drawn with one to five real features."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from playground.data.own import MOST_FEATURES, OWN
from playground.data.tables import TABLES, Table
from playground.figures.markup import as_markdown
from playground.figures.screen import Mission, Screen
from playground.lessons.weights.brought import BROUGHT
from playground.lessons.weights.weighted_sum import text as words
from playground.lessons.weights.weighted_sum.model import CLOSE, WeightedSum, is_in_reach, next_move, reaches
from playground.lessons.weights.weighted_sum.picture import LARGEST_WEIGHT, neuron_picture
from playground.ui.chapter import Idea, Question, arithmetic, is_answered
from playground.ui.lesson import sides
from playground.ui.numeric import Number, Whole
from playground.ui.own_rows import DataChoice, linked, named, sampled, table_of
from playground.ui.parameters import Choice, Values
from playground.ui.ranges import Range
from playground.ui.stage import Stage

MOST_INPUTS = MOST_FEATURES
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
    return table_of(values["table"], values[BROUGHT.key])


def _counts(values: Values) -> Sequence[int]:
    """How many inputs the neuron can have."""
    return range(1, min(MOST_INPUTS, len(_rows(values).names)) + 1)


@dataclass(frozen=True, kw_only=True)
class Inputs(Choice):
    """How many features the neuron takes: to start with three, or all where there are fewer."""

    def start_of(self, values: Values) -> int:
        most: int = self.offers(values)[-1]
        return min(int(self.start), most)


def _slider(key: str, start: float) -> Number:
    return Number(key=key, start=start, low=-LARGEST_WEIGHT, high=LARGEST_WEIGHT, step=STEP)


PARAMETERS = (
    BROUGHT,
    DataChoice(key="table", start=TABLES[0], options=(*TABLES, OWN), rows=BROUGHT.key),
    Whole(key="row", reach=lambda values: Range(1, len(_rows(values).y), 1, 1)),
    Inputs(key="inputs", start=3, options=range(1, MOST_INPUTS + 1), offered=_counts),
    *(_slider(f"w{i}", start) for i, start in enumerate(STARTS, start=1)),
    _slider("sum_bias", 0.2),
)


def weighted_sum(values: Values) -> Screen:
    """What is seen."""
    rows, row, n_inputs = _rows(values), values["row"] - 1, values["inputs"]
    x, target = rows.X_standard[row, :n_inputs].tolist(), float(rows.y_standard[row])
    weighted = WeightedSum(x, [values[f"w{i + 1}"] for i in range(n_inputs)], values["sum_bias"])
    output = weighted.output
    in_units = float(rows.standardizer.inverse_y(output)), float(rows.y[row])
    sentence = words.label_line(rows.row, rows.label.name, rows.label.unit, output - target, in_units)
    sentence = sentence if is_answered(values, QUESTION) else ""
    scale = rows.standardizer
    task = f"bring the output to within {CLOSE} of this {rows.row}'s label."
    hints = words.out_of_reach(rows.label.name, target, LARGEST_WEIGHT)
    if is_in_reach(x, target, LARGEST_WEIGHT):
        move = next_move(weighted, target, LARGEST_WEIGHT, STEP)
        hints = words.sum_hints(rows.names[:n_inputs], output - target, move)
    return Screen(
        pictures={"neuron": neuron_picture(_titles(rows, row, n_inputs), weighted, values["narrow"])},
        words={
            "output": sentence,
            "arithmetic": f"{words.sum_lines(weighted)}\n\n{words.target_words(rows.row, rows.label.name, target)}",
            "standard_units": words.standard_words(
                rows.names[0], x[0], rows.X[row, 0], scale.X_mean[0], scale.X_scale[0]
            ),
        },
        mission=Mission("reach_the_label", task, reaches(output, target), hints),
    )


def _titles(rows: Table, row: int, n_inputs: int) -> list[str]:
    """Name and measured value of each feature of that row."""
    of_each = rows.names, rows.units, rows.yes_or_no, rows.X[row].tolist()
    return [words.title(*feature) for feature in zip(*of_each, strict=True)][:n_inputs]


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides(1.3, 4)
    with tried, st.container(gap=None):
        _controls(stage)
    with pictures:
        stage.picture("neuron")
        stage.words("output")
        with arithmetic():
            stage.words("arithmetic")
            stage.words("standard_units")


IDEA = Idea("the weighted sum", QUESTION, PARAMETERS, weighted_sum, layout, missions=("reach_the_label",))


def _controls(stage: Stage) -> None:
    rows, own = _rows(stage.values), stage.values[BROUGHT.key]
    with st.container(horizontal=True, gap="small"):
        stage.selectbox("table", "data", format_func=named, width=118 if own is None else 150)
        stage.number_input("row", rows.row, width=110)
    stage.segmented_control("inputs", "inputs")
    for i, name in enumerate(rows.names[: stage.values["inputs"]], start=1):
        stage.slider(f"w{i}", f"weight of {as_markdown(name)}")
    stage.slider("sum_bias", "bias")
    if stage.values["table"] == OWN and (sentence := " ".join(filter(None, [sampled(own.itemised), linked(own)]))):
        st.caption(sentence)
