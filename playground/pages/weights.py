"""Weights: how features and weights are summed, where weights come from, and how one update changes them."""

from playground.lessons.weights.hundred_starts import idea as hundred_starts
from playground.lessons.weights.one_update import idea as one_update
from playground.lessons.weights.weighted_sum import idea as weighted_sum
from playground.lessons.weights.where_weights_come_from import idea as where_weights_come_from
from playground.ui.chapter import chapter

chapter("weights", "weights", [weighted_sum.IDEA, where_weights_come_from.IDEA, hundred_starts.IDEA, one_update.IDEA])
