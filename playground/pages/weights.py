"""Weights: how features and weights are summed, where weights come from, and how one update changes them."""

from playground.ui.chapter import choose_idea, tally
from playground.ui.weights_update import ANSWER, GUESS, update_under_the_microscope

IDEAS = {
    "one update": update_under_the_microscope,
}

IDEAS[choose_idea(list(IDEAS))]()
tally({GUESS: ANSWER})
