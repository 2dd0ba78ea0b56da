"""Weights: how features and weights are summed, where weights come from, and how one update changes them."""

from playground.ui import weights_fall, weights_start, weights_sum, weights_update
from playground.ui.chapter import chapter

chapter(
    "weights",
    {
        "the weighted sum": weights_sum.weighted_sum,
        "where weights come from": weights_start.where_weights_come_from,
        "a hundred starts": weights_fall.a_hundred_starts,
        "one update": weights_update.update_under_the_microscope,
    },
    questions=[idea.QUESTION for idea in (weights_sum, weights_start, weights_fall, weights_update)],
)
