"""When do weights change? The claim "after each epoch", put to the test with a counter."""

import numpy as np
import streamlit as st

from playground.data import REAL, Dataset
from playground.data.datasets import in_standard_units
from playground.data.own import OWN, Own
from playground.figures.screen import Screen
from playground.learning import Settings
from playground.learning.memory import remembered
from playground.lessons.unanswered import mission
from playground.lessons.verdict import verdict
from playground.lessons.weights.brought import BROUGHT
from playground.lessons.weights.when_weights_change import text as words
from playground.lessons.weights.when_weights_change.model import TARGET, Changes, changes, changes_in
from playground.lessons.weights.when_weights_change.picture import changes_picture
from playground.lessons.weights.when_weights_change.text import ALL_ROWS, KERAS
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.numeric import Whole
from playground.ui.own_rows import DataChoice, itemised, named, sampled
from playground.ui.parameters import Choice, Values
from playground.ui.ranges import Range
from playground.ui.stage import Stage

EPOCHS, RATE = 3, 0.1
DATASETS = ("cars", "penguins")
SIZES = (ALL_ROWS, KERAS, 16, 8, 4, 1)
POSITIONS = 400
"""A slider has at most so many: a strip of every single penguin would be long to send, and too fine for a hand."""
FAR = 2.0
"""In standard units the best weight is from -1 to 1: the staircase of batches of one row may leave it, and go far."""
QUESTION = Question(
    "guess_change",
    "“The optimizer changes the weights after each epoch.” 32 cars are taken in batches of 4. "
    "How often do the weights change in an epoch?",
    ("once", "4 times", "8 times", "32 times"),
    answer="8 times",
    why="Every batch ends with a change, and 32 cars make 8 batches of 4.",
    more="“After each epoch” is true only where one batch holds all rows.",
)
MISSION = "eleven_changes"


def rows_of(values: Values) -> Dataset:
    """The rows that are learned from: of many of a visitor's own as many as the slider's steps come out even with."""
    data = itemised(values["change_dataset"], values[BROUGHT.key])
    n_rows = len(data.y)
    return data.some(n_rows - n_rows % _step(n_rows)) if isinstance(data, Own) else data


def _step(n_rows: int) -> int:
    return -(-EPOCHS * n_rows // POSITIONS)


def _rows(values: Values) -> Range:
    """As far as the rows of all epochs, in steps that end at the end of each epoch."""
    n_rows = len(rows_of(values).y)
    return Range(0, EPOCHS * n_rows, _step(n_rows), 0)


PARAMETERS = (
    BROUGHT,
    DataChoice(key="change_dataset", start=DATASETS[0], options=(*DATASETS, OWN), rows=BROUGHT.key),
    Choice(key="change_batch_size", start=4, options=SIZES, named=words.size_named),
    Whole(key="rows_read", reach=_rows, units=lambda values: rows_of(values).name),
)


@remembered
def _run(data: Dataset, size: int) -> Changes:
    settings = Settings(learning_rate=RATE, epochs=EPOCHS, batch_size=size or None, initial_weights=(0.0,))
    return changes(*in_standard_units(data), settings)


@remembered
def _reach(data: Dataset, size: int) -> tuple[float, float]:
    """Room for the staircase of that batch size, and for those of all others that stay near the best weight."""
    of_each = [_run(data, each).weights for each in SIZES]
    near = [weights for weights in of_each if np.abs(weights).max() <= FAR]
    every = np.concatenate([_run(data, size).weights, *near])
    return float(every.min()), float(every.max())


def when_weights_change(values: Values) -> Screen:
    """What is seen: nothing has been read until the question is answered."""
    data, size, guess = rows_of(values), values["change_batch_size"], values[QUESTION.key]
    rows_read = values["rows_read"] if guess else 0
    run, row = _run(data, size), "row" if isinstance(data, Own) else REAL[values["change_dataset"]].row
    claim = verdict(words.CLAIM, run.after_each_epoch, words.because(run, row))
    solved, hints = run.per_epoch == TARGET, words.hints(run, _solution(run.n_samples), row)
    return Screen(
        pictures={"changes": changes_picture(run, rows_read, _reach(data, size))},
        words={
            "result": words.count_words(run, rows_read) if guess else "",
            "compared": words.epochs_table(run, rows_read) if guess else "",
            "claim": claim if guess else "",
        },
        mission=mission(guess, MISSION, words.TASK, solved, hints),
    )


def _solution(n_rows: int) -> int | None:
    """The batch size that solves the mission; None if none does."""
    return next((size for size in SIZES if changes_in(n_rows, size or n_rows) == TARGET), None)


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = stage.values[QUESTION.key] is not None
    tried, pictures, beside = sides(1.1, 2.6, 1.5)
    with tried:
        if not guessed:
            st.caption(words.INTRODUCTION)
        else:
            # Three names are too many to stand side by side.
            menu = stage.segmented_control if stage.values[BROUGHT.key] is None else stage.selectbox
            menu("change_dataset", "data", format_func=named)
            stage.selectbox("change_batch_size", "batch size")
            stage.slider("rows_read", "rows read")
            if note := sampled(rows_of(stage.values)):
                st.caption(note)
    with pictures:
        stage.picture("changes")
    with beside:
        stage.words("result")
        stage.words("compared")
        if guessed:
            st.caption(words.PRINTED)
    stage.words("claim")


IDEA = Idea("when do weights change?", QUESTION, PARAMETERS, when_weights_change, layout, missions=(MISSION,))
