"""Penguins with a collar, measured with a wrong ruler: the points move, and the line follows."""

from playground.figures import theme
from playground.figures.numbers import exact, number
from playground.figures.picture import Picture
from playground.figures.traces import line, marks
from playground.learning.arrays import Array
from playground.lessons.bias.collar.model import Retrained

ACROSS, UP = (160.0, 244.0), (2200.0, 7400.0)
"""Room for the penguins, with the largest collar and the worst ruler."""


def collar_picture(
    X: Array, y: Array, collar: float, ruler: float, retrained: Retrained, titles: tuple[str, str], trained: bool
) -> Picture:
    """Draw the rows as they are measured now, the line from before, and the line trained anew, if it is."""
    x = X[:, 0]
    before = [retrained.weight * end + retrained.bias for end in ACROSS]
    after = [retrained.new_weight * end + retrained.new_bias for end in ACROSS] if trained else []
    now = (x + ruler).tolist(), (y + collar).tolist()
    traces = (
        marks(*now, theme.DATA, theme.MARKER_SIZE, "penguins", opacity=0.5),
        line(ACROSS, before, theme.line(theme.START, "dash"), "line before"),
        line(ACROSS if trained else [], after, theme.line(theme.NEURON), "line trained anew"),
    )
    layout = theme.layout(
        showlegend=True,
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        legend=theme.legend(theme.FONT_SIZE - 1),
        xaxis=theme.axis(titles[0], range=list(ACROSS), zeroline=False),
        yaxis=theme.axis(titles[1], range=list(UP), zeroline=False),
    )
    alt = f"{len(y)} penguins, {exact(collar)} g heavier and {exact(ruler)} mm longer than they are."
    if trained:
        weight, bias = number(retrained.new_weight, 4), number(retrained.new_bias, 4)
        alt += f" The line trained anew has weight {weight} and bias {bias}."
    return Picture(traces, layout, alt, moving=(0, 1, 2))
