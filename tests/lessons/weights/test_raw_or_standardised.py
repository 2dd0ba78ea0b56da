"""What standardising does, to built-in rows and to those that are brought."""

import math
from pathlib import Path

import numpy as np
import pytest

from playground.data import REAL, Column, real
from playground.data import standard as standard_units
from playground.data.own import OWN, own
from playground.learning.analysis import least_squares
from playground.lessons.weights.raw_or_standardised.idea import IDEA, raw_or_standardised
from playground.lessons.weights.raw_or_standardised.model import SHOWN, scaling_of
from playground.ui.chapter import table_of
from playground.ui.part import FACTS
from playground.ui.state import settled
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


def state(**wanted):
    return settled((*table_of("weights", [IDEA]), *FACTS), {"guess_scaling": "1", **wanted})


def test_the_question_tells_what_a_plain_loop_finds():
    cars = real("cars")
    scaling = scaling_of(cars.X, cars.y)
    losses = loop(cars.X, cars.y, scaling.raw.limit / 2, 569)
    lowest = least_squares(cars.X, cars.y).loss
    assert losses[569] <= 1.01 * lowest < losses[568]
    standard = loop(*standard_units("cars"), 0.5, 1)
    assert standard[1] <= 1.01 * (1 - np.corrcoef(cars.X[:, 0], cars.y)[0, 1] ** 2) < standard[0]
    assert "569" in IDEA.question.text
    assert IDEA.question.answer == "1"


@pytest.mark.parametrize("dataset", list(REAL))
def test_both_bowls_hold_their_way_and_their_lowest_place(dataset):
    pictures = raw_or_standardised(state(scaling_dataset=dataset, scaling_epoch=SHOWN)).pictures
    for picture in pictures.values():
        way, best = (next(trace for trace in picture.traces if trace["name"] == name) for name in ("path", "best"))
        for axis, numbers in (("xaxis", way["x"] + best["x"]), ("yaxis", way["y"] + best["y"])):
            low, high = picture.layout[axis]["range"]
            assert low < min(numbers) <= max(numbers) < high
        assert len(way["x"]) == SHOWN + 1


def test_the_standardised_neuron_is_there_after_one_epoch_and_the_other_is_not_after_a_hundred():
    data = real("penguins")
    seen = raw_or_standardised(state(scaling_dataset="penguins", scaling_epoch=1))
    marks = {trace["name"]: trace for trace in seen.pictures["round_bowl"].traces}
    assert marks["now"]["x"] == pytest.approx(marks["best"]["x"])
    assert marks["now"]["x"][0] == pytest.approx(np.corrcoef(data.X[:, 0], data.y)[0, 1])
    last = raw_or_standardised(state(scaling_dataset="penguins", scaling_epoch=SHOWN))
    marks = {trace["name"]: trace for trace in last.pictures["raw_bowl"].traces}
    assert marks["best"]["x"][0] == pytest.approx(49.69, abs=0.01)
    assert marks["now"]["x"][0] < 25
    assert (
        "| epochs until within 1 % of the lowest loss, at half the limit | more than 10000 | 1 |"
        in last.words["compared"]
    )


def test_a_visitors_own_rows_have_their_bowls():
    rows = own(np.array([1.0, 2.0, 4.0]), np.array([3.0, 5.0, 9.0]), Column("", "x"), Column("", "y"), True)
    seen = raw_or_standardised(state(scaling_own=rows, scaling_dataset=OWN, scaling_epoch=1))
    best = next(trace for trace in seen.pictures["raw_bowl"].traces if trace["name"] == "best")
    assert (best["x"], best["y"]) == ([pytest.approx(2.0)], [pytest.approx(1.0)])
