"""Two neurons that learn y = |x|: what each adds to the output, and the weight of each over the epochs."""

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.panels import RIGHT, two_panels
from playground.figures.picture import Picture
from playground.figures.traces import NO_LEGEND, line, marks
from playground.lessons.weights.twins.model import END, EPOCHS, Twins

STEP = 5
"""Epochs from one corner of a curve to the next."""
HIGHEST, LARGEST_WEIGHT = 2.0, 3.0
BAND = theme.line(theme.START, width=9)
"""Neuron 1 is a band and neuron 2 a dashed line, so that both are seen where one lies on the other."""
DASHED = theme.line(theme.SECOND, "dash", 2.5)


def twins_picture(run: Twins, epoch: int, narrow: bool) -> Picture:
    """Draw both neurons after that epoch, their output, and the way of their weights so far."""
    x = run.x.round(4).tolist()
    first, second = run.shares(epoch)
    epochs = list(range(0, epoch + 1, STEP))
    weights = run.history.layers[0].weights[epochs, 0, :].round(5)
    traces = (
        marks(x, run.y.round(4).tolist(), theme.START, theme.MARKER_SIZE, "y = |x|"),
        line(x, first.round(4).tolist(), BAND, "neuron 1", opacity=0.5),
        line(x, second.round(4).tolist(), DASHED, "neuron 2"),
        line(x, run.output(epoch).round(4).tolist(), theme.line(theme.NEURON), "output"),
        line(epochs, weights[:, 0].tolist(), BAND, "weight of neuron 1", opacity=0.5) | RIGHT | NO_LEGEND,
        line(epochs, weights[:, 1].tolist(), DASHED, "weight of neuron 2") | RIGHT | NO_LEGEND,
        marks([epoch] * 2, weights[-1].tolist(), theme.START, theme.MARKER_SIZE + 3, "now") | RIGHT | NO_LEGEND,
    )
    left = (
        theme.axis("x", range=[-END - 0.1, END + 0.1]),
        theme.axis("y", range=[-HIGHEST, HIGHEST], zeroline=False),
    )
    right = theme.axis("weight", range=[-LARGEST_WEIGHT, LARGEST_WEIGHT], zeroline=False)
    layout = two_panels(left, right, EPOCHS, narrow)
    return Picture(traces, layout, _alt(run, epoch), moving=(1, 2, 3, 4, 5, 6))


def _alt(run: Twins, epoch: int) -> str:
    first, second = run.neurons(epoch)
    return (
        f"Two tanh neurons after {epoch} epochs, with weights {number(first.weight)} and {number(second.weight)}. "
        f"Their output misses y = |x| by a loss of {number(float(run.history.loss[epoch]))}."
    )
