"""Three pairs in words: their dot products from length and angle."""

from collections.abc import Mapping

from playground.figures.markup import table
from playground.figures.numbers import decimals, factor, number
from playground.lessons.dot_product.three_pairs.model import (
    LENGTH,
    TARGET,
    Pair,
    angle_on_target,
    is_on_target,
    order_of,
)

TASK = f"set the angle of a pair so that its dot product is {number(TARGET, 1)}, within 0.05."
INTRODUCTION = "Three pairs, and every arrow has length 2. No numbers are needed to put them in order."


def pairs_table(pairs: Mapping[str, Pair], angles: Mapping[str, float]) -> str:
    """Each pair's dot product from the angle between its arrows, the largest first, as a table."""
    size = decimals(LENGTH)
    rows = [["pair", "angle", "length × length × cos(angle)", "a · b"]]
    for name in order_of(dict(pairs)):
        dot = decimals(round(pairs[name].dot, 4))
        cosine = round(pairs[name].dot / LENGTH**2, 4) + 0.0  # + 0.0: not -0
        rows.append([name, f"{angles[name]:g}°", f"{size} × {size} × {factor(cosine)}", f"**{dot}**"])
    return table(rows)


def hints(pairs: Mapping[str, Pair]) -> tuple[str, str]:
    """How to reach the target, from what is on the screen now."""
    reached = [name for name, pair in pairs.items() if is_on_target(pair)]
    if reached:
        return f"You are there, with {reached[0]}. What is it at 0°?", "4: both arrows are one, and 2 × 2 × 1 = 4."
    nearest = min(pairs, key=lambda name: abs(pairs[name].dot - TARGET))
    now = decimals(round(pairs[nearest].dot, 2))
    return (
        f"Below 0 the angle is above 90°. {nearest} is nearest now, with {now}.",
        f"{number(TARGET, 1)} = 4 × cos(angle), so the cosine is −0.5: set {nearest} to {angle_on_target():.0f}°.",
    )
