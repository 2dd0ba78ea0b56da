"""Why a relu neuron falls silent, and why a smaller rate does not help, in words."""

from playground.figures.numbers import number
from playground.learning.arrays import Array
from playground.lessons.weights.smaller_rate.model import PLACES, RATE, TIMES, Falling, live_rows

TASK = "find a start that learns: its loss ends as low as the lowest, within 0.01."
INTRODUCTION = "A relu neuron gives w × x + b where that is above 0, at its live rows, and else 0."


def live_words(X: Array, y: Array, falling: Falling, start: int, place: int) -> str:
    """How many rows are live at that place, and what their labels are."""
    live = live_rows(X, falling.paths[place, start])
    epochs = place * falling.every
    when = f"After **{epochs}** {'epoch' if epochs == 1 else 'epochs'}" if epochs else "At the start"
    n_live = int(live.sum())
    if not n_live:
        return f"{when} **no** row is live: the neuron is silent, and stays as it is."
    if falling.learned[place, start]:
        return f"{when} **{n_live}** rows are live: the neuron has learned."
    below = int((y[live] < 0).sum())
    rows, labels = (
        ("row is", "its label is")
        if n_live == 1
        else ("rows are", f"the labels of {below}{' (the diamonds)' if below else ''} are")
    )
    return f"{when} **{n_live}** {rows} live, and {labels} {'below' if below else 'above'} 0."


def counts_words(pair: tuple[Falling, Falling]) -> str:
    """How many of the hundred fall silent at each rate."""
    fast, slow = pair
    counts = (
        f"Of the hundred, **{len(fast.fall_silent)}** fall silent within {PLACES} epochs at rate {number(RATE, 1)}, "
        f"and **{len(slow.fall_silent)}** within {PLACES * TIMES} epochs at rate {number(RATE / TIMES, 1)}."
    )
    late = [each for each in fast.fall_silent if each not in slow.fall_silent]
    if len(late) != 1:
        return counts
    left = int(slow.live[-1, late[0]])
    return f"{counts} Start {late[0] + 1} has {left} live {'row' if left == 1 else 'rows'} left by then."


def hints(falling: Falling, start: int, place: int) -> tuple[str, str]:
    """How to find a start that learns, from what is on the screen now."""
    weight = float(falling.paths[0, start, 0])
    if falling.learned[place, start]:
        return "You are there. What sign does its weight have?", "Above 0, as the slope of these data is."
    if start in falling.learn:
        first = next(at for at in range(PLACES + 1) if falling.learned[at:, start].all())
        return "This one learns, but has not gone far enough.", f"Move the way to {number(RATE * first, 2)}."
    following = next((each for each in falling.learn if each > start), falling.learn[0])
    why = "below 0: it answers short flippers, whose labels are low" if weight < 0 else "above 0, and yet it is stuck"
    return f"Its weight is {number(weight)}, {why}.", f"Take start {following + 1}."
