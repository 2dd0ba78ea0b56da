"""A sum that is written out can be redone with a pencil: what is written gives the output that is written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.figures.numbers import number
from playground.figures.written_sum import written_sum

SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def value(text):
    """The number that stands there, exactly."""
    mantissa, _, power = text.replace("−", "-").partition("\u00a0×\u00a010")
    return Fraction(mantissa) * Fraction(10) ** int(power.translate(SUPERSCRIPT) or 0)


def redone(written):
    products = (value(x) * value(w) for x, w in zip(written.features, written.weights, strict=True))
    return float(sum(products, value(written.bias)))


@pytest.mark.parametrize(
    ("x", "weights", "bias"),
    [
        ([2010.0], [2.4290312], -4493.0672),  # a year
        ([1_704_067_200.0], [6.798764e-7], -1088.4881),  # seconds since 1970
        ([80331.0, 1.7], [-0.001970487, 4.3018812], 151.36511),  # a postcode and a height
        ([1_000_320_000.0], [0.86808412], -868_361_900.1),
        ([2.0], [4.0], 1.0),
    ],
)
@pytest.mark.parametrize("digits", [4, 6])
def test_whoever_multiplies_and_adds_what_is_written_gets_what_is_written(x, weights, bias, digits):
    written = written_sum(x, weights, bias, digits, digits)
    assert number(redone(written), digits) == written.output
    exact = sum(w * v for v, w in zip(x, weights, strict=True)) + bias
    assert value(written.output) == pytest.approx(exact, rel=10.0 ** (1 - digits))


NUMBERS = st.floats(-1e4, 1e4).map(lambda each: float(f"{each:.6g}"))


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=6), NUMBERS)
def test_any_sum_can_be_redone(terms, bias):
    written = written_sum(*zip(*terms, strict=True), bias, 6, 6)
    assert redone(written) == pytest.approx(value(written.output), rel=1e-5, abs=1e-6)


def test_a_sum_that_needs_no_more_has_the_digits_it_starts_with():
    written = written_sum([2.0], [4.0], 1.0)
    assert (written.features, written.weights, written.bias, written.output) == (("2",), ("4",), "1", "9.000")
