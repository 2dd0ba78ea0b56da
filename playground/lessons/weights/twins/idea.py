"""Twins: two neurons of a layer that start equal, and two that start at random."""

import streamlit as st

from playground.figures.screen import Screen
from playground.lessons.unanswered import mission
from playground.lessons.weights.twins import text as words
from playground.lessons.weights.twins.model import (
    EPOCHS,
    LAST_SEED,
    LEARNED,
    Twins,
    next_that_learns,
    strangers,
    twins,
)
from playground.lessons.weights.twins.picture import STEP, twins_picture
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.numeric import Number, Whole
from playground.ui.parameters import Choice, Values
from playground.ui.stage import Stage

EQUAL, RANDOM = "equal", "random"
QUESTION = Question(
    "guess_twins",
    "Two neurons of one layer start with the same weights, 0.5, and learn from the same rows. Will they ever differ?",
    ("soon", "after many epochs", "never"),
    answer="never",
    why="Equal neurons have equal gradients, so every update changes both alike.",
    more="Two that stay equal do the work of one. That is why Keras draws the weights at random.",
)
MISSION = "no_twins"
PARAMETERS = (
    Choice(key="twins_start", start=EQUAL, options=(EQUAL, RANDOM)),
    Number(key="twins_value", start=0.5, low=-1.0, high=1.0, step=0.05),
    Whole(key="twins_seed", start=0, low=0, high=LAST_SEED),
    Whole(key="twins_epoch", start=0, low=0, high=EPOCHS, step=STEP),
)


def _run(values: Values) -> tuple[Twins, int]:
    """The run that these values set up, and the epoch to show: the start until the question is answered."""
    if values[QUESTION.key] is None:
        return twins(0.5), 0
    epoch = values["twins_epoch"] // STEP * STEP
    if values["twins_start"] == EQUAL:
        return twins(round(values["twins_value"], 4)), epoch
    return strangers(values["twins_seed"]), epoch


def two_neurons(values: Values) -> Screen:
    """What is seen."""
    (run, epoch), guess = _run(values), values[QUESTION.key]
    seed = values["twins_seed"] if values["twins_start"] == RANDOM else None
    working = next_that_learns(seed) if seed is not None else 0
    solved = float(run.history.loss[epoch]) < LEARNED
    more = [words.end_words(run, epoch)] if guess else []
    more += [words.seeds_words()] if guess and seed is not None and epoch == EPOCHS else []
    return Screen(
        pictures={"twins": twins_picture(run, epoch, values["narrow"])},
        words={
            "result": words.loss_words(run, epoch) if guess else "",
            "compared": words.neurons_table(run, epoch) if guess else "",
            "ends": "\n\n".join(filter(None, more)),
        },
        mission=mission(guess, MISSION, words.TASK, solved, words.hints(run, epoch, seed, working, STEP)),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides()
    with pictures:
        stage.picture("twins")
        numbers, table = st.columns([1.6, 2])
        with numbers:
            stage.words("result")
        with table:
            stage.words("compared")
        stage.words("ends")
    with tried:
        if stage.values[QUESTION.key] is None:
            st.caption(words.INTRODUCTION)
        else:
            _controls(stage)


def _controls(stage: Stage) -> None:
    stage.segmented_control("twins_start", "start")
    if stage.values["twins_start"] == EQUAL:
        stage.slider("twins_value", "every weight")
    else:
        stage.number_input("twins_seed", "seed")
        st.button("draw again", icon=":material/casino:", key="twins_draw", on_click=_draw_again, args=(stage,))
    stage.slider("twins_epoch", "epochs")


def _draw_again(stage: Stage) -> None:
    stage.put(twins_seed=(stage.latest()["twins_seed"] + 1) % (LAST_SEED + 1))


IDEA = Idea("twins", QUESTION, PARAMETERS, two_neurons, layout, missions=(MISSION,))
