"""Yes or no? Where a sigmoid neuron switches, with a bias and without one, on real penguins."""

from functools import cache

import numpy as np
import streamlit as st

from playground.data import REAL, real
from playground.figures.screen import Screen
from playground.learning.arrays import Array, read_only
from playground.lessons.bias.yes_or_no import text as words
from playground.lessons.bias.yes_or_no.model import Decision, trained
from playground.lessons.bias.yes_or_no.picture import decision_picture
from playground.lessons.unanswered import mission
from playground.lessons.verdict import verdict
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.numeric import Number
from playground.ui.parameters import Choice, Values
from playground.ui.ranges import Range
from playground.ui.stage import Stage

DATASET = "penguins"
SPECIES = ("Gentoo", "Adelie")
MISSION = "few_mistakes"
FROM_ZERO, FROM_MEAN = "0 mm", "the mean"
QUESTION = Question(
    "guess_yes",
    "“Is it a Gentoo?” A sigmoid neuron learns it from flipper lengths in mm, without a bias. "
    "To how many of 342 penguins does it say yes?",
    ("to none", "to the 123 Gentoos", "to all"),
    answer="to none",
    why="Without a bias its sum is w × length, which is 0 at 0 mm and nowhere else: all penguins get the same answer, "
    "and most are not Gentoos.",
    more="A bias puts the switch among them, at 206.7 mm.",
)
NEAR, FAR = Range(-8.0, 8.0, 0.05, 2.0), Range(-150.0, 150.0, 0.5, -37.0)
PARAMETERS = (
    Choice(key="species", start=SPECIES[0], options=SPECIES),
    Choice(key="measured_from", start=FROM_ZERO, options=(FROM_ZERO, FROM_MEAN)),
    Number(key="yes_weight", start=0.2, low=-0.7, high=0.7, step=0.01),
    Number(
        key="yes_bias",
        reach=lambda values: FAR if values["measured_from"] == FROM_ZERO else NEAR,
        units=lambda values: values["measured_from"],
    ),
)


@cache
def _labels(species: str) -> Array:
    """1 for each penguin of that species, 0 for the others."""
    return read_only(np.array([float(row["species"] == species) for row in REAL[DATASET].read()]))


def _lengths() -> Array:
    return real(DATASET).X[:, 0]


@cache
def _pair(species: str, measured_from: str) -> tuple[Decision, Decision]:
    """The neuron trained with a bias, and without."""
    x, zero = _lengths(), _zero(measured_from)
    return trained(x, _labels(species), zero, True), trained(x, _labels(species), zero, False)


def _zero(measured_from: str) -> float:
    return 0.0 if measured_from == FROM_ZERO else float(_lengths().mean())


def yes_or_no(values: Values) -> Screen:
    """What is seen: what training reaches only once the question is answered."""
    species, measured_from, guess = values["species"], values["measured_from"], values[QUESTION.key]
    x, labels, unit = _lengths(), _labels(species), real(DATASET).feature.unit
    neuron = Decision(round(values["yes_weight"], 4), round(values["yes_bias"], 4), _zero(measured_from))
    pair = _pair(species, measured_from)
    mistakes, most = (int(each.mistaken(x, labels).sum()) for each in (neuron, pair[0]))
    more_right = pair[0].accuracy(x, labels) > pair[1].accuracy(x, labels)
    claim = verdict(words.CLAIM, more_right, words.because(pair, x, labels))
    return Screen(
        pictures={"decision": decision_picture(neuron, x, labels, real(DATASET).feature.title, f"{species}?")},
        words={
            "result": words.count_words(neuron, x, labels, unit),
            "compared": words.trained_table(pair, x, labels) if guess else "",
            "claim": claim if guess else "",
        },
        mission=mission(
            guess,
            MISSION,
            words.task(species, most),
            mistakes <= most,
            words.hints(neuron, pair[0], mistakes, most, unit),
        ),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides()
    with tried:
        if stage.values[QUESTION.key] is not None:
            stage.segmented_control("species", "is it")
            stage.segmented_control("measured_from", "length measured from")
        else:
            st.caption(words.INTRODUCTION)
        stage.slider("yes_weight", "weight")
        stage.slider("yes_bias", "bias")
        stage.words("result")
    with pictures:
        stage.picture("decision")
        stage.words("compared")
        stage.words("claim")


IDEA = Idea("yes or no?", QUESTION, PARAMETERS, yes_or_no, layout, missions=(MISSION,))
