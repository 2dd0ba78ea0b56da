"""What the Playground says beside the readout: the data, and how the neuron's sum is a dot product."""

from itertools import pairwise

from playground.data import Dataset
from playground.data.own import Own
from playground.figures import markup
from playground.figures.markup import literal
from playground.figures.readout import in_standard_units
from playground.figures.written_sum import written_sum
from playground.learning.run import Run
from playground.learning.stability import RateZones
from playground.ui.ranges import Range


def about(data: Dataset, errors: int, points: int) -> str:
    """Which data these are, who measured them, and which of their errors and points are drawn."""
    drawn = "All errors are drawn" if errors == len(data.y) else f"The errors of {errors} rows are drawn"
    if points < len(data.y):
        drawn += f", and a random sample of {points} points; all numbers use all rows"
    return f"{data.title}. {literal(data.sentence)} {drawn}. {source(data)}"


def source(data: Dataset) -> str:
    """Who measured the data; of a visitor's own whether their link holds them."""
    if not isinstance(data, Own):
        return f"Source: {data.citation}."
    if data.is_in_links:
        return "Source: you. A link to this page holds them."
    return "Source: you. No link holds them, and nobody else sees them."


def rates(zones: RateZones | None, reach: Range) -> str:
    """Along the slider of the learning rate: where it is too slow, good, jumps past the best line, or grows."""
    if zones is None:
        return ""
    ends = [reach.low, zones.slow, zones.smooth, zones.limit, reach.high]
    shares = [(min(max(end, reach.low), reach.high) - reach.low) / (reach.high - reach.low) for end in ends]
    widths = [after - before for before, after in pairwise(shares)]
    return markup.zones([(width, name) for width, name in zip(widths, NAMES_OF_ZONES, strict=True) if width > 0])


NAMES_OF_ZONES = ("too slow", "good", "jumps", "grows")


def bridge(run: Run, epoch: int, row: int) -> str:
    """The sum of one row as a dot product, in the units that the neuron learns in."""
    x, weight, bias = float(run.task.X_trained[row, 0]), *_line(run, epoch)
    written = written_sum([x], [weight], bias)
    one = f"**w x + b = (w, b) · (x, 1)** = ({written.weights[0]}, {written.bias}) · ({written.features[0]}, 1)"
    return f"{one} = {written.output} for row {row + 1}.  \n{in_standard_units(run, epoch)}"


def _line(run: Run, epoch: int) -> tuple[float, float]:
    return float(run.history.weights[epoch, 0]), float(run.history.bias[epoch])
