"""The bias in words: what it moves, what training with it and without it reaches, and what it learns alone."""

from collections.abc import Sequence

from playground.figures.words import ROUNDING, equation, number, settled
from playground.figures.words_sum import bracketed
from playground.learning.bias_alone import Alone, BiasStep
from playground.learning.claims import Pair
from playground.learning.run import Run
from playground.learning.shape import bias_for


def line_words(bias: float, rise: Sequence[float], rise_at_zero: Sequence[float]) -> str:
    """The slope of the line, measured with this bias and with none, as Markdown. rise: f(0) and f(1)."""
    at_0, at_1 = rise
    other_0, other_1 = rise_at_zero
    return (
        f"At x = 0 the output is **{number(at_0)}**: the bias.  \n"
        f"Slope with bias {number(bias)}: f(1) − f(0) = {number(at_1)} − {bracketed(at_0)} = "
        f"**{number(at_1 - at_0)}**.  \n"
        f"Slope with bias 0: {number(other_1)} − {bracketed(other_0)} = **{number(other_1 - other_0)}**. "
        "The weight alone sets it."
    )


def threshold_words(activation: str, weight: float, bias: float, place: float | None, slope: float) -> str:
    """Where the neuron switches and how steep it is, as Markdown."""
    if place is None:
        return "With weight 0 the output is the same everywhere: there is no threshold."
    sides = ("left", "right") if weight > 0 else ("right", "left")
    at = f"Threshold = −bias / weight = {number(-bias)} / {bracketed(weight)} = **{number(place)}**.  \n"
    if activation == "relu":
        return at + (
            f"To the {sides[0]} of it the output is 0, to the {sides[1]} the slope is **{number(slope)}**, "
            "whatever the bias."
        )
    return at + (
        f"There the output is 0.5; to the {sides[1]} it goes to 1. The slope there is **{number(slope)}**, "
        "whatever the bias."
    )


def threshold_hints(
    activation: str, weight: float, place: float | None, target: float, solved: bool
) -> tuple[str, str]:
    """How to bring the threshold to the target, from what is on the screen now."""
    if solved:
        return (
            "You are there. Change the weight: the threshold moves as well.",
            "A bias that follows keeps it in place.",
        )
    if activation == "linear":
        first = "A linear neuron has no threshold. Choose relu or sigmoid."
    elif place is None:
        first = "With weight 0 there is no threshold. Change the weight first."
    elif abs(place) < 1e-9:
        first = f"The threshold is at 0 now. It must move by {number(target)}."
    else:
        side = "left" if place < target else "right"
        first = f"The threshold is at {number(place)} now, too far to the {side}. The bias moves it."
    if weight == 0:
        return first, f"With weight 1, the bias must be {number(bias_for(1.0, target))}."
    return first, (
        f"Threshold = −bias / weight. With weight {number(weight)} the bias must be "
        f"−{number(target)} × {bracketed(weight)} = {number(bias_for(weight, target))}."
    )


UNITS = "Units: deviations of x and y. You choose their means, and so where zero lies."
"""Which units are used."""


def pair_lines(pair: Pair, guessed: bool) -> str:
    """Both runs, one a line, and what their floors say once there is a guess, as Markdown."""
    lines = [_run_line("With bias", pair.with_bias), _run_line("Without", pair.without_bias)]
    return "  \n".join([*lines, *([_floors(pair)] if guessed else [])])


def _run_line(name: str, seen: Run) -> str:
    weight, bias = float(seen.history.weights[-1, 0]), float(seen.history.bias[-1])
    line = equation(weight, bias, smallest=ROUNDING) if seen.settings.use_bias else f"y = {settled(weight)} x"
    said = f"**{name}**: {line}, loss **{number(float(seen.history.loss[-1]))}**, "
    said += f"lowest possible **{number(seen.best.loss)}**"
    if seen.converges:
        return f"{said}."
    assert seen.limit is not None  # plain gradient descent on all rows
    rate = f"Rate {number(seen.settings.rate)}"
    if not seen.diverges:
        return f"{said}. {rate} is on its limit: it never settles."
    return f"{said}. {rate} is above its limit {number(seen.limit, 4)}: it **diverges**{_sooner_or_later(seen)}."


def _floors(pair: Pair) -> str:
    if not pair.floor_gain:
        return "Both can reach the same loss: the best line goes through (0, 0) here, so its bias is 0."
    return f"Without a bias the line must go through (0, 0): the lowest loss is {number(pair.floor_gain)} higher."


def _sooner_or_later(seen: Run) -> str:
    """What to add where the loss of a run that diverges is still falling: other directions hide it at first."""
    loss = seen.history.loss
    return "" if loss[-1] > loss[0] else ", though not in so few epochs: give it more"


def alone_table(steps: Sequence[BiasStep], guessed: bool) -> str:
    """The gradient of the bias beside the mean error, as a Markdown table; before the guess without what answers it."""
    heads = ["epoch", "bias", "mean error", "2 × mean error", "gradient", "step"]
    rows = [heads, ["--:"] * len(heads)]
    for epoch, *numbers in steps:
        bias, mean, twice, slope, step = map(settled, numbers)
        rows.append([str(epoch), bias, mean, f"**{twice}**", f"**{slope}**", step])
    shown = len(heads) if guessed else 3
    return "\n".join(f"| {' | '.join(row[:shown])} |" for row in rows)


def shown_rows(epochs: int) -> list[int]:
    """The epochs that the table shows: the first two and the last."""
    return sorted({0, 1, epochs})


def alone_words(alone: Alone) -> str:
    """What the bias alone has reached, and what could be reached."""
    said = (
        f"Loss **{number(float(alone.run.history.loss[-1]))}**.  \n"
        f"Lowest with weight {number(alone.weight)}: **{number(alone.floor)}**.  \n"
        f"Lowest of all: **{number(alone.lowest.loss)}**."
    )
    if alone.settles:
        return said
    return f"{said}  \nThe rate is not below {_limit(alone)}, its limit here: the bias does not settle."


def alone_hints(alone: Alone) -> tuple[str, str]:
    """How to reach the lowest loss of all with the bias alone, from what is on the screen now."""
    history, optimum = alone.run.history, alone.lowest
    best = float(optimum.weights[0])
    if alone.reaches_the_best:
        return "You are there. Try other data.", "Move the means: the frozen weight may stay, the bias follows."
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
