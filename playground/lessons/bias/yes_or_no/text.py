"""A decision in words: where it switches, how often it is wrong, and what training makes of it."""

from playground.figures.markup import table
from playground.figures.numbers import factor, number
from playground.learning.arrays import Array
from playground.lessons.bias.yes_or_no.model import EPOCHS, Decision

INTRODUCTION = "Above 0.5 it says yes."
CLAIM = "With a bias more answers are right"
STEEP = 0.25
"""A weight of that size per mm lets a step of the bias move the switch by at most 2 mm."""


def count_words(neuron: Decision, x: Array, labels: Array, unit: str) -> str:
    """How often the neuron held by hand is mistaken, and where it switches."""
    wrong = int(neuron.mistaken(x, labels).sum())
    mistakes = f"**{wrong}** {'mistake' if wrong == 1 else 'mistakes'} in {len(x)} answers"
    if neuron.switch is None:
        return f"{mistakes}  \nWith weight 0 the answer is the same everywhere."
    centre, over = number(neuron.zero, 4), factor(-neuron.bias)
    away = f"−b / w = {over}" if neuron.zero == 0.0 else f"{centre} − b / w = {centre} + {over}"
    place = f"{away} / {factor(neuron.weight)} = **{number(neuron.switch, 4)} {unit}**"
    return f"{mistakes}  \nIts sum is 0 at {place}."


def trained_table(pair: tuple[Decision, Decision], x: Array, labels: Array) -> str:
    """What training reaches with a bias and without, as a table."""
    heads = [f"{EPOCHS} epochs of sgd", "switches at", "says yes to", "accuracy", "loss"]
    rows = [heads]
    for name, neuron in zip(("with a bias", "without"), pair, strict=True):
        place = "never" if neuron.switch is None else number(neuron.switch, 4)
        rows.append(
            [
                name,
                f"**{place}**",
                f"**{int(neuron.says_yes(x).sum())}**",
                f"**{number(neuron.accuracy(x, labels))}**",
                number(neuron.loss(x, labels)),
            ]
        )
    return table(rows)


def because(pair: tuple[Decision, Decision], x: Array, labels: Array) -> str:
    """Why more answers are right with a bias, or not, as the reason of a verdict."""
    with_bias, without = (number(neuron.accuracy(x, labels)) for neuron in pair)
    shares = f"{with_bias} of them are right with a bias, {without} without."
    if pair[0].accuracy(x, labels) > pair[1].accuracy(x, labels):
        return shares
    losses = [number(neuron.loss(x, labels)) for neuron in pair]
    return (
        f"{shares} Training lowers the loss, and that is lower with a bias ({losses[0]} against {losses[1]}). "
        "It does not count mistakes."
    )


def task(species: str, most: int) -> str:
    """What the mission asks for."""
    return f"set w and b by hand so that at most {most} of the answers to “{species}?” are mistaken."


def hints(neuron: Decision, best: Decision, mistakes: int, most: int, unit: str) -> tuple[str, str]:
    """How to be no more mistaken than the trained neuron, from what is on the screen now."""
    if mistakes <= most:
        return "You are there. Choose the other species.", "Its weight has the other sign: short flippers say yes."
    assert best.switch is not None
    wanted = number(best.switch, 4)
    if neuron.weight * best.weight <= 0.0 or abs(neuron.weight) < min(STEEP, abs(best.weight)):
        sign = "above" if best.weight > 0 else "below"
        return (
            f"Now {mistakes} are mistaken. Long flippers must count towards {'yes' if best.weight > 0 else 'no'}: the "
            f"weight must be {sign} 0, and clearly so.",
            f"Set the weight to {number(best.weight, 2)}.",
        )
    assert neuron.switch is not None
    side = "too short" if neuron.switch < best.switch else "too long"
    from_zero = best.switch - neuron.zero
    return (
        f"Now {mistakes} are mistaken. It switches at {number(neuron.switch, 4)} {unit}, which is {side}.",
        f"Bring the switch to {wanted} {unit}: b = −w × {number(from_zero, 4)} = "
        f"{number(-neuron.weight * from_zero, 4)}.",
    )
