"""What the learning rate does on a visitor's rows, and what to do about it."""

from math import isfinite

from playground.figures.numbers import apart, in_full, number
from playground.figures.readout import GROWN, reached, unfinished
from playground.learning.run import Run
from playground.learning.stability import Regime, sure_rate
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.keys import HALF, MEAN, SUM


def rate_words(experiment: Experiment) -> str:
    """What the rate does, and what it is called in the visitor's convention."""
    run, factor = experiment.run, experiment.factor
    if _stands_still(run):
        return f"Learning rate **{in_full(run.settings.rate)}**: nothing moves, as every gradient is 0 from the start."
    sentence = _with_limit(run, run.limit) if run.limit is not None else _without_limit(run)
    if experiment.convention == MEAN or run.settings.optimizer != "sgd":
        return sentence
    rate = in_full(run.settings.rate / factor)
    limit = f", the limit {in_full(run.limit / factor)}" if run.limit is not None else ""
    other = "the sum" if experiment.convention == SUM else HALF
    return f"{sentence} All that is for the mean; for {other} the rate is {rate}{limit}."


def _with_limit(run: Run, limit: float) -> str:
    """From the exact limit of the rate."""
    rate = run.settings.rate
    if run.regime is Regime.DIVERGING:
        shown, largest = apart(rate, limit)
        return (
            f"The loss **grows without end**: the learning rate {shown} is above the limit {largest}, so each step "
            "overshoots by more. Choose a smaller one."
        )
    at = f"learning rate **{in_full(rate)}**, limit **{in_full(limit)}**"
    if run.regime is Regime.EDGE:
        return f"{_begun(at)}: it jumps from side to side and never settles. Choose a smaller one."
    if run.settings.l1:
        return f"{_begun(at)}. The penalty l1 adds steps of its own, so it may hover around its end."
    what = "loss and penalty together" if run.settings.l2 else "the loss"
    how = "it jumps past the best, by less each time" if run.regime is Regime.BOUNCING else f"every step lowers {what}"
    if reached(run, run.last_epoch):
        lowest = "where both together are lowest" if run.settings.l2 else "at the lowest loss"
        return f"{_begun(at)}: {how}, and it **has arrived** {lowest}."
    larger = "" if run.regime is Regime.BOUNCING else " or a larger learning rate"
    return f"{_begun(at)}: {how}, but it **has not finished**. Give it more epochs{larger}."


def _without_limit(run: Run) -> str:
    """Where no limit tells: not a forecast, but what happened."""
    settings, loss = run.settings, run.history.loss
    sure = sure_rate(run.task.few[0], settings)
    shown, largest = apart(settings.rate, sure) if sure is not None else (in_full(settings.rate), "")
    at = _begun(f"learning rate **{shown}**")
    if run.history.diverged:
        when = f"after epoch {run.last_epoch}" if run.last_epoch else "within the first epoch"
        return f"{at}: the loss **grew without end** {when}. Choose a smaller one."
    if loss[-1] > GROWN * loss[0]:
        return f"{at}: the loss **grew** from {number(float(loss[0]))}. Choose a smaller one."
    way = f" {_begun(unfinished(run))}." if unfinished(run) else ""
    if settings.optimizer != "sgd":
        return f"{at}. {settings.optimizer} scales every step itself: its learning rate has no exact limit.{way}"
    if settings.batch_size is not None:
        return f"{at}. Each batch has a limit of its own for it.{way}"
    if sure is None or not isfinite(sure):
        return f"{at}. With this loss or activation it has no single limit."
    below = f"below {largest} every step is sure to go down"
    return f"{at}: {below}." if settings.rate < sure else f"{at}. It has no exact limit, but {below}."


def _stands_still(run: Run) -> bool:
    weights, bias = run.history.weights, run.history.bias
    return run.last_epoch > 0 and bool((weights == weights[0]).all() and (bias == bias[0]).all())


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
