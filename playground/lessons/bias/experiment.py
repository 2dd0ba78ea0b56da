"""The experiment that the chapter's runs share: data whose zero the visitor moves, a rate, and epochs."""

from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from playground.data import REAL, Dataset, real
from playground.learning import Settings
from playground.learning.arrays import Array, read_only
from playground.lessons.bias.pair import Pair, trained_pair, with_means
from playground.lessons.bias.pair_text import UNITS
from playground.ui import link

RATE_STEP = 0.01


@dataclass(frozen=True)
class Experiment:
    """What the visitor has set up."""

    dataset: str
    mean_x: float
    mean_y: float
    learning_rate: float
    epochs: int

    @property
    def data(self) -> Dataset:
        """The rows as measured."""
        return real(self.dataset)

    @property
    def rows(self) -> tuple[Array, Array]:
        """X and y in deviations, with the chosen means."""
        return _rows(self.dataset, self.mean_x, self.mean_y)

    @property
    def pair(self) -> Pair:
        """The run with a bias and the one without, both from weight 0 and bias 0."""
        return _pair(self)

    @property
    def titles(self) -> tuple[str, str]:
        """Titles of the axes."""
        return f"x: {self.data.feature.name}", f"y: {self.data.label.name}"


def experiment(*, with_data: bool = True) -> Experiment:
    """The controls, and what they say.

    with_data: False puts those of the data under "more", where the idea is about something else.
    """
    with st.container(gap="xxsmall"):
        about_the_data = st.container(gap="xxsmall")
        rate = link.slider("learning rate", 0.01, 1.2, 0.2, RATE_STEP, key="bias_learning_rate")
        epochs = link.slider("epochs", 1, 200, 50, key="bias_epochs")
        with about_the_data if with_data else st.popover("more", icon=":material/tune:"):
            dataset = link.selectbox("data", list(REAL), next(iter(REAL)), key="bias_dataset")
            mean_x = link.slider("mean of x", -2.0, 2.0, -1.0, 0.1, key="mean_x")
            mean_y = link.slider("mean of y", -3.0, 3.0, 2.0, 0.1, key="mean_y")
        st.caption(UNITS)
    return Experiment(dataset, round(mean_x, 6), round(mean_y, 6), rate, epochs)


@lru_cache(maxsize=64)
def _rows(dataset: str, mean_x: float, mean_y: float) -> tuple[Array, Array]:
    data = real(dataset)
    X, y = with_means(data.X, data.y, mean_x, mean_y)
    return read_only(X), read_only(y)


@lru_cache(maxsize=128)
def _pair(chosen: Experiment) -> Pair:
    settings = Settings(learning_rate=chosen.learning_rate, epochs=chosen.epochs, initial_weights=(0.0,))
    return trained_pair(*chosen.rows, settings)
