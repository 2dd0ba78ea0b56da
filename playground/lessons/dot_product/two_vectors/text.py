"""Two vectors in words: the claim about their dot product, the pair that breaks it, and hints."""

from collections.abc import Sequence

from playground.figures.numbers import cosine, decimals, exact, factor
from playground.figures.words import dot_product_lines
from playground.learning.vectors import angle, cosine_similarity, dot_product, norm
from playground.lessons.dot_product.two_vectors.model import LONGER_THAN, WITHIN, Limits, perpendicular, quarter_turn

INTRODUCTION = "Drag the tip of an arrow, or type its two numbers. The four numbers beside the arrows follow."
CLAIM = "a · b is between −1 and 1, and equal vectors give 1"
PAIR_CLAIM = "The more similar vector has the larger dot product"

Vector = tuple[float, float]


def vector(parts: Sequence[float], size: float = 0.0) -> str:
    """A vector as (1, −2). size: of what it was computed from, if it was."""
    return f"({', '.join(decimals(part, size) for part in parts)})"


def short_lines(a: Vector, b: Vector) -> str:
    """The numbers that compare two vectors, without how they come about."""
    similarity, degrees = cosine_similarity(a, b), angle(a, b)
    lines = [f"**a · b** = {decimals(dot_product(a, b), norm(a) * norm(b))}"]
    if similarity is None or degrees is None:
        lines.append("A zero vector has no direction: no angle, no cosine similarity. Draw it longer.")
    else:
        lines += [
            f"**cosine similarity** = {cosine(similarity, degrees)}",
            f"**angle** = {decimals(round(degrees, 2))}°",
            f"**lengths** = {exact(norm(a))} and {exact(norm(b))}",
        ]
    return "  \n".join(lines)


def comparison_lines(a: Vector, b: Vector) -> str:
    """Two vectors compared, down to what the projection leaves over."""
    rest = perpendicular(a, b)
    lines = dot_product_lines(a, b)
    if rest is None or angle(a, b) is None:
        return lines
    parts, length = vector(rest.tolist(), norm(a)), decimals(norm(rest), norm(a))
    return f"{lines}  \n**left over**, the dashed line = {parts}, length {length}"


def claim_words(limits: Limits, unit: bool) -> str:
    """What these vectors say about the claim, with the numbers that break it."""
    a_a, b_b = exact(limits.a_with_a), exact(limits.b_with_b)
    if limits.hold:
        how = "Unit length is on" if unit else "Both have length 1"
        return f"{how}: a · b = {decimals(limits.dot)}, a · a = {a_a}, b · b = {b_b}."
    broken = []
    if not limits.between:
        broken.append(f"a · b = {decimals(limits.dot)} is {'above 1' if limits.dot > 0 else 'below −1'}")
    if not limits.equal_gives_one:
        broken.append(f"a · a = {a_a} and b · b = {b_b} are not both 1")
    cure = "A zero vector cannot get length 1." if unit else "Turn on unit length."
    return f"{', and '.join(broken)}. {cure}"


def pair_words(a: Vector, b: Vector, wins: bool | None) -> str:
    """Cosine similarity and dot product of a and of b itself with b. wins: whether b itself has the larger one."""
    similarity, degrees = cosine_similarity(a, b), angle(a, b)
    if similarity is None or degrees is None:
        return "A zero vector has no direction, so it is similar to nothing."
    if wins is None:
        return "Here a points the way of b, so it is as similar as b itself."
    with_a, with_b = decimals(dot_product(a, b), norm(a) * norm(b)), exact(dot_product(b, b))
    return (
        f"Compare two vectors with b. b itself is as similar as can be: cosine 1, and b · b = {with_b}. "
        f"a is less similar: cosine {cosine(similarity, degrees)}, and a · b = **{with_a}**."
    )


def zero_hints(a: Vector, b: Vector, unit: bool, solved: bool) -> tuple[str, str]:
    """How to a dot product of zero with long arrows, from what is on the board now."""
    if solved:
        return "You are there. Lengthen an arrow: what does a · b do?", "At 90° it stays 0 at any length."
    degrees = angle(a, b)
    if unit:
        first = "With unit length on, no arrow is longer than 2. Turn it off."
    elif degrees is None:
        first = "A zero vector has no angle. Draw it longer."
    elif abs(dot_product(a, b)) > WITHIN:
        turned = decimals(round(degrees, 1))
        first = f"a · b is {decimals(dot_product(a, b))} and the angle {turned}° now. "
        first += "Arrows this long make a small miss large: draw them shorter." if turned == "90" else _TURN
    else:
        first = f"a · b is good. The lengths are {exact(norm(a))} and {exact(norm(b))}: both must be above 2."
    long_a = a if norm(a) > LONGER_THAN else (3.0, 1.0)
    other = quarter_turn(long_a, b)
    products = " + ".join(f"{factor(one)} × {factor(two)}" for one, two in zip(long_a, other, strict=True))
    return first, f"With a = {vector(long_a)} take b = {vector(other)}: {products} = 0."


_TURN = "Turn an arrow until it is 90°."
