"""A line through (0, 0) and the errors it makes, and the way of its bias over the updates."""

from playground.figures import theme
from playground.figures.numbers import settled
from playground.figures.panels import AXIS_LINE, RIGHT, two_panels
from playground.figures.picture import Picture
from playground.figures.traces import NO_LEGEND, line, marks
from playground.lessons.bias.starts_at_zero.model import UPDATES, FromZero, X, Y

ACROSS, UP = (-0.4, 4.0), (-1.0, 9.5)
BIAS_REACH = (-1.6, 2.6)


def zero_picture(run: FromZero, updates: int, narrow: bool) -> Picture:
    """Draw the line at the start, the line after so many updates with its errors, and the bias so far."""
    x, weights, biases = X[:, 0].tolist(), run.history.weights[:, 0], run.history.bias
    weight, bias = float(weights[updates]), float(biases[updates])
    bars: list[float | None] = []
    for at, label in zip(x, Y.tolist(), strict=True):
        bars += [label, weight * at + bias, None]
    steps = list(range(updates + 1))
    traces = (
        _line(run.weight, 0.0) | {"name": "at the start", "line": theme.line(theme.START, "dash")},
        line([at for each in x for at in (each, each, None)], bars, theme.line(theme.OPTIMUM), "error"),
        _line(weight, bias) | {"name": "neuron", "line": theme.line(theme.NEURON)},
        marks(x, Y.tolist(), theme.DATA, theme.LARGE_MARKER_SIZE, "rows"),
        line(steps, biases[: updates + 1].tolist(), theme.line(theme.NEURON), "bias") | RIGHT | NO_LEGEND,
        marks([updates], [bias], theme.NEURON, theme.LARGE_MARKER_SIZE, "bias now") | RIGHT | NO_LEGEND,
    )
    left = theme.axis("x", range=list(ACROSS), **AXIS_LINE), theme.axis("y", range=list(UP), **AXIS_LINE)
    layout = two_panels(left, theme.axis("bias", range=list(BIAS_REACH), **AXIS_LINE), UPDATES, narrow)
    layout["xaxis2"]["title"]["text"] = "update"
    alt = (
        f"Two rows and the line of weight {settled(weight)} and bias {settled(bias)} after {updates} updates. It "
        f"started with weight {settled(run.weight)} and bias 0."
    )
    return Picture(traces, layout, alt, moving=(0, 1, 2, 4, 5))


def _line(weight: float, bias: float) -> dict[str, object]:
    ends = [weight * end + bias for end in ACROSS]
    return line(ACROSS, ends, {}, "line")
