"""Numbers and sentences, against strings written by hand."""

import math

import pytest

from playground.figures import words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1.7, "1.70"),
        (0.0312, "0.0312"),
        (-5780, "−5780"),
        (9.999, "10.0"),
        (123456, "123456"),
        (999999.9, "1.00 × 10⁶"),
        (1.2e30, "1.20 × 10³⁰"),
        (-4e-12, "−4.00 × 10⁻¹²"),
        (math.inf, "too large to show"),
        (-math.inf, "too large to show"),
        (math.nan, "too large to show"),
    ],
)
def test_a_number_has_three_significant_digits(value, text):
    assert words.number(value) == text


def test_a_number_can_have_fewer_digits():
    assert words.number(0.9637, 2) == "0.96"


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
    assert words.equation(weight, bias) == text


def test_an_equation_names_its_quantities():
    text = words.equation(2.0, 3.0, "· flipper length", "body mass")
    assert text == "body mass = 2.00 · flipper length + 3.00"


def test_what_is_too_small_to_see_is_zero_without_a_sign():
    assert words.equation(-1e-17, -1e-17, smallest=0.005) == "y = 0.00 x + 0.00"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2"),
        (0.5, "0.5"),
        (-0.25, "−0.25"),
        (1 / 3, "0.3333"),
        (-0.00001, "0"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (2e6, "2.0000 × 10⁶"),
    ],
)
def test_a_number_of_the_board_is_exact_to_four_decimals(value, text):
    assert words.decimals(value) == text


def lines(a, b):
    return words.dot_product_lines(a, b).replace("*", "").split("  \n")


def test_a_dot_product_is_written_out():
    first, lengths, cosine, angle, projection = lines((3.0, 1.0), (1.0, 2.0))
    assert first == "a · b = 3 × 1 + 1 × 2 = 3 + 2 = 5"
    assert lengths == "|a| = 3.1623, |b| = 2.2361"
    assert cosine.endswith("= 0.7071")
    assert angle.startswith("angle = 45°")
    assert projection.endswith("= (1, 2)")


def test_negative_factors_and_products_keep_their_signs():
    first = lines((-1.5, 2.0), (2.0, -0.5))[0]
    assert first == "a · b = (−1.5) × 2 + 2 × (−0.5) = −3 − 1 = −4"


def test_vectors_of_opposite_direction():
    _, _, cosine, angle, projection = lines((1.0, 0.0), (-2.0, 0.0))
    assert cosine.endswith("= −1")
    assert angle.startswith("angle = 180°")
    assert projection.endswith("= (1, 0)")


@pytest.mark.parametrize(
    ("a", "b"),
    [((1.0, 0.0), (0.0, 3.0)), ((1.0, 2.0), (-2.0, 1.0)), ((0.1, 0.7), (-2.1, 0.3)), ((0.1, 0.3), (-0.6, 0.2))],
)
def test_perpendicular_vectors_are_called_so(a, b):
    first, _, cosine, angle, _ = lines(a, b)
    assert first.endswith("= 0")
    assert cosine.endswith("= 0")
    assert angle.startswith("angle = 90°")
    assert "perpendicular" in angle


@pytest.mark.parametrize(("a", "b"), [((0.0, 0.0), (1.0, 2.0)), ((1.0, 2.0), (0.0, 0.0)), ((0.0, 0.0), (0.0, 0.0))])
def test_a_zero_vector_has_no_angle(a, b):
    text = "\n".join(lines(a, b))
    assert "no angle" in text
    assert "nan" not in text.lower()
    assert "°" not in text
