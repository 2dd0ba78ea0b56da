"""A collar and a ruler in words: what changed, and what makes up for it."""

from playground.figures.markup import table
from playground.figures.numbers import exact, number
from playground.lessons.bias.collar.model import AT_LEAST, CLOSE, Retrained, cancels

INTRODUCTION = "A neuron has learned body mass from flipper length: mass = w × length + b."
TASK = (
    f"let the ruler be off by at least {number(AT_LEAST, 1)} mm, and choose a collar that brings the bias back to what "
    "it was."
)


def before_words(retrained: Retrained) -> str:
    """The line before anything was changed."""
    return f"Trained without collars: w = **{number(retrained.weight, 4)}**, b = **{number(retrained.bias, 4)}**."


def changes_table(retrained: Retrained) -> str:
    """Weight and bias before and after, as a table."""
    rows = [["parameter", "before", "trained anew", "change"]]
    for name, before, after in (
        ("weight w", retrained.weight, retrained.new_weight),
        ("bias b", retrained.bias, retrained.new_bias),
    ):
        rows.append([name, number(before, 4), f"**{number(after, 4)}**", f"**{change_words(after - before)}**"])
    return table(rows)


def change_words(change: float) -> str:
    """A change with its sign; what is only rounding reads 0."""
    if abs(change) < ROUNDING:
        return "0"
    return f"{'+' if change > 0 else '−'}{number(abs(change))}"


ROUNDING = 1e-6
"""A change below this, of numbers up to 10 000, is what rounding left of 0."""


def why_words(retrained: Retrained, collar: float, ruler: float) -> str:
    """Why the bias changes by just that."""
    parts = []
    if collar:
        parts.append(f"The collar raises every label by {exact(collar)} g, so the bias rises by **{exact(collar)}**.")
    if ruler:
        off, more = exact(abs(ruler)), number(abs(retrained.weight * ruler))
        reads, way = ("short", "rises") if ruler < 0 else ("long", "falls")
        parts.append(
            f"The ruler is {off} mm {reads}: each mm counts w = {number(retrained.weight, 4)} g, so the bias {way} by "
            f"{off} × {number(retrained.weight, 4)} = **{more}**."
        )
    return " ".join(parts) or "Move a slider: the neuron is trained anew on what is measured then."


def hints(retrained: Retrained, collar: float, ruler: float, step: float) -> tuple[str, str]:
    """How to bring the bias back, from what is on the screen now. step: of the collar's slider."""
    if cancels(retrained, ruler):
        return "You are there. Move the ruler once more.", "The collar must weigh w times what the ruler adds."
    if ruler < AT_LEAST:
        return (
            "A collar raises the bias. A ruler must lower it: which way must it be off?",
            "Let the ruler read 6 mm too much.",
        )
    needed = round(retrained.weight * ruler / step) * step
    return (
        f"The ruler lowers the bias by {exact(ruler)} × {number(retrained.weight, 4)}: the collar must raise it again.",
        f"Take a collar of {needed:.0f} g: within {number(CLOSE, 1)} g counts.",
    )
