"""When do weights change? The claim "after each epoch", put to the test with a counter."""

from functools import lru_cache

import streamlit as st

from playground.data import REAL, standard
from playground.figures.screen import Screen
from playground.learning import Settings
from playground.lessons.unanswered import mission
from playground.lessons.verdict import verdict
from playground.lessons.weights.when_weights_change import text as words
from playground.lessons.weights.when_weights_change.model import TARGET, Changes, changes
from playground.lessons.weights.when_weights_change.picture import changes_picture
from playground.lessons.weights.when_weights_change.text import ALL_ROWS, KERAS
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.parameters import Choice, Values, Whole
from playground.ui.ranges import Range
from playground.ui.stage import Stage

EPOCHS, RATE = 3, 0.1
DATASETS = ("cars", "penguins")
SIZES = (ALL_ROWS, KERAS, 16, 8, 4, 1)
POSITIONS = 400
"""A slider has at most so many: a strip of every single penguin would be long to send, and too fine for a hand."""
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


def _n_rows(values: Values) -> int:
    return len(standard(values["change_dataset"])[1])


def _rows(values: Values) -> Range:
    """As far as the rows of all epochs, in steps that end at the end of each epoch."""
    n_rows = _n_rows(values)
    step = next(step for step in (1, 2, 3, 6) if n_rows % step == 0 and EPOCHS * n_rows <= step * POSITIONS)
    return Range(0, EPOCHS * n_rows, step, 0)


PARAMETERS = (
    Choice(key="change_dataset", start=DATASETS[0], options=DATASETS),
    Choice(key="change_batch_size", start=4, options=SIZES, named=words.size_named),
    Whole(key="rows_read", reach=_rows, units=lambda values: values["change_dataset"]),
)


@lru_cache(maxsize=32)
def _run(dataset: str, size: int) -> Changes:
    settings = Settings(learning_rate=RATE, epochs=EPOCHS, batch_size=size or None, initial_weights=(0.0,))
    return changes(*standard(dataset), settings)


def _reach(dataset: str) -> tuple[float, float]:
    """Room for the staircases of all batch sizes, so that they compare."""
    every = [_run(dataset, size).weights for size in SIZES]
    return min(float(each.min()) for each in every), max(float(each.max()) for each in every)


def when_weights_change(values: Values) -> Screen:
    """What is seen: nothing has been read until the question is answered."""
    dataset, guess = values["change_dataset"], values[QUESTION.key]
    rows_read = values["rows_read"] if guess else 0
    run, row = _run(dataset, values["change_batch_size"]), REAL[dataset].row
    most = max(len(standard(name)[1]) for name in DATASETS)
    claim = verdict(words.CLAIM, run.after_each_epoch, words.because(run, row))
    solved, hints = run.per_epoch == TARGET, words.hints(run, most, row)
    return Screen(
        pictures={"changes": changes_picture(run, rows_read, _reach(dataset))},
        words={
            "result": words.count_words(run, rows_read) if guess else "",
            "compared": words.epochs_table(run, rows_read) if guess else "",
            "claim": claim if guess else "",
        },
        mission=mission(guess, MISSION, words.TASK, solved, hints),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = stage.values[QUESTION.key] is not None
    tried, seen, beside = sides(1.1, 2.6, 1.5)
    with tried:
        if not guessed:
            st.caption(words.INTRODUCTION)
        else:
            stage.segmented_control("change_dataset", "data")
            stage.selectbox("change_batch_size", "batch size")
            stage.slider("rows_read", "rows read")
    with seen:
        stage.picture("changes")
    with beside:
        stage.words("result")
        stage.words("compared")
        if guessed:
            st.caption(words.PRINTED)
    stage.words("claim")


IDEA = Idea("when do weights change?", QUESTION, PARAMETERS, when_weights_change, layout, missions=(MISSION,))
