"""The weights as signed bars: standardised, and in the data's own units, where their order may be another one."""

from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.markup import as_plotly, shortened
from playground.figures.numbers import number
from playground.figures.panels import round_top
from playground.figures.picture import Picture, Trace
from playground.figures.theme import tick_step
from playground.figures.traces import NO_LEGEND, line, marks
from playground.learning.arrays import Array
from playground.lessons.your_numbers.experiment import Experiment

ROOM, EACH = 94, 26
"""Heights in pixels: around the bars, and of one."""
BAR = 13
LARGEST = 1e300
LONGEST_NAME, LONGEST_NARROW_NAME = 18, 12
"""Characters of a name beside a bar."""


def weights_picture(experiment: Experiment, epoch: int, *, narrow: bool) -> Picture:
    """Both kinds of weights after that epoch, the first feature on top; diamonds are least squares."""
    weights, _ = experiment.in_data_units(epoch)
    standard = experiment.in_standard_units(epoch)
    best = experiment.best
    scale = experiment.standardizer.X_scale / experiment.standardizer.y_scale
    pairs = [(standard, best.weights * scale if best else None), (weights, best.weights if best else None)]
    traces: list[Trace] = []
    axes: dict[str, Any] = {}
    count = len(weights)
    for i, (bars, diamonds) in enumerate(pairs):
        place = {} if i == 0 else {"xaxis": "x2", "yaxis": "y2"}
        traces += [trace | place for trace in _bars(bars, diamonds, is_first=i == 0)]
        axes[f"xaxis{i + 1}".removesuffix("1")] = _across(
            bars, diamonds, narrow, (NARROW_TITLES if narrow else TITLES)[i]
        ) | {
            "domain": _domain(i, narrow),
            "anchor": "y2" if i else "y",
        }
    names = [as_plotly(shortened(name, LONGEST_NARROW_NAME if narrow else LONGEST_NAME)) for name in experiment.names]
    up = {"range": [count - 0.5, -0.5], "tickvals": list(range(count)), "ticktext": names, "zeroline": False}
    axes |= {"yaxis": theme.axis("", **up), "yaxis2": theme.axis("", **up) | {"anchor": "x2", "showticklabels": False}}
    layout = theme.layout(
        height=ROOM + EACH * count,
        **axes,
        showlegend=True,
        legend=theme.legend(theme.FONT_SIZE - 1),
        margin={"l": 8, "r": 8, "t": 26, "b": 56},
    )
    shown = ", ".join(f"{name} {number(weight)}" for name, weight in zip(experiment.names, standard, strict=True))
    alt = f"Standardised weights after epoch {epoch}: {shown}."
    return Picture(tuple(traces), layout, alt, tuple(range(len(traces))), ("xaxis", "xaxis2"))


TITLES = ("standardised: deviations per deviation", "in the data's units")
NARROW_TITLES = ("standardised", "data's units")


def _bars(weights: Array, best: Array | None, is_first: bool) -> list[Trace]:
    x: list[float | None] = []
    y: list[float | None] = []
    for position, weight in enumerate(_drawn(weights).tolist()):
        x += [0.0, weight, None]
        y += [position, position, None]
    bars = line(x, y, theme.line(theme.NEURON, width=BAR), "weight")
    positions: list[float | None] = list(range(len(weights))) if best is not None else []
    diamonds = marks(
        best.tolist() if best is not None else [], positions, theme.OPTIMUM, 11, "least squares", symbol="diamond"
    )
    return [bars | ({} if is_first else NO_LEGEND), diamonds | ({} if is_first and best is not None else NO_LEGEND)]


def _across(weights: Array, best: Array | None, narrow: bool, title: str) -> dict[str, Any]:
    sizes = np.abs(np.append(_drawn(weights), _drawn(best) if best is not None else 0.0))
    end = round_top(float(sizes.max()) * 1.06) if sizes.max() > 0 else 1.0
    ticks = tick_step(-end, end) * (1 + narrow)  # on a phone there is room for every second one
    return theme.axis(
        title, range=[-end, end], dtick=ticks, tickangle=0, zeroline=True, zerolinecolor=theme.START, zerolinewidth=2
    )


def _drawn(weights: Array) -> Array:
    """Weights as far as a picture can show them: those of a run that diverged may be beyond it."""
    shown: Array = np.clip(np.nan_to_num(weights), -LARGEST, LARGEST)
    return shown


def _domain(position: int, narrow: bool) -> list[float]:
    room = 0.08 if narrow else 0.03
    return [0.0, 0.5 - room] if position == 0 else [0.5 + room, 1.0]
