"""What standardising does to the rows that are brought."""

import math
from pathlib import Path

import numpy as np
import pytest

from playground.lessons.your_numbers.scaling import scaling_of
from tests.lessons.your_numbers.brought import screen_of

HOUSES = (Path(__file__).parents[2] / "cases" / "houses.csv").read_text(encoding="utf-8")


def loop(X, y, rate, epochs):
    """Plain gradient descent on the mean squared error, from 0: the losses."""
    Z, p, losses = np.column_stack([X, np.ones(len(X))]), np.zeros(X.shape[1] + 1), []
    for _ in range(epochs + 1):
        errors = Z @ p - y
        losses.append(float(np.mean(errors**2)))
        p = p - rate * 2 / len(y) * Z.T @ errors
    return losses


def test_the_epochs_are_those_of_a_plain_loop():
    rng = np.random.default_rng(2)
    X = rng.normal([1.0, 5.0], [1.0, 2.0], (30, 2))
    y = X @ [1.0, -2.0] + rng.normal(size=30)
    raw = scaling_of(X, y).raw
    losses = loop(X, y, raw.limit / 2, raw.epochs)
    Z = np.column_stack([X, np.ones(30)])
    lowest = float(np.mean((Z @ np.linalg.lstsq(Z, y, rcond=None)[0] - y) ** 2))
    assert raw.limit == pytest.approx(2 / np.linalg.eigvalsh(2 * Z.T @ Z / 30)[-1])
    assert raw.condition == pytest.approx(np.linalg.cond(Z) ** 2)
    assert losses[raw.epochs] <= 1.01 * lowest < losses[raw.epochs - 1]


def test_one_standardised_feature_has_the_limit_and_the_condition_number_1():
    scaling = scaling_of(np.array([[160.0], [170.0], [185.0]]), np.array([55.0, 60.0, 80.0]))
    assert (scaling.standardised.limit, scaling.standardised.condition) == (pytest.approx(1.0), pytest.approx(1.0))
    assert scaling.standardised.epochs == 1  # half the limit goes there in one step
    assert scaling.raw.epochs is None


def test_a_constant_feature_has_no_condition_number():
    scaling = scaling_of(np.full((4, 1), 5.0), np.array([1.0, 2.0, 3.0, 5.0]))
    assert math.isinf(scaling.raw.condition)
    assert "| condition number | infinite | infinite |" in screen_of("x,y\n5,1\n5,2\n5,3").words["your_scaling"]


def test_the_page_says_both():
    words = screen_of(HOUSES).words["your_scaling"]
    assert "| limit of the learning rate | 0.000000216 | 0.641 |" in words
    assert "at half the limit | more than 10000 |" in words


def test_yes_or_no_has_no_such_table():
    assert screen_of("x,y\n1,no\n2,yes\n3,no").words["your_scaling"] == ""
