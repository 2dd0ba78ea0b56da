"""Which car is most like another, in words."""

from collections.abc import Sequence

from playground.figures.numbers import bracketed, number
from playground.lessons.dot_product.which_car.model import COSINE, DOT_PRODUCT, MEASURES, Comparison

TASK = "find a car that comes first in its own list by the dot product."
INTRODUCTION = (
    "A car is an arrow with four numbers. In standard units 0 is the mean of all cars, and 1 is one deviation above it."
)


def product_lines(names: Sequence[str], comparison: Comparison, other: int) -> str:
    """The dot product of the chosen car and another one worked out, their lengths, and the cosine."""
    a, b = comparison.rows[comparison.chosen].tolist(), comparison.rows[other].tolist()
    terms = " + ".join(f"{bracketed(x)} × {bracketed(y)}" for x, y in zip(a, b, strict=True))
    dot, cosine = (MEASURES[measure](a, b) for measure in (DOT_PRODUCT, COSINE))
    lengths = f"{number(comparison.length(comparison.chosen))} × {number(comparison.length(other))}"
    return (
        f"**{names[comparison.chosen]} · {names[other]}** = {terms} = **{number(dot)}**  \n"
        f"Their cosine is {number(dot)} / ({lengths}) = **{number(cosine)}**"
    )


def list_words(names: Sequence[str], comparison: Comparison, measure: str) -> str:
    """Who comes first and who last."""
    own = f"**{names[comparison.chosen]}** itself has {number(float(comparison.values[comparison.chosen]))}"
    last = f"Its opposite is **{names[comparison.opposite]}**, {number(float(comparison.values[comparison.opposite]))}."
    if measure == COSINE:
        return f"{own}: by cosine nothing is more like a car than the car. {last}"
    if comparison.comes_first:
        return f"{own}: here nothing comes before it. {last}"
    before = f"**{names[comparison.first]}** comes before it with {number(float(comparison.values[comparison.first]))}"
    return f"{own}, but {before}: {_longer(comparison)}. {last}"


def hints(names: Sequence[str], comparison: Comparison, measure: str) -> tuple[str, str]:
    """How to find a car that comes first in its own list, from what is on the screen now."""
    if measure != DOT_PRODUCT:
        return "By cosine that is so for every car.", "Choose the dot product."
    if comparison.comes_first:
        return "You are there. Few cars do: the others meet a longer one.", "Try a car with numbers near 0."
    first = names[comparison.first]
    return f"Here {first} comes first: {_longer(comparison)}.", f"Choose {first} as your car."


def _longer(comparison: Comparison) -> str:
    """What is true of every row that beats the chosen one in its own list: a . b > a . a only if |b| > |a|."""
    first, own = (number(comparison.length(row)) for row in (comparison.first, comparison.chosen))
    return f"its arrow is longer, {first} against {own}"
