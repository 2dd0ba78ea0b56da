"""The weighted sum in words: the arithmetic below the drawn neuron, and hints for reaching a row's label."""

from collections.abc import Sequence

from playground.figures.markup import literal, shortened
from playground.figures.numbers import bare, bracketed, decimals, in_brackets, number
from playground.lessons.weights.weighted_sum.model import CLOSE, Move, WeightedSum, reaches

LONGEST_TITLE = 24
"""Characters beside an input."""


def title(name: str, unit: str, yes_or_no: bool, value: float) -> str:
    """Name and measured value of a feature, which is yes for 1 and no for 0 if it is a question."""
    text = number(value, 6)
    measured = f"{number(value, 4) if '×' in text else bare(text)} {unit}".strip()
    if yes_or_no:
        measured = "yes" if value else "no"
    room = max(LONGEST_TITLE - 1 - len(measured), LONGEST_TITLE // 3)
    return f"{shortened(name, room)} {measured}"


def sum_lines(weighted: WeightedSum) -> str:
    """Features × weights, the products, their sum, and the output with the bias."""
    factors = " + ".join(f"{bracketed(v)} × {bracketed(w)}" for v, w in zip(weighted.x, weighted.weights, strict=True))
    terms = " + ".join(bracketed(product) for product in weighted.products)
    bias = bracketed(weighted.bias)
    return (
        f"features × weights + bias = {factors} + {bias}  \n"
        f"= {terms} + {bias} = {number(weighted.total)} + {bias} = **{number(weighted.output)}**"
    )


def label_line(row: str, label: str, unit: str, gap: float, measured: tuple[float, float]) -> str:
    """The output beside the row's label, in the label's units (output, label). gap: between them, in standard units."""
    predicted, real = (f"{number(value, 4)} {literal(unit)}".strip() for value in measured)
    known = f"The neuron predicts a {literal(label)} of **{predicted}**. This {row} has {real}"
    return f"{known}: the output is **{_off(gap)}**."


def target_words(row: str, label: str, target: float) -> str:
    """The row's label in the units of the output."""
    return f"The {literal(label)} of this {row} is {number(target)} in standard units."


def _off(gap: float) -> str:
    if reaches(gap, 0.0):
        return f"within {number(CLOSE, 1)} of it"
    return f"{number(abs(gap))} too {'high' if gap > 0 else 'low'}"


def standard_words(name: str, x: float, measured: float, mean: float, deviation: float) -> str:
    """What standard units are, with the numbers of one feature."""
    return (
        f"Standard units: (value − mean) / deviation. The {literal(name)}: "
        f"({number(measured, 4)} − {in_brackets(number(mean, 4))}) / {in_brackets(number(deviation, 4))} = "
        f"{number(x)}. All numbers are rounded."
    )


def sum_hints(names: Sequence[str], gap: float, move: Move) -> tuple[str, str]:
    """How to bring the output to the label, from what is on the screen now.

    gap: output - label. move: of the slider that does it, or brings the output nearest (see `next_move`).
    """
    if reaches(gap, 0.0):
        return "You are there. Try another row.", "The weights that fit one row need not fit the next."
    handle = f"the weight of {literal(names[move.position])}" if move.position < len(names) else "the bias"
    if not move.arrives:
        return (
            f"Now the output is {_off(gap)}. No slider alone can do it: use two.",
            f"Set {handle} to {decimals(move.after)} first. Then look here again.",
        )
    return (
        f"Now the output is {_off(gap)}. Try {handle}: make it {'higher' if move.change > 0 else 'lower'}.",
        f"Change {handle} by {number(move.change)}, to {decimals(move.after)}: "
        f"the output then changes by {bracketed(move.feature)} × {bracketed(move.change)}.",
    )


def out_of_reach(label: str, target: float, largest: float) -> tuple[str, str]:
    """The hints for a row whose label no weights and bias up to that size reach."""
    return (
        f"The {literal(label)} of this row is {number(target)} in standard units: too far for these sliders.",
        f"They reach from {number(-largest)} to {number(largest)}. Take another row, or more inputs.",
    )
