"""R2 of predictions, against exact fractions, at every size."""

from fractions import Fraction

import numpy as np
import pytest

from playground.learning import r2_score

RNG = np.random.default_rng(6)


def by_fractions(y, predictions):
    labels, outputs = [Fraction(number) for number in y], [Fraction(number) for number in predictions]
    mean = sum(labels) / len(labels)
    unexplained = sum((one - other) ** 2 for one, other in zip(labels, outputs, strict=True))
    return float(1 - unexplained / sum((label - mean) ** 2 for label in labels))


@pytest.mark.parametrize("size", [1e-300, 1e-170, 1e-5, 1.0, 1e30, 1e150])
@pytest.mark.parametrize("noise", [1e-6, 0.01, 1.0, 30.0])
def test_r2_is_that_of_exact_fractions_whatever_the_size(size, noise):
    y = RNG.normal(size=20) + 3.0
    predictions = y + noise * RNG.normal(size=20)
    y, predictions = y * size, predictions * size
    assert r2_score(y, predictions) == pytest.approx(by_fractions(y, predictions), rel=1e-12, abs=1e-12)


def test_labels_in_reverse_have_an_r2_of_minus_3():
    for size in (1.0, 1e-170, 1e-300, 1e150):
        assert r2_score([size, 2 * size, 3 * size], [3 * size, 2 * size, size]) == pytest.approx(-3.0)


def test_a_small_error_leaves_r2_below_1():
    """Errors of 0.1 around a label of deviation 1.7: 1 - 0.01 / 2.9166… = 0.99657."""
    y = np.arange(1.0, 7.0)
    score = r2_score(y, y + 0.1)
    assert score == pytest.approx(1 - 6 * 0.01 / 17.5)
    assert 0.9965 < score < 0.9966
    assert r2_score(y, y + 1e-7) < 1.0
    assert r2_score(y, y) == 1.0


@pytest.mark.parametrize(
    ("y", "predictions", "said"),
    [
        ([1, 2, 3], [[1], [2], [3]], r"^predictions must have shape \(n_samples,\), got shape \(3, 1\)"),
        ([[1], [2], [3]], [1, 2, 3], r"^y must have shape \(n_samples,\), got shape \(3, 1\)"),
        ([1, 2, 3], [1, 2], r"^y must have one label for each row of X \(2\), got 3"),
        ([1, 2, 3], 2.0, r"^predictions must have shape"),
        ([1, 2], ["1", "2"], r"^predictions must hold numbers only"),
        ([1, 2], np.ma.masked_array([1, 2], [True, False]), r"^predictions must not be masked"),
        ([1, np.nan], [1, 2], r"^y must be finite"),
    ],
)
def test_what_cannot_be_compared_row_by_row_is_refused(y, predictions, said):
    with pytest.raises(ValueError, match=said):
        r2_score(y, predictions)


@pytest.mark.parametrize("beyond", [np.inf, -np.inf, np.nan, 1.7e308])
def test_predictions_beyond_the_range_of_numbers_are_infinitely_bad(beyond):
    assert r2_score([1.0, 2.0], [1.0, beyond]) == -np.inf
