"""Numbers as the visitor reads them: the only place where a number becomes text."""

from collections.abc import Iterable
from math import acos, degrees, floor, isfinite, log10

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float, digits: int = 3) -> str:
    """A number with that many significant digits: 0.0312, −5780, 1.2 × 10³⁰; no exponent a learner must decode."""
    if not isfinite(value):
        return "too large to show"
    if value == 0:
        return "0"
    sign = "−" if value < 0 else ""
    size = abs(value)
    mantissa, power = f"{size:.{digits - 1}e}".split("e")
    exponent = int(power)
    if -4 <= exponent < 6:
        return f"{sign}{size:.{max(0, digits - 1 - exponent)}f}"
    return f"{sign}{mantissa}\u00a0×\u00a010{str(exponent).translate(_SUPERSCRIPT)}"


def in_full(value: float, digits: int = 3) -> str:
    """A positive rate as its slider shows it: without a power of ten however small it is."""
    if not 0.0 < value < 1e-3:
        return number(value, digits)
    rounded = float(f"{value:.{digits - 1}e}")
    return f"{rounded:.{digits - 1 - floor(log10(rounded))}f}"


def apart(one: float, other: float) -> tuple[str, str]:
    """Two rates that differ, with as many digits as it takes to see it."""
    for digits in range(3, 17):
        texts = in_full(one, digits), in_full(other, digits)
        if texts[0] != texts[1]:
            return texts
    return in_full(one), in_full(other)


def below_one(value: float, digits: int) -> str:
    """A share that is at most 1: what is less than 1 reads less than 1."""
    if not 0.5 < value < 1.0:
        return number(value, digits)
    return next(text for more in range(digits, 20) if not (text := number(value, more)).startswith("1"))


ROUNDING = 1e-9
"""In units of about 1, a result below this is what rounding left of 0."""


def settled(value: float) -> str:
    """A number in units of about 1; what is only rounding reads 0."""
    return "0" if abs(value) < ROUNDING else number(value)


def equation(weight: float, bias: float, feature: str = "x", label: str = "y", smallest: float = 0.0) -> str:
    """The neuron's line with its numbers plugged in: 'y = 1.70 x + 0.52'. Below `smallest`, a number reads 0.00."""

    def rounded(value: float) -> str:
        return "0.00" if abs(value) < smallest else number(abs(value))

    minus = "−" if weight < 0 and abs(weight) >= smallest else ""
    sign = "−" if bias < 0 and abs(bias) >= smallest else "+"
    return f"{label} = {minus}{rounded(weight)} {feature} {sign} {rounded(bias)}"


def decimals(value: float, size: float = 1.0) -> str:
    """A number of the vector board that was computed from numbers of that size; what is only rounding reads 0."""
    return "0" if abs(value) < ROUNDING * size else exact(value)


def exact(value: float) -> str:
    """A number of the vector board: up to four decimals, which is exact for products of what a pointer can set.

    Where these would show 0 for a number that is not, it has four digits: 0.00002236, 5 × 10⁻¹⁰.
    """
    size = abs(value)
    if size >= 1e6:
        return number(value, 5)
    text = bare(f"{size:.4f}")
    if text == "0" and size:
        text = _small(size)
    return f"−{text}" if value < 0 and size else text


def cosine(value: float, angle: float) -> str:
    """The cosine of that angle in degrees: ±1 for 0° and 180°, and near them as many digits as its arccos takes."""
    if decimals(abs(value)) != "1" or angle in (0.0, 180.0):
        return decimals(value)
    sign = "−" if value < 0 else ""
    texts = (bare(f"{abs(value):.{places}f}") for places in range(5, 17))
    wanted = min(angle, 180.0 - angle)
    near = (text for text in texts if abs(degrees(acos(float(text))) - wanted) < HALF_A_DIGIT)
    return next((f"{sign}{text}" for text in near if text != "1"), f"{sign}1")


HALF_A_DIGIT = 0.5e-4
"""Of an angle in degrees, which is shown with four decimals."""


def _small(size: float) -> str:
    mantissa, exponent = f"{size:.3e}".split("e")
    if int(exponent) >= -6:
        return bare(f"{size:.{3 - int(exponent)}f}")
    return f"{bare(mantissa)}\u00a0×\u00a010{str(int(exponent)).translate(_SUPERSCRIPT)}"


def bare(text: str) -> str:
    """A number without the zeros that end it after its point."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def counted(count: int, what: str) -> str:
    """So many of them: 1 row, 3 rows. what: one of them, with a plural in -s or -es."""
    return f"{count} {what}" if count == 1 else f"{count} {what}{'es' if what.endswith('ch') else 's'}"


def in_brackets(text: str) -> str:
    """A number as a factor or a later term: 2, (−2), (5 × 10⁻⁷)."""
    return f"({text})" if text.startswith("−") or "×" in text else text


def with_sign(text: str) -> str:
    """A number that is added: + 2, − 2."""
    return f"− {text[1:]}" if text.startswith("−") else f"+ {text}"


def factor(value: float) -> str:
    """A number of the vector board as a factor: (−2)."""
    return in_brackets(exact(value))


def signed_terms(terms: Iterable[float]) -> Iterable[str]:
    """The numbers of a sum, each with its sign: '3', '− 1'."""
    for i, term in enumerate(terms):
        shown = exact(term)
        sign = "−" if shown.startswith("−") else ("+" if i else "")
        size = shown.removeprefix("−")
        yield f"{sign} {size}" if i else f"{sign}{size}"


def bracketed(value: float) -> str:
    """A number as a factor or a later term."""
    return in_brackets(number(value))
