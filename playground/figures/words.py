"""Two vectors compared, as the visitor reads it."""

from collections.abc import Sequence

from playground.figures.numbers import cosine, decimals, exact, factor, signed_terms
from playground.learning.vectors import angle, cosine_similarity, dot_product, norm, products, projection


def dot_product_lines(a: Sequence[float], b: Sequence[float]) -> str:
    """Two vectors compared, with every product written out."""
    terms = " + ".join(f"{factor(x)} × {factor(y)}" for x, y in zip(a, b, strict=True))
    written = " ".join(signed_terms(products(a, b)))
    product = decimals(dot_product(a, b), norm(a) * norm(b))
    lines = [
        f"**a · b** = {terms} = {written} = **{product}**",
        f"**|a|** = {exact(norm(a))}, **|b|** = {exact(norm(b))}",
    ]
    degrees, similarity = angle(a, b), cosine_similarity(a, b)
    if degrees is None or similarity is None:
        lines.append("A zero vector has no direction, so there is no angle and no cosine similarity. Draw it longer.")
        return "  \n".join(lines)
    foot = projection(a, b)
    assert foot is not None  # b has a direction here
    lines += [
        f"**cosine similarity** = a · b / (|a| |b|) = **{cosine(similarity, degrees)}**",
        f"**angle** = {decimals(degrees)}°: {_direction(product, degrees)}",
        f"**projection of a on b** = ({', '.join(decimals(part, norm(a)) for part in foot)})",
    ]
    return "  \n".join(lines)


def _direction(product: str, degrees: float) -> str:
    if product == "0" and decimals(degrees) == "90":  # judged by the digits that are shown
        return "they are perpendicular, a · b = 0."
    return "they lean the same way, a · b > 0." if degrees < 90 else "they lean apart, a · b < 0."
