"""A first weighted sum in words."""

from collections.abc import Sequence

from playground.figures.numbers import decimals, factor, signed_terms
from playground.lessons.weights.first_sum.model import FEATURES, TARGET, is_there, next_move, weighted_sum

TASK = "bring the sum to 3."
INTRODUCTION = "Each feature travels along its wire and is multiplied by the weight on it. The products are added up."
ORDER = ("first", "second", "third")


def sum_lines(weights: Sequence[float]) -> str:
    """The sum worked out, and what is missing."""
    factors = " + ".join(f"{decimals(x)} × {factor(w)}" for x, w in zip(FEATURES, weights, strict=True))
    terms = " ".join(signed_terms([x * w for x, w in zip(FEATURES, weights, strict=True)]))
    total = weighted_sum(weights)
    gap = round(TARGET - total, 6)
    missing = f"{decimals(abs(gap))} too {'low' if gap > 0 else 'high'}" if not is_there(weights) else "that is it"
    return f"{factors} = {terms} = **{decimals(total)}**  \nThe target is {decimals(TARGET)}: **{missing}**."


def hints(weights: Sequence[float]) -> tuple[str, str]:
    """How to bring the sum to the target, from what is on the screen now."""
    if is_there(weights):
        return "You are there. There are many ways: find another.", "Raise the second weight, lower the third as much."
    move = next_move(weights)
    gap = round(TARGET - weighted_sum(weights), 6)
    first = f"{decimals(abs(gap))} too {'low' if gap > 0 else 'high'}. A step of the first weight counts twice."
    return first, f"Set the {ORDER[move.position]} weight to {decimals(move.weight)}{'' if move.arrives else ' first'}."
