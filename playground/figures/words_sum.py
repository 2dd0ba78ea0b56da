"""The weighted sum in words: the arithmetic below the drawn neuron, and hints for reaching a row's label."""

from collections.abc import Sequence

from playground.figures.words import number

CLOSE = 0.05
"""How near the output must come to the label, in standard units."""


def bracketed(value: float) -> str:
    """A number as a factor or a later term."""
    return f"({number(value)})" if value < 0 else number(value)


def sum_lines(
    x: Sequence[float], weights: Sequence[float], bias: float, products: Sequence[float], total: float
) -> str:
    """Features × weights, the products, their sum with the bias, as Markdown."""
    factors = " + ".join(f"{bracketed(v)} × {bracketed(w)}" for v, w in zip(x, weights, strict=True))
    terms = " + ".join(bracketed(product) for product in products)
    return (
        f"features × weights + bias = {factors} + {bracketed(bias)}  \n"
        f"= {terms} + {bracketed(bias)} = **{number(total)}**"
    )


def label_line(row: str, label: str, unit: str, output: float, target: float, measured: tuple[float, float]) -> str:
    """The output beside the row's label, in standard units and in the label's (output, target)."""
    said, real = measured
    return (
        f"In words: {label} **{number(said, 4)} {unit}**. This {row} has {number(real, 4)} {unit}, "
        f"which is {number(target)} in standard units: the output is {_off(output - target)}."
    )


def _off(gap: float) -> str:
    if abs(gap) < CLOSE:
        return f"within {number(CLOSE, 1)} of it"
    return f"{number(abs(gap))} too {'high' if gap > 0 else 'low'}"


def sum_hints(names: Sequence[str], x: Sequence[float], weights: Sequence[float], gap: float) -> tuple[str, str]:
    """How to bring the output to the label, from what is on the screen now. gap: output - label."""
    if abs(gap) < CLOSE:
        return "You are there. Try another row.", "The weights that fit one row need not fit the next."
    i = max(range(len(x)), key=lambda j: abs(x[j]))
    if x[i] == 0:
        return (
            f"Now the output is {_off(gap)}.",
            f"All features are 0 here: only the bias counts. Change it by {number(-gap)}.",
        )
    direction = "higher" if gap * x[i] < 0 else "lower"
    return (
        f"Now the output is {_off(gap)}. The weight of {names[i]} has the largest feature: make it {direction}.",
        f"Change that weight by {number(-gap / x[i])}, to {number(weights[i] - gap / x[i])}: "
        f"the output then changes by {bracketed(x[i])} × {bracketed(-gap / x[i])} = {number(-gap)}.",
    )
