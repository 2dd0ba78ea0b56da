"""A hundred starts: random neurons fall down the loss surface, and some relu neurons cannot."""

from functools import lru_cache

import streamlit as st

from playground.data import real, standard
from playground.figures.screen import Mission, Screen
from playground.learning import Settings
from playground.lessons.weights.hundred_starts import text as words
from playground.lessons.weights.hundred_starts.model import MANY, Basin, Fall, basin, fall, hundred_starts
from playground.lessons.weights.hundred_starts.picture import LANDSCAPE, starts_picture, unlabelled_alt
from playground.lessons.weights.where_weights_come_from.model import reach
from playground.lessons.weights.which_start import WHICH_START, which_start
from playground.ui.chapter import Idea, Question, Second, is_answered
from playground.ui.lesson import sides
from playground.ui.motion import play_along
from playground.ui.parameters import Choice, Switch, Values, Whole
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
PARAMETERS = (
    *WHICH_START,
    Whole(key="fallen", start=0, low=0, high=EPOCHS),
    Choice(key="fall_activation", start="linear", options=("linear", "relu")),
    Switch(key="draw_bias", start=True),
)


def _settings(activation: str) -> Settings:
    return Settings(activation=activation, learning_rate=0.1, epochs=EPOCHS)


@lru_cache(maxsize=64)  # 100 paths of 60 epochs: 0.1 MB each
def _fallen(initializer: str, seed: int, draw_bias: bool, activation: str) -> Fall:
    return fall(*standard(DATASET), _settings(activation), hundred_starts(initializer, seed, draw_bias))


@lru_cache(maxsize=32)
def _basin(initializer: str, activation: str) -> Basin:
    """Wide enough for every start of that initializer, and for the lowest place."""
    return basin(*standard(DATASET), _settings(activation), 1.1 * max(reach(initializer), 1.2))


def a_hundred_starts(values: Values) -> Screen:
    """What is seen."""
    initializer, activation, epoch = (values[key] for key in ("initializer", "fall_activation", "fallen"))
    fallen = _fallen(initializer, values["draw_seed"], values["draw_bias"], activation)
    data, relu, answered = real(DATASET), activation == "relu", is_answered(values, QUESTION)
    learns = words.task_sentence(DATASET, data.feature.name, data.label.name, _settings(activation).rate)
    task = f"let at least {MANY} of the hundred relu neurons learn: a loss as low as the lowest reached."
    hints = words.start_hints(fallen if relu else None)
    picture = starts_picture(_basin(initializer, activation), fallen, epoch)
    return Screen(
        pictures={"starts": picture if answered else picture.without(LANDSCAPE, unlabelled_alt(fallen, epoch))},
        words={
            "fall": words.fall_sentences(fallen, epoch, relu) if answered else words.fall_head(fallen, epoch),
            "what_they_learn": f"{words.neuron_sentence(relu, answered)} {learns if answered else ''}",
        },
        mission=Mission(MISSION, task, relu and fallen.many_learn, hints),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, seen, beside = sides(1.3, 2.5, 1.6)
    with tried, st.container(gap="small"):
        stage.slider("fallen", "epochs", help="For how many epochs they have learned.")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            stage.segmented_control("fall_activation", "activation")
            if is_answered(stage.values, QUESTION):
                play_along("fallen", "starts", words="Let them learn")
        which_start(stage)
        stage.toggle("draw_bias", "draw the bias too", help="Keras starts every bias at 0.")
    with seen:
        stage.picture("starts")
    with beside:
        stage.words("fall")
        stage.words("what_they_learn")


def _some_are_silent(values: Values) -> bool:
    initializer, activation = values["initializer"], values["fall_activation"]
    if activation != "relu" or values["fallen"] < EPOCHS // 2:
        return False
    return _fallen(initializer, values["draw_seed"], values["draw_bias"], activation).counts(values["fallen"])[3] > 0


SEEN = Second(
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
    second=SEEN,
)
