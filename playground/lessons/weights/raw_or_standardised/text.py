"""What standardising does to rows, in words."""

from math import isfinite

from playground.figures.markup import table
from playground.figures.numbers import in_full, number
from playground.learning.run import Run
from playground.lessons.weights.raw_or_standardised.model import MOST_EPOCHS, Difficulty, Scaling

HEAD = "for sgd on all rows", "raw", "standardised"
RAW = "**As measured**: the loss over weight and bias, lowest at the star"
STANDARDISED = "**Standardised**"
WHY = (
    "The condition number is the steepest direction of the loss over the flattest. The steepest sets the limit of the "
    "rate, and the flattest has to live with it: the larger the number, the longer it takes."
)


def scaling_words(scaling: Scaling) -> str:
    """Limit, condition number and epochs, side by side."""
    both = scaling.raw, scaling.standardised
    rows = [
        HEAD,
        ("limit of the learning rate", *(in_full(each.limit) for each in both)),
        ("condition number", *(number(each.condition) if isfinite(each.condition) else "infinite" for each in both)),
        ("epochs until within 1 % of the lowest loss, at half the limit", *map(_epochs, both)),
    ]
    return f"{table(rows)}\n\n{WHY}"


def _epochs(difficulty: Difficulty) -> str:
    return str(difficulty.epochs) if difficulty.epochs is not None else f"more than {MOST_EPOCHS}"


def where_words(epoch: int, raw: Run, standardised: Run) -> str:
    """Both losses after that epoch, and the lowest ones."""
    losses = [
        f"{name} **{number(float(run.history.loss[epoch]))}**, lowest {number(run.best.loss)}"
        for name, run in (("as measured", raw), ("standardised", standardised))
    ]
    return f"Loss after epoch **{epoch}**: {'; '.join(losses)}."
