"""One neuron's output over its feature: the bias moves it, among ghosts of itself with other biases."""

from collections.abc import Sequence

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.panels import AXIS_LINE
from playground.figures.picture import Picture
from playground.figures.traces import line, marks, words
from playground.learning.arrays import Array
from playground.lessons.bias.curve import AT, REACH, UP

GHOST_BIASES = (-4.0, -2.0, 0.0, 2.0, 4.0)
Place = tuple[float, float]
HELP = ("other biases", "helping line", "mark", "words")
"""The traces that show what the bias does."""


def moves_picture(
    activation: str, f: Array, ghosts: Sequence[Array], corners: Sequence[Place], label: str, alt: str
) -> Picture:
    """Draw the output f at AT, and its ghosts.

    corners: those of the helping line, first the point it is about: where the line crosses x = 0, with a step of
    1 to the right and the rise, or the threshold with the upright through it; none where there is no such point.
    label: what stands beside that point.
    """
    low, high = UP[activation]
    x: list[float | None] = []
    y: list[float | None] = []
    for ghost in ghosts:
        x += [*AT.tolist(), None]
        y += [*ghost.tolist(), None]
    inside = [corner for corner in corners if abs(corner[0]) <= REACH]
    traces = (
        line(x, y, theme.line(theme.START, width=1.5), "other biases", opacity=0.6),
        line(AT.tolist(), f.tolist(), theme.line(theme.NEURON), "neuron"),
        line(*_axes(inside), theme.line(theme.OPTIMUM, "dot"), "helping line"),
        marks(*_axes(inside[:1]), theme.OPTIMUM, theme.LARGE_MARKER_SIZE, "mark"),
        words(*_axes([_beside(activation, corners)] if inside else []), [label] if inside else [], "words"),
    )
    layout = theme.layout(
        xaxis=theme.axis("x", range=[-REACH, REACH], **AXIS_LINE),
        yaxis=theme.axis("output f(x)", range=[low, high], **AXIS_LINE),
    )
    return Picture(traces, layout, alt, moving=(0, 1, 2, 3, 4))


def moves_alt(activation: str, weight: float, bias: float, switches_at: float | None) -> str:
    """What the picture shows now, in words."""
    place = "it never switches" if switches_at is None else f"its sum is zero at x = {number(switches_at)}"
    return (
        f"The output of a {activation} neuron with weight {number(weight)} and bias {number(bias)}: {place}. "
        f"In grey, the same neuron with biases from {number(GHOST_BIASES[0], 1)} to {number(GHOST_BIASES[-1], 1)}."
    )


def line_alt(activation: str, weight: float, bias: float) -> str:
    """What the picture shows without its help, in words."""
    return f"The output of a {activation} neuron with weight {number(weight)} and bias {number(bias)}."


def _axes(places: Sequence[Place]) -> tuple[list[float], list[float]]:
    return [x for x, _ in places], [y for _, y in places]


def _beside(activation: str, corners: Sequence[Place]) -> Place:
    """Where words cover no curve: on the side the line leaves free, or below zero under the threshold."""
    x, y = corners[0]
    if activation == "linear":
        rises = corners[2][1] >= corners[1][1]
        return x - 0.7, y + (0.8 if rises else -0.8)
    return min(max(x, 1.0 - REACH), REACH - 1.0), UP[activation][0] / 2
