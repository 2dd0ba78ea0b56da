"""Three features on their wires, a weight to be dragged on each, and how far the sum is from its target."""

from collections.abc import Sequence

from playground.figures import theme
from playground.figures.numbers import decimals, factor
from playground.figures.picture import Picture
from playground.figures.screen import Handle
from playground.figures.traces import grips, labelled, line, marks, words
from playground.lessons.weights.first_sum.model import FEATURES, LARGEST, TARGET, weighted_sum

HEIGHTS = (1.0, 0.0, -1.0)
"""Of the wires."""
INPUT_AT, RAIL_AT, SUM_AT, BAR_AT = 0.0, 0.36, 1.0, 1.42
RAIL = 0.42
"""Half the length of the rail on which a weight is dragged; it stands for LARGEST."""
NODE = 54
PER_UNIT, FARTHEST = 0.36, 1.5
"""How high the bar stands for a sum of 1, and how far it goes up and down at most."""
CLEAR = (0.17, 0.17, -0.17)
"""How far above its wire a weight is written; the last wire rises."""
PRODUCTS_AT = ((0.8, 0.68), (0.72, 0.14), (0.8, -0.68))
"""Beside the wires, on their way to the sum."""

KEYS = ("first_w1", "first_w2", "first_w3")
HANDLES = tuple(Handle(key, RAIL_AT, RAIL / LARGEST) for key in KEYS)


def first_sum_picture(weights: Sequence[float], answered: bool, narrow: bool) -> Picture:
    """Draw the wires with their weights; products, sum and target only if they may be told."""
    total = weighted_sum(weights)
    across: list[float | None] = []
    up: list[float | None] = []
    for height in HEIGHTS:
        across += [INPUT_AT, RAIL_AT * 1.6, SUM_AT, None]
        up += [height, height, 0.0, None]
    rails_x = [at for _ in HEIGHTS for at in (RAIL_AT, RAIL_AT, None)]
    rails_y = [end for height in HEIGHTS for end in (height - RAIL, height + RAIL, None)]
    heights = [height + RAIL * weight / LARGEST for height, weight in zip(HEIGHTS, weights, strict=True)]
    factors = [f"× {factor(weight)}" for weight in weights]
    products = [decimals(x * w) for x, w in zip(FEATURES, weights, strict=True)] if answered else []
    now, target = _height(total), _height(TARGET)
    bar_x = [BAR_AT] * 2 if answered else []
    named = [f"target {decimals(TARGET)}", "0"] if answered else []
    beside = RAIL_AT + (0.1 if narrow else 0.05)
    products_at = PRODUCTS_AT[: len(products)]
    traces = (
        line(across, up, theme.line(theme.START, width=theme.THIN_LINE_WIDTH), "wires"),
        line(rails_x, rails_y, theme.line(theme.START, width=theme.LINE_WIDTH), "rails", opacity=0.5),
        labelled(
            marks([INPUT_AT] * 3, HEIGHTS, theme.START, NODE, "features", opacity=1),
            [decimals(x) for x in FEATURES],
            "middle center",
            theme.ON_NODE,
        ),
        labelled(
            marks([SUM_AT], [0.0], theme.NEURON, NODE, "sum", opacity=1),
            [decimals(total) if answered else "?"],
            "middle center",
            theme.ON_NODE,
        ),
        grips([RAIL_AT] * 3, heights),
        words(
            [beside] * 3,
            [height + clear for height, clear in zip(HEIGHTS, CLEAR, strict=True)],
            factors,
            "weights",
            "middle right",
        ),
        words([x for x, _ in products_at], [y for _, y in products_at], products, "products"),
        line(bar_x, [0.0, now] if answered else [], theme.line(theme.NEURON, width=26), "sum as a bar"),
        line(bar_x, [now, target] if answered else [], theme.line(theme.OPTIMUM, width=12), "gap", opacity=0.5),
        line(
            [BAR_AT - 0.09, BAR_AT + 0.09, None, BAR_AT - 0.09, BAR_AT + 0.09] if answered else [],
            [target, target, None, 0.0, 0.0] if answered else [],
            theme.line(theme.OPTIMUM),
            "target and 0",
        ),
        words([BAR_AT + 0.1] * len(named), [target, 0.0][: len(named)], named, "names", "middle right"),
    )
    bare = {"visible": False, "fixedrange": True}
    layout = theme.layout(
        xaxis={**bare, "range": [-0.21, 1.95] if narrow else [-0.12, 1.85]},
        yaxis={**bare, "range": [-1.62, 1.62]},
    )
    sums = f" The weighted sum is {decimals(total)}, and the target is {decimals(TARGET)}." if answered else ""
    listed = ", ".join(f"{decimals(x)} {written}" for x, written in zip(FEATURES, factors, strict=True))
    return Picture(tuple(traces), layout, f"Three wires: {listed}.{sums}", moving=(3, 4, 5, 6, 7, 8, 9, 10))


def _height(total: float) -> float:
    return min(max(PER_UNIT * total, -FARTHEST), FARTHEST)
