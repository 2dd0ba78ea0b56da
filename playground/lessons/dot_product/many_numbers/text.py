"""Two columns of numbers compared, in words, and hints for making them point the same way."""

from collections.abc import Sequence

from playground.figures.numbers import cosine, decimals, exact, number, signed_terms
from playground.learning.vectors import angle, cosine_similarity, dot_product, norm, products

EMPTY = "Type a number into both columns of a row: each number needs a partner."
PLANE = "The arrows are the same two in the plane they span, with the projection of u on v in green."
NO_PLANE = "There is no plane to draw: type a number other than 0 into each column."


def many_lines(u: Sequence[float], v: Sequence[float], guessed: bool) -> str:
    """The sum of the products, and once there is a guess lengths, cosine and angle."""
    terms = " ".join(signed_terms(products(u, v).tolist()))
    product = decimals(dot_product(u, v), norm(u) * norm(v))
    if not guessed:
        return f"**u · v**, the sum of the products: **{product}**"
    lines = [
        f"**u · v** = {terms} = **{product}**",
        f"**|u|** = {exact(norm(u))}, **|v|** = {exact(norm(v))}",
    ]
    degrees, similarity = angle(u, v), cosine_similarity(u, v)
    if degrees is None or similarity is None:
        lines.append("A column of zeros has no direction, so there is no angle and no cosine similarity.")
        return "  \n".join(lines)
    ratio = f"{product} / ({exact(norm(u))} × {exact(norm(v))})"
    lines.append(f"**cosine similarity** = u · v / (|u| |v|) = {ratio} = **{cosine(similarity, degrees)}**")
    lines.append(f"**angle** = arccos {cosine(similarity, degrees)} = {decimals(degrees)}°")
    return "  \n".join(lines)


def lonely_words(rows: Sequence[int]) -> str:
    """Which rows, counted from 0, do not count because one of their cells has no number."""
    named = ", ".join(str(row + 1) for row in rows)
    rows_are, do = ("Row", "it does") if len(rows) == 1 else ("Rows", "they do")
    return f"{rows_are} {named}: only one of two cells has a number, so {do} not count. Write numbers like −0.25."


def same_direction_hints(u: Sequence[float], v: Sequence[float], solved: bool, largest: float) -> tuple[str, str]:
    """How to make two different columns point the same way, from what is in the table now.

    largest: the largest number that the table takes.
    """
    if solved:
        return "You are there. Multiply one column by −1.", "The cosine is −1 then: opposite directions."
    similarity, degrees = (cosine_similarity(u, v), angle(u, v)) if u else (None, None)
    if similarity is None or degrees is None:
        return "Type numbers other than 0 into both columns.", "With u = 1, 2 take v = 2, 4."
    first = f"The cosine is {cosine(similarity, degrees)} now. It is 1 if v is u times a number above 0."
    times = 2.0 if max(map(abs, u)) <= largest / 2 else 0.5
    return first, f"Take v = {number(times, 1)} × u: {', '.join(_typed(times * part) for part in u)}."


def _typed(value: float) -> str:
    """A number to be typed: all of its digits."""
    return f"{value:.12g}".replace("-", "−")
