"""What the bias of a neuron moves, in words."""

from collections.abc import Sequence

from playground.figures.numbers import bracketed, number
from playground.lessons.bias.moves.model import bias_for


def line_words(bias: float, rise: Sequence[float], rise_at_zero: Sequence[float]) -> str:
    """The slope of the line, measured with this bias and with none. rise: f(0) and f(1)."""
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
    """Where the neuron switches and how steep it is."""
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
            "Then change the bias as well, until the threshold is back at its place.",
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
