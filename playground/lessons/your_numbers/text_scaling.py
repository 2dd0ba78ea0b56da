"""What standardising does to the visitor's rows, in words."""

from math import isfinite

from playground.figures.numbers import in_full, number
from playground.lessons.your_numbers.scaling import MOST_EPOCHS, Difficulty, Scaling

HEAD = "| for sgd on all rows | raw | standardised |\n| --- | --- | --- |"
WHY = (
    "The condition number is the steepest direction of the loss over the flattest. The steepest sets the limit of the "
    "rate, and the flattest has to live with it: the larger the number, the longer it takes."
)


def scaling_words(scaling: Scaling) -> str:
    """Limit, condition number and epochs, side by side."""
    both = scaling.raw, scaling.standardised
    rows = [
        ("limit of the learning rate", *(in_full(each.limit) for each in both)),
        ("condition number", *(number(each.condition) if isfinite(each.condition) else "infinite" for each in both)),
        ("epochs until within 1 % of the lowest loss, at half the limit", *map(_epochs, both)),
    ]
    return f"{HEAD}\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + f"\n\n{WHY}"


def _epochs(difficulty: Difficulty) -> str:
    return str(difficulty.epochs) if difficulty.epochs is not None else f"more than {MOST_EPOCHS}"
