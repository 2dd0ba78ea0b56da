"""Random starts in words: an initializer's formula with its numbers, and what becomes of a hundred starts."""

from math import isfinite

from playground.figures.words import number
from playground.learning.hundred_starts import NEAR, Fall
from playground.learning.initializers import TRUNCATED_DEVIATION
from playground.learning.random_start import MOST_INPUTS, SAME_SIZE, RandomStart

MOST_WEIGHTS = 6
"""Weights that are written out."""

# What stands below the root: a number above, and what it is divided by.
_BOTH, _IN = "(fan-in + fan-out)", "fan-in"
_ROOTS = {
    "glorot_uniform": (6, _BOTH),
    "glorot_normal": (2, _BOTH),
    "he_uniform": (6, _IN),
    "he_normal": (2, _IN),
    "lecun_uniform": (3, _IN),
    "lecun_normal": (1, _IN),
}


def formula(initializer: str, fan_in: int, fan_out: int, start: RandomStart) -> str:
    """Keras's formula with its numbers plugged in, as Markdown."""
    if start.deviation == 0:
        return f"**{initializer}**: every weight is {number(start.limit)}. Nothing is random."
    if initializer not in _ROOTS:
        what, value = ("limit", start.limit) if isfinite(start.limit) else ("deviation", start.deviation)
        return f"**{initializer}**: {what} = **{number(value)}**, whatever fan-in and fan-out are."
    above, below = _ROOTS[initializer]
    numbers = f"({fan_in} + {fan_out})" if below == _BOTH else str(fan_in)
    what, value = ("limit", start.limit) if initializer.endswith("uniform") else ("deviation", start.deviation)
    return f"**{initializer}**: {what} = √({above} / {below}) = √({above} / {numbers}) = **{number(value)}**"


def shape_sentence(initializer: str, start: RandomStart) -> str:
    """How the draws are spread."""
    if start.deviation == 0:
        return "All weights being equal, all neurons of a layer would learn the same."
    if not isfinite(start.limit):
        return f"A bell curve of deviation {number(start.deviation)}, without a limit."
    if initializer.endswith("uniform"):
        return f"Every weight from −{number(start.limit)} to {number(start.limit)} is equally likely."
    return (
        "A bell curve, cut off at two of its deviations and then widened again: "
        f"limit = 2 × {number(start.deviation)} / {number(TRUNCATED_DEVIATION)} = **{number(start.limit)}**."
    )


def weights_sentence(start: RandomStart, seed: int) -> str:
    """The neuron's own weights."""
    shown = ", ".join(number(float(weight)) for weight in start.weights[:MOST_WEIGHTS])
    more = f", … ({len(start.weights) - MOST_WEIGHTS} more)" if len(start.weights) > MOST_WEIGHTS else ""
    return f"This neuron's weights from seed {seed} (orange dots): **{shown}**{more}. Its bias starts at 0."


def sum_sentence(start: RandomStart, root_mean_square: float) -> str:
    """How large the neuron's sum is before it has learned anything."""
    fan_in = len(start.weights)
    products = f"{fan_in} products" if fan_in > 1 else "1 product"
    return (
        f"Typical size of its sum of {products}: √{fan_in} × {number(root_mean_square)} = "
        f"**{number(start.sum_deviation)}**, where a feature's typical size is 1."
    )


SIZE_CLAIM = "More inputs leave the sum about as large"


def size_sentence(sizes: tuple[float, float]) -> str:
    """The sizes of the sum with few and with many inputs, as the reason of a verdict."""
    few, many = (number(size) for size in sizes)
    return f"{few} with 1 input, {many} with {MOST_INPUTS} (about: up to × {number(SAME_SIZE, 2)})."


def fall_sentences(fall: Fall, epoch: int, relu: bool) -> str:
    """How many of the starts are where, as Markdown."""
    arrived, under_way, fell_silent, stuck = fall.counts(epoch)
    n_starts = fall.paths.shape[1]
    head = f"{n_starts} starts, after **{epoch}** {'epoch' if epoch == 1 else 'epochs'}:"
    at_lowest = f"at the lowest loss{' reached' if relu else ''}, {number(fall.lowest_loss)} (within {number(NEAR, 1)})"
    lines = [
        f"- **{arrived}** {at_lowest if fall.arrived[-1].any() else 'at a lower loss than at the start'}",
        f"- **{under_way}** under way",
    ]
    if relu:
        lines += [
            f"- **{fell_silent}** fell silent on the way: labels below 0 pulled every sum below 0",
            f"- **{stuck}** silent from the start: gradient 0, so they never move",
        ]
    return "\n".join([head, "", *lines])


def neuron_sentence(relu: bool) -> str:
    """What the neuron does, and what that means for its gradient."""
    if relu:
        return (
            "A relu neuron gives w × x + b where that is above 0, else 0. Where it gives 0 for every row it is "
            "**silent**: a small change of w or b changes nothing."
        )
    return "A linear neuron gives w × x + b. Its loss is a bowl with one lowest place."


def task_sentence(title: str, feature: str, label: str, rate: float) -> str:
    """What the neurons learn, and from which data."""
    return f"Each learns {label} from {feature} ({title}, in standard units), with learning rate {number(rate, 1)}."


def start_hints(fall: Fall | None) -> tuple[str, str]:
    """How to let every relu start move. fall: that of relu neurons; None while they are linear."""
    if fall is None:
        return (
            "These neurons are linear, and none of them is ever stuck. Choose relu.",
            "A relu neuron is stuck where w × x + b is below 0 for every row. Which part can do that alone?",
        )
    stuck, weights = fall.counts(0)[3], fall.paths[0, :, 0]
    if fall.all_move:
        return "All of them move now.", "Try other seeds and initializers."
    if stuck == 0:
        return (
            f"None is stuck at the start now, but {fall.counts(-1)[2]} fall silent on the way: where their w × x + b "
            "is above 0 the labels are below 0, and no output of relu is.",
            "Choose the initializer ones: with a weight above 0, w × x + b is above 0 where the labels are.",
        )
    if not weights.any() and stuck == len(weights):  # weight 0 and bias 0 give 0 for every row
        return (
            f"Now {stuck} of them never move: weight and bias are both 0.",
            "Choose an initializer other than zeros.",
        )
    return (
        f"Now {stuck} of them never move. The marked ones have a bias so low that w × x + b is never above 0.",
        "Start every bias at 0, as Keras does. Then w × x is above 0 for some row, whatever sign w has.",
    )
