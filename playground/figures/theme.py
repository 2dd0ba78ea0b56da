"""Every colour and size the pictures use, once.

The colours are dark enough to stand out on white, light enough for a dark page (at least 3 : 1 on both), and
differ for the common kinds of colour blindness. They follow Okabe and Ito, "Color Universal Design" (2008). Where
two lines could still be confused, the dash differs as well.
"""

from math import ceil, floor, log10
from typing import Any

DATA = "#2F86C8"
"""What was measured; also vector a."""
NEURON = "#D55E00"
"""What the neuron does: its line, its weights, its output, its loss; and nothing else."""
SECOND = "#B0568F"
"""The second of two: vector b."""
OPTIMUM = "#009E73"
"""Where learning can end: least squares, the loss floor; also the projection."""
START = "#8A8F98"
"""Where learning starts; helping lines."""

LABELS: list[list[Any]] = [[0.0, "#CFE6F7"], [0.5, DATA], [1.0, "#123A5A"]]
"""From small labels to large ones, in the hue of what was measured; its marks have an outline of START."""

ON_NODE = "#0E1117"
"""Numbers on a drawn neuron's nodes, at least 4.5 : 1 on START and on NEURON; white would not be."""

SOLVED = "#00785A"
"""The badge of a mission, with white on it."""

ON_LINE = "#FFFFFF"
"""Around a grip on a line."""

FONT_SIZE = 15
LARGE_FONT_SIZE = 22
LINE_WIDTH = 4
THIN_LINE_WIDTH = 2.5
THICK_LINE_WIDTH = 5
MARKER_SIZE = 7
LARGE_MARKER_SIZE = 14
GRIP_SIZE = 22

CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
"""Plotly's own tools would take room and attention; hovering still works."""


def as_css() -> str:
    """The colours that style sheets share with pictures, as variables such as --neuron."""
    colours = {"data": DATA, "neuron": NEURON, "second": SECOND, "optimum": OPTIMUM, "start": START}
    colours |= {"on-node": ON_NODE, "solved": SOLVED}
    return f":root {{ {' '.join(f'--{name}: {colour};' for name, colour in colours.items())} }}"


def layout(**more: Any) -> dict[str, Any]:
    """The layout all figures share. Text and grid colours come from the page's light or dark theme.

    A figure without a height is as high as its place (see `ui/pictures.css`).
    """
    return {
        "font": {"size": FONT_SIZE},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,  # a finger on the chart scrolls the page
        "hovermode": "closest",
        "hoverlabel": {"font": {"size": FONT_SIZE}},
        **{name: _apart(part) if name.startswith("yaxis") else part for name, part in more.items()},
    }


def _apart(upright: dict[str, Any]) -> dict[str, Any]:
    """That y axis with its title off its ticks: Plotly measures to the baseline, and letters reach below that."""
    title = upright.get("title")
    return upright | {"title": title | {"standoff": 12}} if title else upright


ON_A_WALL = 1.75
"""How much larger words and marks are where a picture is read from the back row."""
SIZED = "font", "textfont", "tickfont", "marker"


def _has_size(look: Any) -> bool:
    return isinstance(look, dict) and isinstance(look.get("size"), (int, float))


def magnified(part: Any) -> Any:
    """A figure, or a part of one, with words and marks as large as on a wall."""
    if isinstance(part, dict):
        larger = {name: magnified(each) for name, each in part.items()}
        sized = {name: larger[name] for name in SIZED if _has_size(larger.get(name))}
        apart = {"standoff": 3 * part["standoff"]} if "standoff" in part else {}  # else a title lies on larger ticks
        return larger | apart | {name: each | {"size": ON_A_WALL * each["size"]} for name, each in sized.items()}
    return [magnified(each) for each in part] if isinstance(part, list) and part and isinstance(part[0], dict) else part


def axis(title: str, **more: Any) -> dict[str, Any]:
    """An axis with a title, at a size that can be read from the back row, that the visitor cannot shift by accident.

    Its ticks follow from its range alone. Plotly's own choice depends on the range before as well.
    """
    return {
        "title": {"text": title, "standoff": 6, "font": {"size": FONT_SIZE}},
        "tickfont": {"size": FONT_SIZE - 1},
        "fixedrange": True,
        "exponentformat": "power",
        **({"dtick": tick_step(*more["range"])} if "range" in more and "tickvals" not in more else {}),
        **more,
    }


MOST_TICKS = 6
"""So that they stand apart, also on a logarithmic axis however many powers of ten it spans."""


SMALLEST_STEP = 1e-300
"""Smaller powers of ten lose their digits, and those below 1e-323 are 0."""


def tick_step(low: float, high: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that divides this range into no more than MOST_TICKS."""
    least = max((high - low) / MOST_TICKS, SMALLEST_STEP)
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least * (1 - 1e-9))


def logarithmic(linear: dict[str, Any]) -> dict[str, Any]:
    """That axis with its range, in exponents of ten, on a logarithmic scale."""
    low, high = linear["range"]
    title = linear["title"] | {"text": f"{linear['title']['text']} (logarithmic)"}
    return linear | {"title": title, "type": "log", "dtick": ceil((high - low) / MOST_TICKS)}


def words(colour: str | None = None) -> dict[str, Any]:
    """How words in a picture look: as the page's words do, or bold in a colour of their own (see `ui/page.css`)."""
    return {"size": FONT_SIZE, **({"color": colour, "weight": 700} if colour else {})}


def legend(size: int = FONT_SIZE) -> dict[str, Any]:
    """A legend above the picture, for reading only: a press on it changes nothing."""
    return {
        "orientation": "h",
        "x": 0,
        "y": 1,
        "yanchor": "bottom",
        "font": {"size": size},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def faded(colour: str, share: float) -> str:
    """That colour, so far opaque: 1 hides what is behind it, 0 nothing."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {share:g})"


def line(colour: str, dash: str = "solid", width: float = LINE_WIDTH) -> dict[str, Any]:
    """A line's look."""
    return {"color": colour, "dash": dash, "width": width}
