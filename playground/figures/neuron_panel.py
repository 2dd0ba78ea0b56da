"""A neuron with one feature, drawn with the numbers of one row: feature times weight, plus bias, gives the output."""

from playground.figures import theme
from playground.figures.markup import as_plotly
from playground.figures.numbers import bare, in_brackets, number, with_sign
from playground.figures.picture import Trace
from playground.figures.quantity import Quantity, in_unit, off
from playground.figures.traces import labels, line, marks, words
from playground.figures.written_sum import WrittenSum, written_sum
from playground.learning.run import Run

PANEL = {"xaxis": "x3", "yaxis": "y3"}
"""Where its traces stand; both axes reach from 0 to 10, and Plotly draws nothing beyond them."""
FEATURE_AT, ONE_AT, SUM_AT, OUTPUT_AT = (1.0, 6.5), (1.0, 2.5), (4.8, 4.5), 5.8
NODE_SIZE = 52
ON_A_NODE = 5
"""Characters that fit on a node."""


def neuron_panel(run: Run, epoch: int, row: int, feature: Quantity, label: Quantity, narrow: bool) -> tuple[Trace, ...]:
    """The neuron as it is after that epoch, in the data's units. row: the position of the row in it.

    narrow: the sum as lines of words, where there is no room for a drawing.
    """
    x, measured = float(run.X[row, 0]), float(run.y[row])
    weights, offset = run.in_data_units(run.history.weights[epoch], run.history.bias[epoch])
    written = written_sum([x], weights.tolist(), float(offset))
    output = as_plotly(in_unit(written.output, label))
    error = x * float(weights[0]) + float(offset) - measured
    gap = as_plotly(f"measured {in_unit(bare(number(measured, 6)), label)}: {off(error, label)}")
    named = as_plotly(f"row {row + 1}: {feature.name} {in_unit(written.features[0], feature)}")
    if narrow:
        total = f"{written.features[0]} × {in_brackets(written.weights[0])} {with_sign(written.bias)} = {output}"
        written_out = words([0.0] * 3, [9.0, 5.0, 1.0], [named, total, gap], "neuron", "middle right")
        undrawn = [line([], [], _WIRE, "wires"), *(words([], [], [], f"not drawn {i}") for i in range(3))]
        return tuple(trace | _STANDS for trace in (written_out, *undrawn))  # as many traces as of a drawing
    (left, high), (_, low), (right, middle) = FEATURE_AT, ONE_AT, SUM_AT
    across, up = [left, right, None, left, right, OUTPUT_AT], [high, middle, None, low, middle, middle]
    wires = line(across, up, _WIRE, "wires")
    nodes = marks([left, left, right], [high, low, middle], theme.START, NODE_SIZE, "nodes", opacity=1)
    nodes["marker"]["color"] = [theme.START, theme.START, theme.NEURON]
    on_nodes = words([left, left, right], [high, low, middle], [_on_node(x, written), "1", "Σ"], "on nodes")
    factors = [f"× {in_brackets(written.weights[0])}", f"× {in_brackets(written.bias)}"]
    around = words([0.0, 2.5, 2.5, 0.0], [9.8, 6.3, 2.7, 0.0], [named, *factors, gap], "around the neuron")
    around["textposition"] = ["middle right", "top right", "bottom right", "middle right"]
    result = words([OUTPUT_AT + 0.1], [middle], [output], "output", "middle right")
    return tuple(
        trace | _STANDS
        for trace in (
            wires,
            nodes,
            on_nodes | labels(on_nodes["text"], "middle center", theme.ON_NODE),
            around,
            result | {"textfont": {"size": theme.LARGE_FONT_SIZE, "color": theme.NEURON, "weight": 700}},
        )
    )


_STANDS = PANEL | {"cliponaxis": False}
_WIRE = theme.line(theme.START, width=theme.THIN_LINE_WIDTH)


def axes() -> dict[str, dict[str, object]]:
    """Its axes, which are not seen."""
    bare_axis = {"range": [0, 10], "visible": False, "fixedrange": True}
    return {"xaxis3": {**bare_axis, "anchor": "y3"}, "yaxis3": {**bare_axis, "anchor": "x3"}}


def _on_node(x: float, written: WrittenSum) -> str:
    """The feature on its node, rounded where that is too small for all of its digits, which stand above it."""
    return written.features[0] if len(written.features[0]) <= ON_A_NODE else bare(number(x))
