"""A visitor's own rows as a data set."""

import numpy as np
import pytest

from playground.data.own import LONGEST_TEXT, MOST_ITEMISED, OWN, own, own_from
from playground.data.sources import Column
from playground.learning import Settings
from playground.learning.analysis import least_squares
from playground.learning.memory import SHARED, remembered
from playground.lessons.playground.model import ALL_ROWS, run_of
from playground.lessons.playground.table import TABLE
from playground.lessons.playground.view import playground
from playground.ui.own_rows import sampled
from playground.ui.state import settled

ARM, HEIGHT = Column("", "arm", "cm"), Column("", "height", "cm")


def rows(n_samples, may_travel=True):
    rng = np.random.default_rng(n_samples)
    x = rng.normal(170.0, 10.0, n_samples)
    return own(x, 3.0 * x + rng.normal(0.0, 20.0, n_samples), ARM, HEIGHT, may_travel)


def values_of(data, **changed):
    return {**settled(TABLE, {"own": data, "dataset": OWN, **changed}), "narrow": False, "project": False}


def test_what_a_link_holds_is_what_was_brought():
    data = rows(20)
    again = own_from(data.text)
    assert (again.name, again.feature, again.label) == (data.name, ARM, HEIGHT)
    assert np.array_equal(again.X, data.X)
    assert np.array_equal(again.y, data.y)


def test_a_file_has_no_text_and_neither_have_rows_too_many_for_a_link():
    assert rows(20, may_travel=False).text == ""
    assert rows(LONGEST_TEXT // 20).text == ""
    assert not rows(2000).is_in_links


def test_its_name_tells_rows_apart_and_says_nothing_of_them():
    assert rows(20).name == rows(20).name != rows(21).name
    assert "170" not in repr(rows(20))


@pytest.mark.parametrize("x", [[1e16, 1.0], [1.0, 1.0 + 2e-16]])
def test_numbers_that_no_slider_can_show_are_no_data_set(x):
    assert own(np.array(x), np.array([1.0, 2.0]), ARM, HEIGHT, True) is None


def test_of_many_rows_a_sample_is_walked_through_and_the_page_says_so():
    few, many = rows(MOST_ITEMISED), rows(MOST_ITEMISED + 500)
    assert few.itemised is few
    assert sampled(few) == ""
    assert len(many.itemised.y) == MOST_ITEMISED
    assert np.isin(many.itemised.y, many.y).all()
    assert many.itemised.memory is many.memory
    assert sampled(many.itemised) == "A random sample of 1000 of your 1500 rows."


def test_numbers_use_all_rows_and_pictures_a_sample():
    data = rows(100_000)
    values = values_of(data, epochs=200, learning_rate=0.5)
    run, best = run_of(values), least_squares(data.X, data.y)
    weights, bias = run.in_data_units(run.history.weights[-1], run.history.bias[-1])
    assert float(weights[0]) == pytest.approx(float(best.weights[0]), rel=1e-9)
    assert float(bias) == pytest.approx(best.bias, rel=1e-6)
    assert run.best.loss == pytest.approx(1 - np.corrcoef(data.X[:, 0], data.y)[0, 1] ** 2, rel=1e-9)
    assert run.r2(200) == pytest.approx(np.corrcoef(data.X[:, 0], data.y)[0, 1] ** 2, rel=1e-9)
    screen = playground(values)
    points = next(trace for trace in screen.pictures["training"].traces if trace["name"] == "data")
    drawn = np.array(points["text"], dtype=int) - 1
    assert len(drawn) == 2000
    assert points["x"] == data.X[drawn, 0].tolist()
    assert "a random sample of 2000 points; all numbers use all rows" in screen.words["about"]


def test_many_rows_are_not_taken_in_batches_that_would_keep_a_hand_waiting():
    assert values_of(rows(50), batch_size=1)["batch_size"] == 1
    assert values_of(rows(2000), batch_size=1)["batch_size"] == ALL_ROWS
    assert values_of(rows(2000), batch_size=2)["batch_size"] == 2
    assert values_of(rows(20_000), batch_size=128)["batch_size"] == ALL_ROWS
    assert settled(TABLE, {"dataset": "galton", "batch_size": 1})["batch_size"] == 1


def test_what_follows_from_own_rows_is_kept_with_them_and_what_follows_from_others_for_all():
    calls = []

    @remembered
    def counted(data, more):
        calls.append((data.name, more))
        return more

    known = len(SHARED)
    shared, mine = rows(3), rows(4)
    shared.__dict__["memory"] = None
    for data in (shared, mine, shared, mine):
        assert counted(data, Settings()) == Settings()
    assert len(calls) == 2
    assert len(SHARED) == known + 1
    assert counted(rows(4), 1) == 1
    assert len(calls) == 3  # another visitor's, though the numbers are the same
