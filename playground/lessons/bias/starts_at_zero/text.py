"""A bias that starts at zero, in words: the gradient there worked out, and the first update."""

from playground.figures.markup import table
from playground.figures.numbers import decimals, factor, settled
from playground.lessons.bias.starts_at_zero.model import RATE, UPDATES, FromZero, X, Y, weight_without_push

TASK = "find a weight with which the first update leaves the bias at 0."
INTRODUCTION = "Two rows, and a line of weight w and bias 0. In Keras every bias starts at 0."


def errors_table(run: FromZero) -> str:
    """Both rows at the start, as a table."""
    rows = [["x", "y", "prediction w × x + 0", "error"]]
    for x, y, prediction, error in zip(X[:, 0], Y, run.predictions, run.errors, strict=True):
        rows.append([f"{x:g}", f"{y:g}", f"{decimals(run.weight)} × {x:g} = {decimals(prediction)}", decimals(error)])
    return table(rows)


def update_words(run: FromZero) -> str:
    """The gradient of the bias at 0 and the first update."""
    first, second = run.errors.tolist()
    step = float(run.history.bias[1])
    slope = (
        f"Gradient of the bias = mean of 2 × error = ({decimals(2 * first)} + {factor(2 * second)}) / 2 = "
        f"**{decimals(run.gradient)}**."
    )
    if run.stays:
        return f"{slope}  \nThe errors cancel: one row is too high by as much as the other is too low. It stays at 0."
    return f"{slope}  \nFirst update: b = 0 − {decimals(RATE)} × {factor(run.gradient)} = **{decimals(step)}**."


def now_words(run: FromZero, updates: int) -> str:
    """Weight, bias and loss after so many updates."""
    history = run.history
    weight, bias, loss = history.weights[updates, 0], history.bias[updates], history.loss[updates]
    numbers = f"w = **{settled(weight)}**, b = **{settled(bias)}**, loss **{settled(loss)}**"
    if not updates:
        return f"At the start: {numbers}."
    return f"After {updates} of {UPDATES} updates: {numbers}."


def hints(run: FromZero) -> tuple[str, str]:
    """How to find the weight at which the bias stays."""
    if run.stays:
        return (
            "You are there. Make the second update.",
            "The weight has moved by then, and the errors no longer cancel.",
        )
    side = "low, so a larger weight helps" if run.gradient < 0 else "high, so a smaller weight helps"
    return (
        f"The mean error is {decimals(run.mean_error)}: on the whole the line is too {side}.",
        f"With b = 0 the mean prediction is w × {decimals(float(X.mean()))}, and the mean of y is "
        f"{decimals(float(Y.mean()))}: take w = {decimals(weight_without_push())}.",
    )
