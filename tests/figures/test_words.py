"""Sentences, against strings written by hand."""

import pytest

from playground.figures import words


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
    [
        ((1.0, 0.0), (0.0, 3.0)),
        ((1.0, 2.0), (-2.0, 1.0)),
        ((0.1, 0.7), (-2.1, 0.3)),
        ((0.1, 0.3), (-0.6, 0.2)),
    ],
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
