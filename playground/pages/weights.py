"""Weights: how features and weights are summed, where weights come from, and how one update changes them."""

from playground.chapters.weights import hundred_starts, one_update, weighted_sum, where_weights_come_from
from playground.ui.chapter import chapter

chapter("weights", [weighted_sum.IDEA, where_weights_come_from.IDEA, hundred_starts.IDEA, one_update.IDEA])
