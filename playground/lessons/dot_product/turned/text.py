"""Two turned vectors in words: what stays and what turns."""

from playground.figures.numbers import decimals, factor
from playground.lessons.dot_product.turned.model import Pair, turn_to_upright

TASK = "turn both arrows so that a + b points straight up."
INTRODUCTION = "a = (3, 1) and b = (1, 2) start at the same point. Both are turned together."


def turned_lines(pair: Pair) -> str:
    """The dot product and the sum worked out."""
    (ax, ay), (bx, by) = pair.a, pair.b
    x, y = pair.sum
    products = f"{factor(ax)} × {factor(bx)} + {factor(ay)} × {factor(by)}"
    return (
        f"a = ({decimals(ax)}, {decimals(ay)}), b = ({decimals(bx)}, {decimals(by)})  \n"
        f"**a · b** = {products} = **{decimals(pair.dot)}**  \n"
        f"**a + b** = **({decimals(x)}, {decimals(y)})**"
    )


def hints(pair: Pair) -> tuple[str, str]:
    """How to make the sum point up, from what is on the screen now."""
    if pair.points_up:
        return "You are there. What is a · b now?", "5, as before."
    side = "right" if pair.sum[0] > 0 else "left"
    more = turn_to_upright()
    return (
        f"Now a + b leans to the {side}. It points up where its first number is 0.",
        f"Unturned it is (4, 3), and points to {decimals(round(90 - more, 1))}°: turn by {round(more)}°.",
    )
