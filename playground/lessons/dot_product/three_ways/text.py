"""One number three ways in words, and hints for bringing it to zero."""

from playground.figures.numbers import decimals, factor, signed_terms
from playground.learning.shape import threshold
from playground.lessons.dot_product.three_ways.model import AT_LEAST, ThreeWays

UNANSWERED = {
    "numbers": "",
    "as_projection": "(w, b) and (x, 1) as arrows",
    "as_height": "The line of the neuron, with x marked",
}
"""What stands there before there is a guess."""


def projection_words(ways: ThreeWays) -> str:
    """The number as a projection."""
    length = factor(ways.along)
    away = ", as green points away" if ways.along < 0 else ""  # in the second line, which has room for it
    return (
        "**As a projection**: green length × length of (x, 1)  \n"
        f"= {length} × {decimals(ways.length)} = **{decimals(ways.projected)}**{away}"
    )


def sum_words(w: float, b: float, x: float, ways: ThreeWays) -> str:
    """The number as the neuron's sum."""
    factors = f"{factor(w)} × {factor(x)} + {factor(b)} × 1"
    terms = " ".join(signed_terms(ways.terms))
    return f"**As the neuron's sum**: w × x + b × 1  \n= {factors}  \n= {terms} = **{decimals(ways.total)}**"


def height_words(w: float, b: float, x: float, ways: ThreeWays) -> str:
    """The number as the height of the line."""
    at, height = decimals(x), decimals(ways.height)
    return f"**As a height**: at x = {at} the line  \n{line_equation(w, b)} is at height **{height}**"


def angle_words(ways: ThreeWays) -> str:
    """What the angle between (w, b) and (x, 1) means for the neuron."""
    if ways.angle is None:
        return "w and b are 0: the neuron says 0 everywhere."
    if ways.perpendicular:
        return "The arrows are perpendicular: the line is at 0 here."
    angle = f"Angle {decimals(round(ways.angle, 2))}°"
    if ways.total > 0:
        return f"{angle}, below 90°: the line is above 0 here."
    return f"{angle}, above 90°: the line is below 0 here."


def zero_hints(w: float, b: float, x: float, ways: ThreeWays, solved: bool) -> tuple[str, str]:
    """How to bring the line to 0 at this x, from what is on the screen now."""
    if solved:
        return "You are there. Move x: where is the angle below 90°?", "On the side where the line is above 0."
    first = f"The height is {decimals(ways.height)} now. At height 0 the two arrows are perpendicular."
    if min(abs(w), abs(b)) < AT_LEAST:
        return first, "First make w and b at least 1 or at most −1: both count."
    return first, (
        f"The line is at 0 where x = −b / w. With w = {decimals(w)} and b = {decimals(b)}, "
        f"move x from {decimals(x)} to {decimals(threshold(w, b) or 0.0)}."
    )


def line_equation(w: float, b: float) -> str:
    """The neuron's line as y = 0.5 x − 2."""
    return f"y = {decimals(w)} x {'−' if b < 0 else '+'} {decimals(abs(b))}"
