"""What the Playground says of a run: the line, its loss and how far that is from the best, and what happened."""

from math import floor

import numpy as np

from playground.figures.markup import bar
from playground.figures.numbers import ROUNDING, apart, below_one, equation, in_full, number
from playground.learning.run import Run
from playground.learning.settings import Settings
from playground.learning.stability import Regime

FAR_TOO_SLOW = 0.1
"""Below this part of the way from its first loss to the best one a run is far too slow."""


def readout(run: Run, epoch: int, feature: str, label: str, first: float) -> str:
    """What the run says after that epoch, as marked-up text: the line, its loss, and what happened.

    first: the loss of the line that the page opens with, from which the way to the best one is counted.
    """
    weights, bias = run.in_data_units(run.history.weights[epoch], run.history.bias[epoch])
    line = f"**{equation(float(weights[0]), float(bias), f'· {feature}', label)}**"
    loss = float(run.history.loss[epoch])
    parts = [f"loss **{number(loss)}**"]
    if (way := way_gone(run, loss, first)) is not None:
        who = "neuron" if epoch else "you"
        way_by_hand = way_gone(run, float(run.history.loss[0]), first)
        by_hand = f"by hand {percent(run, 0, way_by_hand)}" if epoch and way_by_hand is not None else ""
        parts += [bar(way), f"{who}: **{percent(run, epoch, way)}** of the way to the best", by_hand]
    return "\n\n".join([line, _GAP.join(filter(None, parts)), what_happened(run, epoch)])


_GAP = "\u2003"
"""Room between the parts of a line."""


def way_gone(run: Run, loss: float, first: float) -> float | None:
    """The part of the way from the first loss to the best one that is behind, from 0 to 1; None if there was none."""
    if run.optimum is None or first - run.best.loss <= ROUNDING * first:
        return None
    return min(max((first - loss) / (first - run.best.loss), 0.0), 1.0)


def percent(run: Run, epoch: int, way: float) -> str:
    """A part of the way: all of it is gone where the digits of the loss are those of the best one."""
    if reached(run, epoch):
        return "100\u00a0%"
    hundredths = min(100 * way, 99.9)
    return f"{floor(hundredths) if hundredths < 99 else floor(10 * hundredths) / 10}\u00a0%"


def reached(run: Run, epoch: int) -> bool:
    """Whether the loss after that epoch is the best one, judged by the digits that are shown."""
    return run.optimum is not None and number(float(run.history.loss[epoch])) == number(run.best.loss)


def what_happened(run: Run, epoch: int) -> str:
    """One sentence: what the loss is before training, how far it is during it, and the outcome at its end."""
    if epoch == 0:
        return "The loss is the mean of the squared errors. Smaller is better."
    after = f"After **epoch\u00a0{epoch}** of {run.settings.epochs}"
    return f"{after}: {outcome(run)}" if epoch == run.last_epoch else f"{after}."


def outcome(run: Run) -> str:
    """How the run ended, from the exact limit of the learning rate where there is one, and what to do about it."""
    if run.limit is None or run.regime is Regime.UNKNOWN:
        return f"{_without_limit(run)} {_no_limit(run.settings)}"
    if run.regime is Regime.DIVERGING:
        rate, limit = apart(run.settings.rate, run.limit)
        return f"the loss **grows without end**. The learning rate {rate} is above the limit {limit}, {_overshoot(run)}"
    if run.regime is Regime.EDGE:
        at = f"the learning rate is at the limit {in_full(run.limit)}"
        return f"it **jumps from side to side** and never settles: {at}. Choose a smaller one."
    how = "it **jumps past the best line, by less each time**" if run.regime is Regime.BOUNCING else ""
    parts = [part for part in (how, unfinished(run)) if part] or ["it **has arrived** at the best line"]
    return f"{' and '.join(parts)}."


def unfinished(run: Run) -> str:
    """What to say of a run that was still on its way, and what to do; nothing if it had arrived."""
    if reached(run, run.last_epoch):
        return ""
    first, last = float(run.history.loss[0]), float(run.history.loss[-1])
    gone = way_gone(run, last, first)
    if gone is None:
        return ""
    if hovers(run):
        return "it **hovers** near the lowest loss, as each batch pulls it elsewhere: choose a smaller learning rate"
    if run.regime is not Regime.BOUNCING and gone < FAR_TOO_SLOW:
        return "it is **far too slow**: choose a larger learning rate"
    larger = "" if run.regime is Regime.BOUNCING else " or a larger learning rate"
    return f"it has **not finished**: give it more epochs{larger}"


LEAST_EPOCHS = 8
"""Of a run whose halves and quarters say anything."""


def hovers(run: Run) -> bool:
    """Whether a run in batches gets no nearer to its best loss any more.

    Of what was missing in the third quarter of its epochs more than nine tenths are missing in the last one, and it
    goes up as well as down, or stands.
    """
    if run.settings.batch_size is None or run.settings.l2 or run.optimum is None or run.last_epoch < LEAST_EPOCHS:
        return False
    half = run.history.loss[len(run.history.loss) // 2 :] - run.best.loss
    before, after = (float(np.median(quarter)) for quarter in np.array_split(half, 2))
    rises, size = float(np.mean(np.diff(half) > 0.0)), float(np.ptp(half))
    return after > 0.9 * before and (rises > 0.2 or size <= ROUNDING * before)


def _overshoot(run: Run) -> str:
    """What a rate above its limit does, and what the loss has done so far."""
    loss = run.history.loss
    falls = f" So far the loss has fallen, to {number(loss[-1])}: it will grow." if loss[-1] < loss[0] else ""
    return f"so each step overshoots by more.{falls} Choose a smaller one."


GROWN = 2.0
"""How many times its first value a loss must end at to be said to have grown: mini-batches hover."""


def _without_limit(run: Run) -> str:
    """How a run ended where no limit tells why; not a forecast, but what happened."""
    loss = run.history.loss
    if run.history.diverged:
        when = f"after epoch {run.last_epoch}" if run.last_epoch else "within the first epoch"
        return f"the loss **grew without end** {when}: the numbers became too large. Choose a smaller learning rate."
    if loss[-1] > GROWN * loss[0]:
        return f"the loss **grew** from {number(loss[0])}: choose a smaller learning rate."
    if way := unfinished(run):
        return f"{way}."
    return "it **has arrived** at the best line." if reached(run, run.last_epoch) else "it stays where it is."


def _no_limit(settings: Settings) -> str:
    if settings.optimizer != "sgd":
        return f"{settings.optimizer} scales every step itself: its learning rate has no exact limit."
    if settings.batch_size is not None:
        return "Each batch has a limit of its own for the learning rate."
    return "With this loss or activation the learning rate has no single limit."


def in_standard_units(run: Run, epoch: int) -> str:
    """The line as the neuron itself has it where the data were standardised, the limit of its learning rate, and R²."""
    weight, bias = float(run.history.weights[epoch, 0]), float(run.history.bias[epoch])
    parts = []
    if run.standardizer is not None:  # of standard units nothing smaller than 0.005 can be seen
        parts.append(f"In standard units: **{equation(weight, bias, smallest=0.005)}**")
    if run.limit is not None:
        parts.append(f"limit of the learning rate **{in_full(run.limit)}**")
    if (r2 := run.r2(epoch)) > LOWEST_R2:
        parts.append(f"R²\u00a0**{below_one(r2, 2)}**")
    return _GAP.join(parts)


LOWEST_R2 = -100.0
"""Below it R² says no more than the loss does."""
