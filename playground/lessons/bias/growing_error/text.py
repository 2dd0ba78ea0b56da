"""Why a bias does not keep the error from growing, in words, from the numbers of the visitor's own experiment."""

from playground.figures.numbers import number
from playground.learning.stability import Regime
from playground.lessons.bias.growing_error.model import largest_rate
from playground.lessons.bias.pair import Pair
from playground.lessons.bias.pair_text import limit_words


def floor_words(pair: Pair) -> str:
    """Why a bias lowers the lowest possible loss, or does not."""
    with_bias, without_bias = (number(run.best.loss) for run in (pair.with_bias, pair.without_bias))
    if not pair.floor_gain:
        return f"It is {with_bias} for both: here the best line goes through (0, 0), so its bias is 0."
    return f"It is {with_bias} with a bias and {without_bias} without."


def growth_words(pair: Pair) -> str:
    """Why the error grows, or does not, from the rate and both limits."""
    run, other = pair.with_bias, pair.without_bias
    limits = f"{limit_words(run)} with a bias and {limit_words(other)} without"
    rate = f"Rate {number(run.settings.rate)}"
    if run.regime is Regime.EDGE:
        return (
            f"{rate} is on the limit with a bias, {limit_words(run)}: it overshoots and never settles. Go one step up."
        )
    if not run.diverges:
        return f"{rate} is below its limit. The limits are {limits}. It is the rate that decides: raise it."
    first, last = float(run.history.loss[0]), float(run.history.loss[-1])
    course = f"The loss goes from {number(first)} to {number(last)}"
    course += "." if last > first else ", but every step overshoots by more: give it more epochs."
    if other.converges:
        return f"{rate} lies between the limits, {limits}: **only the neuron with a bias diverges**. {course}"
    return f"{rate} is above its limit. The limits are {limits}. {course}"


def rate_hints(pair: Pair, step: float, solved: bool) -> tuple[str, str]:
    """How to find the largest rate at which the neuron with a bias converges."""
    run = pair.with_bias
    if solved:
        return "You are there. Go one step up: it diverges.", "Move the mean of x: the limit moves with it."
    first = {
        Regime.SMOOTH: "Now every step goes straight to the optimum. There is room above.",
        Regime.BOUNCING: "Now steps overshoot but come back. There is still room above.",
    }.get(run.regime, "Now the run does not settle. Go down.")
    best = largest_rate(run, step)
    return first, f"The limit with a bias is {limit_words(run)}: try {best:.2f}."
