"""Why a claim about the bias holds or does not, from the numbers of the visitor's own experiment."""

from collections.abc import Sequence

from playground.figures.words import number, settled
from playground.figures.words_sum import bracketed
from playground.learning.claims import (
    Pair,
    can_be_on_track,
    largest_rate,
    mean_error_at_optimum,
    mean_errors,
    on_track,
)
from playground.learning.run import Run
from playground.learning.stability import Regime


def floor_words(pair: Pair) -> str:
    """Why a bias lowers the lowest possible loss, or does not."""
    with_bias, without_bias = (number(seen.best.loss) for seen in (pair.with_bias, pair.without_bias))
    if not pair.floor_gain:
        return f"It is {with_bias} for both: here the best line goes through (0, 0), so its bias is 0."
    return f"It is {with_bias} with a bias and {without_bias} without."


def growth_words(pair: Pair) -> str:
    """Why the error grows, or does not, from the rate and both limits."""
    seen, other = pair.with_bias, pair.without_bias
    limits = f"{_limit(seen)} with a bias and {_limit(other)} without"
    rate = f"Rate {number(seen.settings.rate)}"
    if seen.regime is Regime.EDGE:
        return f"{rate} is on the limit with a bias, {_limit(seen)}: it overshoots and never settles. Go one step up."
    if not seen.diverges:
        return f"{rate} is below its limit. The limits are {limits}. It is the rate that decides: raise it."
    first, last = float(seen.history.loss[0]), float(seen.history.loss[-1])
    course = f"The loss goes from {number(first)} to {number(last)}"
    course += "." if last > first else ", but every step overshoots by more: give it more epochs."
    if other.converges:
        return f"{rate} lies between the limits, {limits}: **only the neuron with a bias diverges**. {course}"
    return f"{rate} is above its limit. The limits are {limits}. {course}"


def track_words(seen: Run) -> str:
    """Why the mean error goes to zero with a bias, or does not."""
    errors = mean_errors(seen)
    epochs = "1 epoch" if seen.last_epoch == 1 else f"{seen.last_epoch} epochs"
    course = f"It goes from {settled(errors[0])} to {settled(errors[-1])} in {epochs}"
    if seen.diverges:
        return f"{course}. Rate {number(seen.settings.rate)} is above the limit {_limit(seen)}: it diverges."
    if seen.regime is Regime.EDGE:
        return f"{course}. The rate is on its limit, so it never settles."
    if not on_track(seen):
        return f"{course}, and has not settled yet: give it more epochs."
    return f"{course}."


def without_words(seen: Run) -> str:
    """Why the mean error goes to zero without a bias, or stays away from it."""
    last, at_best = settled(mean_errors(seen)[-1]), settled(mean_error_at_optimum(seen))
    if seen.diverges:
        return f"It ends at {last}, as this run diverges. Lower the rate."
    if seen.regime is Regime.EDGE:
        return f"It ends at {last}. The rate is on its limit, so it never settles. Lower the rate."
    if on_track(seen):
        return f"It ends at {last}: here the best line goes through (0, 0) or close by, so nothing is missing."
    if can_be_on_track(seen):
        return f"It ends at {last}. More epochs bring it to {at_best}: the best line goes through (0, 0) or close by."
    if last == at_best:
        return f"It ends at {at_best}, where the loss is lowest: more epochs do not help."
    return f"It ends at {last}. More epochs bring it to {at_best}, where the loss is lowest, and not to 0."


def zero_words(activation: str, at_zero: float, at_zero_without: float, bias: float) -> str:
    """Why the output at x = 0 is not zero, or is."""
    said = f"f(0) = {settled(at_zero)} with bias {number(bias)}, and {settled(at_zero_without)} with bias 0."
    if activation == "linear" and bias:
        return f"{said} Such a line is called affine: straight, but not through (0, 0)."
    return said


def bend_words(activation: str, weight: float, heights: Sequence[float], difference: float) -> str:
    """Why the output counts as curved at three places, or as straight. heights: f at x - 1, x, x + 1."""
    before, here, after = heights
    sum_ = (
        f"f(x + 1) − 2 f(x) + f(x − 1) = {settled(after)} − 2 × {bracketed(here)} + {bracketed(before)} = "
        f"**{settled(difference)}**"
    )
    if activation == "linear":
        return f"{sum_}: the three points lie on one line, whatever the bias."
    if weight == 0.0:
        return f"{sum_}: with weight 0 the output is the same everywhere."
    if settled(difference) == "0":
        return f"{sum_}: straight at these three places. Move x to where {activation} bends."
    return f"{sum_}: {activation} bends it, the bias only moves the bend."


def rate_hints(pair: Pair, step: float, solved: bool) -> tuple[str, str]:
    """How to find the largest rate at which the neuron with a bias converges."""
    seen = pair.with_bias
    if solved:
        return "You are there. Go one step up: it diverges.", "Move the mean of x: the limit moves with it."
    first = {
        Regime.SMOOTH: "Now every step goes straight to the optimum. There is room above.",
        Regime.BOUNCING: "Now steps overshoot but come back. There is still room above.",
    }.get(seen.regime, "Now the run does not settle. Go down.")
    best = largest_rate(seen, step)
    return first, f"The limit with a bias is 2 / steepest curvature = {_limit(seen)}: try {best:.2f}."


def _limit(seen: Run) -> str:
    assert seen.limit is not None  # plain gradient descent on all rows
    return number(seen.limit, 4)  # one digit more than the rate has, which may be just above it
