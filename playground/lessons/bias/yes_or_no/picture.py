"""Yes or no over one feature: the sigmoid, where it switches, and the rows it gets wrong."""

import numpy as np

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.picture import Picture
from playground.figures.traces import NO_LEGEND, line, marks, words
from playground.learning.arrays import Array
from playground.learning.shape import outputs
from playground.lessons.bias.yes_or_no.model import Decision

LOW, HIGH = -0.3, 1.34
SPREAD = 0.14
"""How far equal measurements are drawn apart, up and down."""
GOLDEN = 0.618034
"""Its multiples, without what is before the point, are spread evenly however many there are."""


def decision_picture(neuron: Decision, x: Array, labels: Array, title: str, label: str) -> Picture:
    """Draw the neuron over the rows. title: of the feature's axis. label: the question that is answered."""
    ends = float(x.min()) - 4.0, float(x.max()) + 4.0
    at = np.linspace(*ends, 101)
    curve = outputs(at - neuron.zero, neuron.weight, neuron.bias, "sigmoid")
    heights = (labels + SPREAD * (2.0 * (np.arange(len(x)) * GOLDEN % 1.0) - 1.0)).round(2)
    wrong = neuron.mistaken(x, labels)
    place = neuron.switch
    inside = place is not None and ends[0] < place < ends[1]
    traces = (
        marks(x.tolist(), heights.tolist(), theme.DATA, theme.MARKER_SIZE, "penguin", opacity=0.6),
        marks(x[wrong].tolist(), heights[wrong].tolist(), theme.SECOND, theme.MARKER_SIZE + 2, "mistake", symbol="x"),
        line(at.tolist(), curve.round(3).tolist(), theme.line(theme.NEURON), "neuron"),
        line(
            [place, place] if inside else [],
            [LOW, 1.22] if inside else [],
            theme.line(theme.OPTIMUM, "dot", theme.THIN_LINE_WIDTH),
            "switch",
        )
        | NO_LEGEND,
        words([place] if inside else [], [1.28] if inside else [], [_switch_words(neuron)], "switch words") | NO_LEGEND,
    )
    layout = theme.layout(
        showlegend=True,
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        legend=theme.legend(theme.FONT_SIZE - 1),
        xaxis=theme.axis(title, range=list(ends), zeroline=False),
        yaxis=theme.axis(label, range=[LOW, HIGH], zeroline=False, tickvals=[0, 0.5, 1], ticktext=["no", "0.5", "yes"]),
    )
    where = "it never switches" if place is None else f"it switches at {number(place, 4)}"
    alt = f"A sigmoid neuron over {len(x)} rows: {where}, and {int(wrong.sum())} of them it gets wrong."
    return Picture(traces, layout, alt, moving=(1, 2, 3, 4))


def _switch_words(neuron: Decision) -> str:
    return "no | yes" if neuron.weight > 0 else "yes | no"
