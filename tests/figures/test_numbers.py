"""Numbers as text, against strings written by hand."""

import math

import pytest

from playground.figures import numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1.7, "1.70"),
        (0.0312, "0.0312"),
        (-5780, "−5780"),
        (9.999, "10.0"),
        (123456, "123456"),
        (999999.9, "1.00\u00a0×\u00a010⁶"),
        (1.2e30, "1.20\u00a0×\u00a010³⁰"),
        (-4e-12, "−4.00\u00a0×\u00a010⁻¹²"),
        (math.inf, "too large to show"),
        (-math.inf, "too large to show"),
        (math.nan, "too large to show"),
    ],
)
def test_a_number_has_three_significant_digits(value, text):
    assert numbers.number(value) == text


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (0.5, "0.500"),
        (2.0, "2.00"),
        (0.00123, "0.00123"),
        (0.000123, "0.000123"),
        (0.00001234, "0.0000123"),
        (2.5e-8, "0.0000000250"),
        (0.0, "0"),
    ],
)
def test_a_rate_is_written_without_powers_of_ten(rate, text):
    assert numbers.in_full(rate) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1e-10, "0"), (-1e-10, "0"), (0.0, "0"), (0.5, "0.500"), (-2e-3, "−0.00200")]
)
def test_what_rounding_left_of_zero_reads_zero(value, text):
    assert numbers.settled(value) == text


def test_a_number_can_have_fewer_digits():
    assert numbers.number(0.9637, 2) == "0.96"


@pytest.mark.parametrize(
    ("weight", "bias", "text"),
    [
        (1.7, 0.52, "y = 1.70 x + 0.520"),
        (-1.5, -2, "y = −1.50 x − 2.00"),
        (0, 0, "y = 0 x + 0"),
        (49.7, -5780, "y = 49.7 x − 5780"),
    ],
)
def test_an_equation_has_its_numbers_plugged_in(weight, bias, text):
    assert numbers.equation(weight, bias) == text


def test_an_equation_names_its_quantities():
    text = numbers.equation(2.0, 3.0, "· flipper length", "body mass")
    assert text == "body mass = 2.00 · flipper length + 3.00"


def test_what_is_too_small_to_see_is_zero_without_a_sign():
    assert numbers.equation(-1e-17, -1e-17, smallest=0.005) == "y = 0.00 x + 0.00"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2"),
        (0.5, "0.5"),
        (-0.25, "−0.25"),
        (1 / 3, "0.3333"),
        (5e-5, "0.0001"),
        (0.0, "0"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (2e6, "2.0000\u00a0×\u00a010⁶"),
    ],
)
def test_a_number_of_the_board_is_exact_to_four_decimals(value, text):
    assert numbers.decimals(value) == text
    assert numbers.exact(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.00001, "0.00001"),
        (-0.00001, "−0.00001"),
        (0.00002236068, "0.00002236"),
        (4.99996e-5, "0.00005"),
        (1e-6, "0.000001"),
        (5e-10, "5\u00a0×\u00a010⁻¹⁰"),
        (-1.2346e-7, "−1.235\u00a0×\u00a010⁻⁷"),
        (5e-324, "4.941\u00a0×\u00a010⁻³²⁴"),
    ],
)
def test_a_small_number_is_not_written_as_0(value, text):
    assert numbers.exact(value) == text


def test_what_rounding_left_is_0_in_the_units_of_what_it_was_computed_from():
    left = 0.1 * 3 - 0.3
    assert left != 0.0
    assert numbers.decimals(left) == "0"
    assert numbers.decimals(-1e-17) == "0"
    assert numbers.decimals(1e-7, 1e3) == "0"
    assert numbers.decimals(5e-10, 5e-10) == "5\u00a0×\u00a010⁻¹⁰"
    assert numbers.decimals(0.0, 0.0) == "0"


def test_a_power_of_ten_as_a_factor_stands_in_brackets():
    assert numbers.factor(5e-10) == "(5\u00a0×\u00a010⁻¹⁰)"
    assert numbers.factor(-2.0) == "(−2)"
    assert numbers.factor(0.00001) == "0.00001"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.9966, "0.997"),
        (0.99999, "0.99999"),
        (0.76, "0.76"),
        (1.0, "1.0"),
        (1e-7, "1.0\u00a0×\u00a010⁻⁷"),
        (-0.12, "−0.12"),
    ],
)
def test_a_share_below_1_reads_below_1(value, text):
    assert numbers.below_one(value, 2) == text


def test_two_rates_that_differ_read_differently():
    assert numbers.apart(0.082, 0.08199) == ("0.08200", "0.08199")
    assert numbers.apart(1.5, 1.0) == ("1.50", "1.00")
    assert numbers.apart(0.00012345671, 0.00012345672) == ("0.00012345671", "0.00012345672")


@pytest.mark.parametrize(
    ("degrees", "text"),
    [(0, "1"), (180, "−1"), (60, "0.5"), (90, "0"), (45, "0.7071"), (1, "0.9998")],
)
def test_a_cosine_has_four_decimals(degrees, text):
    assert numbers.cosine(math.cos(math.radians(degrees)), degrees) == text


@pytest.mark.parametrize("degrees", [0.5, 0.2851, 0.1, 0.01, 0.001])
@pytest.mark.parametrize("opposite", [False, True])
def test_a_cosine_near_1_has_as_many_digits_as_its_arccos_takes(degrees, opposite):
    angle = 180 - degrees if opposite else degrees
    text = numbers.cosine(math.cos(math.radians(angle)), angle)
    assert text.startswith("−0.9999" if opposite else "0.9999")
    assert math.degrees(math.acos(float(text.replace("−", "-")))) == pytest.approx(angle, abs=1e-4)


def test_an_angle_too_small_for_its_cosine_reads_1():
    assert numbers.cosine(1.0, 1e-9) == "1"
