"""A hundred starts: random neurons fall down the loss surface, and some relu neurons cannot."""

import streamlit as st

from playground.data import Dataset
from playground.data.datasets import in_standard_units
from playground.data.own import OWN
from playground.figures.markup import literal
from playground.figures.screen import Mission, Screen
from playground.learning import Settings
from playground.learning.memory import remembered
from playground.lessons.weights.brought import BROUGHT
from playground.lessons.weights.hundred_starts import text as words
from playground.lessons.weights.hundred_starts.model import MANY, Basin, Fall, basin, fall, hundred_starts
from playground.lessons.weights.hundred_starts.picture import LANDSCAPE, starts_picture, unlabelled_alt
from playground.lessons.weights.where_weights_come_from.model import reach
from playground.lessons.weights.which_start import WHICH_START, which_start
from playground.ui.chapter import Idea, Question, SecondQuestion, is_answered
from playground.ui.lesson import sides
from playground.ui.motion import Played, play_along
from playground.ui.own_rows import DataChoice, itemised, sampled, titled
from playground.ui.parameters import Choice, Switch, Values
from playground.ui.stage import Stage

DATASET = "penguins"
EPOCHS = 60
MISSION = "all_move"
"""Its name in links, which is from when all of them had to learn."""
QUESTION = Question(
    "guess_fall",
    "A hundred linear neurons start at random and learn from the same rows. Where do they end?",
    ("in one place", "in a few", "all over"),
    answer="in one place",
    why="The loss of a linear neuron is a bowl with one lowest place, and a learning rate below the limit leads there "
    "from everywhere.",
    more="Choose relu: there it matters where you start.",
)


def _fall_by_themselves(values: Values) -> bool:
    """Whether nothing has happened but that the question was answered: who chooses relu wants to see its end."""
    return is_answered(values, QUESTION) and values["fall_activation"] == "linear"


PARAMETERS = (
    BROUGHT,
    DataChoice(key="fall_dataset", start=DATASET, options=(DATASET, OWN), rows=BROUGHT.key),
    *WHICH_START,
    Played(key="fallen", start=0, low=0, high=EPOCHS, played=_fall_by_themselves),
    Choice(key="fall_activation", start="linear", options=("linear", "relu")),
    Switch(key="draw_bias", start=True),
)


def _settings(activation: str) -> Settings:
    return Settings(activation=activation, learning_rate=0.1, epochs=EPOCHS)


def _data(values: Values) -> Dataset:
    return itemised(values["fall_dataset"], values[BROUGHT.key])


@remembered
def _fallen(data: Dataset, initializer: str, seed: int, draw_bias: bool, activation: str) -> Fall:
    return fall(*in_standard_units(data), _settings(activation), hundred_starts(initializer, seed, draw_bias))


def _fallen_of(values: Values) -> Fall:
    which = (values[key] for key in ("initializer", "draw_seed", "draw_bias", "fall_activation"))
    return _fallen(_data(values), *which)


@remembered
def _basin(data: Dataset, initializer: str, activation: str) -> Basin:
    """Wide enough for every start of that initializer, and for the lowest place."""
    return basin(*in_standard_units(data), _settings(activation), 1.1 * max(reach(initializer), 1.2))


def a_hundred_starts(values: Values) -> Screen:
    """What is seen."""
    initializer, activation, epoch = (values[key] for key in ("initializer", "fall_activation", "fallen"))
    data, fallen = _data(values), _fallen_of(values)
    is_own, relu, answered = values["fall_dataset"] == OWN, activation == "relu", is_answered(values, QUESTION)
    names = literal(data.feature.name), literal(data.label.name)
    learns = words.task_sentence("your rows" if is_own else DATASET, *names, _settings(activation).rate)
    task = f"let at least {MANY} of the hundred relu neurons learn: a loss as low as the lowest reached."
    hints = words.start_hints(fallen if relu else None)
    picture = starts_picture(_basin(data, initializer, activation), fallen, epoch)
    return Screen(
        pictures={"starts": picture if answered else picture.without(LANDSCAPE, unlabelled_alt(fallen, epoch))},
        words={
            "fall": words.fall_sentences(fallen, epoch, relu) if answered else words.fall_head(fallen, epoch),
            "what_they_learn": f"{words.neuron_sentence(relu, answered)} {learns if answered else ''}",
        },
        # On a visitor's own rows it may have no solution, and its hints are about a slope above 0.
        mission=None if is_own else Mission(MISSION, task, relu and fallen.many_learn, hints),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures, beside = sides(1.45, 2.5, 1.5)
    with tried, st.container(gap="small"):
        stage.slider("fallen", "epochs", help="For how many epochs they have learned.")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            stage.segmented_control("fall_activation", "activation")
            if is_answered(stage.values, QUESTION):
                play_along("fallen", "starts", words="Let them learn")
        which_start(stage)
        stage.toggle("draw_bias", "draw the bias too", help="Keras starts every bias at 0.")
        if stage.values[BROUGHT.key] is not None:
            stage.selectbox("fall_dataset", "data", format_func=titled)
            if note := sampled(_data(stage.values)):
                st.caption(note)
    with pictures:
        stage.picture("starts")
    with beside:
        stage.words("fall")
        stage.words("what_they_learn")


def _some_are_silent(values: Values) -> bool:
    if values["fall_activation"] != "relu" or values["fallen"] < EPOCHS // 2:
        return False
    return _fallen_of(values).counts(values["fallen"])[3] > 0


SECOND_QUESTION = SecondQuestion(
    "saw_silent",
    "The neurons that were silent at the start …",
    ("stayed where they were", "came to the star"),
    answer="stayed where they were",
    why="A silent neuron has the gradient 0, so no step moves it.",
    when=_some_are_silent,
)

IDEA = Idea(
    "a hundred starts",
    QUESTION,
    PARAMETERS,
    a_hundred_starts,
    layout,
    missions=(MISSION,),
    terms=("relu", "seed"),
    second_question=SECOND_QUESTION,
)
