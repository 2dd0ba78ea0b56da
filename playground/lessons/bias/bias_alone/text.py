"""What the bias learns alone, in words."""

from collections.abc import Sequence

from playground.figures.markup import table
from playground.figures.numbers import number, settled
from playground.lessons.bias.bias_alone.model import Alone, BiasStep


def alone_table(steps: Sequence[BiasStep], guessed: bool) -> str:
    """The gradient of the bias beside the mean error, as a table; before the guess without what answers it."""
    heads = ["epoch", "bias", "mean error", "2 × mean error", "gradient", "step"]
    rows = [heads]
    for epoch, *numbers in steps:
        bias, mean, twice, slope, step = map(settled, numbers)
        rows.append([str(epoch), bias, mean, f"**{twice}**", f"**{slope}**", step])
    shown = len(heads) if guessed else 3
    return table(row[:shown] for row in rows)


def shown_rows(epochs: int) -> list[int]:
    """The epochs that the table shows: the first two and the last."""
    return sorted({0, 1, epochs})


def alone_words(alone: Alone) -> str:
    """What the bias alone has reached, and what could be reached."""
    sentence = (
        f"Loss **{number(float(alone.run.history.loss[-1]))}**.  \n"
        f"Lowest with weight {number(alone.weight)}: **{number(alone.floor)}**.  \n"
        f"Lowest of all: **{number(alone.lowest.loss)}**."
    )
    if alone.settles:
        return sentence
    return f"{sentence}  \nThe rate is not below {_limit(alone)}, its limit here: the bias does not settle."


def alone_hints(alone: Alone) -> tuple[str, str]:
    """How to reach the lowest loss of all with the bias alone, from what is on the screen now."""
    history, optimum = alone.run.history, alone.lowest
    best = float(optimum.weights[0])
    if alone.reaches_the_best:
        return (
            "You are there. Try other data.",
            "Move the means: the bias comes to another value, and the weight can stay as it is.",
        )
    if not alone.can_reach_the_best:
        side = "higher" if best > alone.weight else "lower"
        return (
            f"With weight {number(alone.weight)} the bias can reach {number(alone.floor)} at best, and "
            f"{number(optimum.loss)} is asked for. Set the frozen weight {side}.",
            f"Set the frozen weight near the least-squares slope, {number(best)}.",
        )
    return (
        f"The weight is good: {number(alone.floor)} is within reach, the loss is now "
        f"{number(float(history.loss[-1]))}. Only the bias is not there yet.",
        f"The bias is {number(float(history.bias[-1]))} and must come to {number(alone.best_bias)}: "
        f"{'more epochs' if alone.settles else f'choose a learning rate below {_limit(alone)}, its limit here'}. "
        f"At rate {number(alone.one_step_rate)} a single step goes all the way.",
    )


def _limit(alone: Alone) -> str:
    assert alone.run.limit is not None  # plain gradient descent on all rows
    return number(alone.run.limit)
