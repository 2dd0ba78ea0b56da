"""Can a smaller rate save a relu neuron? The counts and the rows, by plain loops that share nothing with the code."""

import numpy as np
import pytest

from playground.data import standard
from playground.lessons.weights.hundred_starts.model import hundred_starts
from playground.lessons.weights.smaller_rate.idea import QUESTION, a_smaller_rate
from playground.lessons.weights.smaller_rate.model import falling, live_rows
from tests.lessons.weights.test_views import state

X, Y = standard("penguins")
FAST, SLOW = falling(X, Y, slow=False), falling(X, Y, slow=True)
STARTS = hundred_starts("glorot_uniform", 0, draw_bias=True)


def plain_way(start, rate, epochs):
    """(w, b) and the live rows after each epoch."""
    x, (w, b), way = X[:, 0], start, []
    for _ in range(epochs + 1):
        sums = w * x + b
        live = sums > 0
        way.append((w, b, live))
        errors = np.where(live, sums, 0.0) - Y
        w, b = w - rate * np.mean(2 * errors * live * x), b - rate * np.mean(2 * errors * live)
    return way


@pytest.mark.parametrize("start", [0, 1, 18, 96])
def test_the_way_at_the_larger_rate_is_that_of_a_plain_loop(start):
    for place, (w, b, live) in enumerate(plain_way(STARTS[start], 0.1, 60)):
        np.testing.assert_allclose(FAST.paths[place, start], (w, b), rtol=1e-9, atol=1e-12)
        assert FAST.live[place, start] == live.sum()
        np.testing.assert_array_equal(live_rows(X, FAST.paths[place, start]), live)


def test_the_way_at_the_smaller_rate_is_kept_every_hundred_epochs():
    for place, (w, b, live) in enumerate(plain_way(STARTS[1], 0.001, 2000)[::100]):
        np.testing.assert_allclose(SLOW.paths[place, 1], (w, b), rtol=1e-9, atol=1e-12)
        assert SLOW.live[place, 1] == live.sum()


def test_28_fall_silent_and_27_at_a_rate_a_hundred_times_smaller():
    assert (len(FAST.fall_silent), len(SLOW.fall_silent)) == (28, 27)
    assert set(SLOW.fall_silent) < set(FAST.fall_silent)


def test_the_one_that_is_left_falls_silent_as_well_a_little_later():
    (late,) = set(FAST.fall_silent) - set(SLOW.fall_silent)
    assert SLOW.live[-1, late] == 1
    w, b = SLOW.paths[-1, late]
    _, _, live = plain_way((w, b), 0.001, 4000)[-1]
    assert not live.any()


def test_before_they_fall_silent_their_live_rows_have_labels_below_0():
    for seen in (FAST, SLOW):
        for start in seen.fall_silent:
            last = int(np.flatnonzero(seen.live[:, start])[-1])
            live = live_rows(X, seen.paths[last, start])
            assert np.mean(Y[live]) < 0


def test_those_that_learn_have_the_lowest_loss():
    losses = [np.mean((np.where((s := w * X[:, 0] + b) > 0, s, 0.0) - Y) ** 2) for w, b in FAST.paths[-1]]
    expected = [start for start, loss in enumerate(losses) if loss <= min(losses) + 0.01]
    assert FAST.learn == expected
    assert len(expected) == 46


def guessed(**wanted):
    return state(**{QUESTION.key: "none", **wanted})


def test_the_words_count_rows_and_labels():
    (w, b), _ = FAST.paths[5, 1], None
    live = w * X[:, 0] + b > 0
    said = a_smaller_rate(guessed(silent_way=0.5)).words["result"]
    assert said == (
        f"After **5** epochs **{live.sum()}** rows are live, "
        f"and the labels of {(Y[live] < 0).sum()} (the diamonds) are below 0."
    )
    assert "After **500** epochs" in a_smaller_rate(guessed(silent_way=0.5, silent_rate=0.001)).words["result"]
    assert "**no** row is live" in a_smaller_rate(guessed(silent_way=6.0)).words["result"]
    ends = a_smaller_rate(guessed()).words["ends"]
    assert "**28** fall silent within 60 epochs at rate 0.1, and **27** within 6000 epochs at rate 0.001." in ends
    assert "Start 97 has 1 live row left by then." in ends


def test_live_rows_are_drawn_where_the_sum_is_above_0():
    traces = {trace["name"]: trace for trace in a_smaller_rate(guessed(silent_way=0.3)).pictures["silence"].traces}
    w, b = FAST.paths[3, 1]
    live = w * X[:, 0] + b > 0
    for name, which in (("live row", live & (Y >= 0)), ("below 0", live & (Y < 0))):
        assert traces[name]["x"] == pytest.approx(X[which, 0], abs=1e-3)
        assert traces[name]["y"] == pytest.approx(Y[which], abs=1e-3)
    assert traces["rate 0.1"]["y"] == FAST.live[:4, 1].tolist()
    assert traces["rate 0.001"]["y"] == SLOW.live[:4, 1].tolist()


def test_until_the_question_is_answered_the_neuron_stands_at_its_start():
    shown = a_smaller_rate(state(silent_way=6.0, silent_start=97))
    assert shown.pictures["silence"].still() == a_smaller_rate(guessed()).pictures["silence"].still()
    assert shown.words == {"result": "", "ends": ""}
    below = next(trace for trace in shown.pictures["silence"].traces if trace["name"] == "below 0")
    assert below["x"] == [None]
    assert not shown.mission.solved
