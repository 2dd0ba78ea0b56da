"""What becomes of a hundred starts, in words."""

from playground.figures.numbers import number
from playground.lessons.weights.hundred_starts.model import NEAR, Fall


def fall_sentences(fall: Fall, epoch: int, relu: bool) -> str:
    """How many of the starts are where."""
    arrived, under_way, fell_silent, stuck = fall.counts(epoch)
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
    return "\n".join([fall_head(fall, epoch), "", *lines])


def fall_head(fall: Fall, epoch: int) -> str:
    """How many starts there are, and how many epochs they have learned."""
    return f"{fall.paths.shape[1]} starts, after **{epoch}** {'epoch' if epoch == 1 else 'epochs'}:"


RELU = "w × x + b where that is above 0, else 0"


def neuron_sentence(relu: bool, answered: bool) -> str:
    """What the neuron does, and once there is a guess, what that means for its loss or its gradient."""
    if not answered:
        return f"A relu neuron gives {RELU}." if relu else "A linear neuron gives w × x + b."
    if relu:
        return (
            f"A relu neuron gives {RELU}. Where it gives 0 for every row it is "
            "**silent**: a small change of w or b changes nothing."
        )
    return "A linear neuron gives w × x + b. Its loss is a bowl with one lowest place."


def task_sentence(title: str, feature: str, label: str, rate: float) -> str:
    """What the neurons learn, and from which data."""
    return f"Each learns {label} from {feature} ({title}, in standard units), with learning rate {number(rate, 1)}."


def start_hints(fall: Fall | None) -> tuple[str, str]:
    """How to let many relu starts learn. fall: that of relu neurons; None while they are linear."""
    if fall is None:
        return (
            "These neurons are linear, and none of them is ever stuck. Choose relu.",
            "A relu neuron is stuck where w × x + b is below 0 for every row. Which part can do that alone?",
        )
    learned, _, fell_silent, stuck = fall.counts(-1)
    if fall.many_learn:
        return f"{learned} of them learn now.", "Try other seeds and initializers."
    if stuck and not fall.paths[0].any():  # weight 0 and bias 0 give 0 for every row
        return (
            f"Now {stuck} of them never move: weight and bias are both 0.",
            "Choose an initializer other than zeros.",
        )
    if stuck:
        return (
            f"Now {learned} learn, and {stuck} never move. Their bias is so low that w × x + b is never above 0.",
            "Start every bias at 0, as Keras does. Then w × x is above 0 for some row, whatever sign w has.",
        )
    return (
        f"Now {learned} learn, and {fell_silent} fall silent on the way: those with a weight too far below 0.",
        "Choose random_uniform: a weight that starts near 0 is soon above 0, and so are the labels of its live rows.",
    )
