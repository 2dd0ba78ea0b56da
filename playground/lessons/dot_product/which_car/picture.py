"""Cars as profiles of four numbers, and the list of those that are most like one of them."""

from collections.abc import Sequence

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.panels import AXIS_LINE
from playground.figures.picture import Picture
from playground.figures.traces import line, words
from playground.learning.arrays import Array
from playground.lessons.dot_product.which_car.model import Comparison

REACH = 3.6
"""How far the standard units of a car go."""
TOP = 5
"""Cars at the head of the list that are shown, and below them the last one."""
LOOKS = (theme.line(theme.DATA), theme.line(theme.SECOND), theme.line(theme.START, "dash"))


def profile_picture(features: Sequence[str], named: Sequence[tuple[str, Array]]) -> Picture:
    """Draw up to three cars, each a line through its four numbers. named: their names and numbers."""
    across = list(range(len(features)))
    traces = [
        line(across, numbers.round(3).tolist(), look, name) for look, (name, numbers) in zip(LOOKS, named, strict=False)
    ]
    layout = theme.layout(
        showlegend=True,
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        legend=theme.legend(theme.FONT_SIZE - 1),
        xaxis=theme.axis(
            "",
            range=[-0.3, len(features) - 0.7],
            tickvals=across,
            ticktext=[name.replace(" ", "<br>") for name in features],
        ),
        yaxis=theme.axis("standard units", range=[-REACH, REACH], **AXIS_LINE),
    )
    listed = "; ".join(f"{name} {', '.join(map(number, numbers.tolist()))}" for name, numbers in named)
    return Picture(tuple(traces), layout, f"Standard units of {', '.join(features)}: {listed}.")


def list_picture(names: Sequence[str], comparison: Comparison, measure: str) -> Picture:
    """Draw the head of the list and its last car, as bars of the measure."""
    rows = [*comparison.order[:TOP], comparison.opposite]
    heights = [*range(TOP + 1, 1, -1), 0.6]
    values = [float(comparison.values[row]) for row in rows]
    end = 1.25 * max(map(abs, values))
    x: list[float | None] = []
    y: list[float | None] = []
    for value, height in zip(values, heights, strict=True):
        x += [0.0, value, None]
        y += [height, height, None]
    gap = 0.02 * end
    sides = [-gap if value > 0 else gap for value in values]
    bar = theme.line(theme.DATA, width=16)
    ends = [value + (gap if value > 0 else -gap) for value in values]
    traces = (
        line(x, y, bar, measure),
        words(sides, heights, [names[row] for row in rows], "cars") | _beside(values, inwards=True),
        words(ends, heights, [number(value) for value in values], "values") | _beside(values, inwards=False),
    )
    layout = theme.layout(
        xaxis=theme.axis(measure, range=[-end, end], zeroline=True, zerolinecolor=theme.START),
        yaxis={"range": [0.1, TOP + 1.6], "visible": False, "fixedrange": True},
    )
    listed = ", ".join(f"{names[row]} {number(value)}" for row, value in zip(rows, values, strict=True))
    return Picture(
        traces, layout, f"The largest {measure} with {names[comparison.chosen]}, and the smallest: {listed}."
    )


def _beside(values: Sequence[float], *, inwards: bool) -> dict[str, list[str]]:
    """On which side of its point each word stands: names across the zero line from their bar, values at its end."""
    sides = ("middle left", "middle right") if inwards else ("middle right", "middle left")
    return {"textposition": [sides[0] if value > 0 else sides[1] for value in values]}
