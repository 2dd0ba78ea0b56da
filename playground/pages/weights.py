"""Weights: how features and weights are summed, where weights come from, and how updates change them."""

from playground.lessons.weights.first_sum import idea as first_sum
from playground.lessons.weights.hundred_starts import idea as hundred_starts
from playground.lessons.weights.one_update import idea as one_update
from playground.lessons.weights.raw_or_standardised import idea as raw_or_standardised
from playground.lessons.weights.smaller_rate import idea as smaller_rate
from playground.lessons.weights.twins import idea as twins
from playground.lessons.weights.weighted_sum import idea as weighted_sum
from playground.lessons.weights.when_weights_change import idea as when_weights_change
from playground.lessons.weights.where_weights_come_from import idea as where_weights_come_from
from playground.ui.chapter import chapter

IDEAS = (
    weighted_sum,
    first_sum,
    where_weights_come_from,
    twins,
    hundred_starts,
    smaller_rate,
    raw_or_standardised,
    when_weights_change,
    one_update,
)

chapter("weights", "weights", [idea.IDEA for idea in IDEAS])
