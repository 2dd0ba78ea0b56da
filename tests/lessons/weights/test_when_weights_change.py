"""When the weights change: a change for each batch, and what Keras prints for an epoch beside the loss reached."""

from math import ceil

import numpy as np
import pytest

from playground.data import standard
from playground.learning import Settings, train
from playground.lessons.weights.when_weights_change.idea import IDEA, QUESTION, SIZES, when_weights_change
from playground.lessons.weights.when_weights_change.model import changes
from playground.ui.state import row_of
from tests.learning import golden
from tests.lessons.weights.test_views import TABLE, state

KERAS_RUNS = [
    run
    for run in golden.read("open.json")["cases"]
    if not run["shuffle"] and np.isfinite(golden.array(run["keras_fit_loss"])).all() and not run["l1"] and not run["l2"]
]


def guessed(**wanted):
    return state(**{QUESTION.key: "once", **wanted})


def test_there_are_keras_runs_with_full_and_with_smaller_batches():
    sizes = {run["batch_size"] for run in KERAS_RUNS}
    assert None in sizes
    assert len(sizes) > 2


@pytest.mark.parametrize("run", KERAS_RUNS, ids=[run["name"] for run in KERAS_RUNS])
def test_what_keras_prints_is_what_keras_printed(run):
    seen = changes(run["X"], run["y"], golden.settings_of(run))
    recorded, reached = golden.array(run["keras_fit_loss"]), golden.array(run["loss_history"])[1:]
    assert np.abs(seen.printed - recorded).max() <= 1e-9 * np.abs(recorded).max()
    assert np.abs(seen.reached - reached).max() <= 1e-9 * np.abs(reached).max()


@pytest.mark.parametrize(
    ("dataset", "size", "count"),
    [("cars", None, 1), ("cars", 4, 8), ("cars", 1, 32), ("penguins", 32, 11), ("penguins", 1, 342)],
)
def test_how_often_the_weights_change_in_an_epoch(dataset, size, count):
    X, y = standard(dataset)
    seen = changes(X, y, Settings(batch_size=size, epochs=2, learning_rate=0.1))
    assert seen.per_epoch == count
    assert len(seen.weights) == 2 * count + 1
    assert (np.diff(seen.weights) != 0).all()
    assert seen.after_each_epoch == (count == 1)


def test_the_weights_are_those_of_training_at_the_end_of_each_epoch():
    X, y = standard("penguins")
    settings = Settings(batch_size=32, epochs=3, learning_rate=0.1, shuffle=False, initial_weights=(0.0,))
    seen, history = changes(X, y, settings), train(X, y, settings)
    np.testing.assert_allclose(seen.weights[::11], history.weights[:, 0], rtol=1e-12)
    np.testing.assert_allclose(seen.reached, history.loss[1:], rtol=1e-10)


@pytest.mark.parametrize("size", [1, 4, 5, 32])
def test_the_counter_ticks_with_the_last_row_of_each_batch(size):
    X, y = standard("cars")
    seen = changes(X, y, Settings(batch_size=size, epochs=3))
    counted, expected = 0, []
    for rows_read in range(1, 97):
        row = (rows_read - 1) % 32 + 1
        counted += row % size == 0 or row == 32
        expected.append(counted)
    assert [seen.done(rows_read) for rows_read in range(1, 97)] == expected
    ticks = [rows_read for rows_read in range(1, 97) if seen.done(rows_read) > seen.done(rows_read - 1)]
    assert seen.rows_at().tolist() == [0, *ticks]


def test_the_verdict_is_true_for_all_rows_only():
    for dataset, n_rows in (("cars", 32), ("penguins", 342)):
        for size in SIZES:
            said = when_weights_change(guessed(change_dataset=dataset, change_batch_size=size)).words["claim"]
            count = ceil(n_rows / (size or n_rows))
            assert ("✓" in said or ":holds:" in said) == (count == 1)
            assert f"**{count}** change" in said


def test_of_penguins_the_last_batch_is_named():
    said = when_weights_change(guessed(change_dataset="penguins", change_batch_size=32)).words["claim"]
    assert "342 penguins make 10 batches of 32 and one of 22: **11** changes an epoch." in said


def test_an_epoch_s_losses_are_told_when_it_is_over():
    seen = changes(*standard("cars"), Settings(batch_size=4, epochs=3, learning_rate=0.1, initial_weights=(0.0,)))
    for rows_read, finished in ((31, 0), (32, 1), (95, 2), (96, 3)):
        table = when_weights_change(guessed(rows_read=rows_read)).words["compared"].splitlines()[1:]
        assert [line.count(".") == 2 for line in table] == [epoch < finished for epoch in range(3)]
    assert f"| 1 | {seen.printed[0]:.3f} | {seen.reached[0]:.3f} |" in table


def test_for_all_rows_keras_prints_the_loss_of_the_epoch_before():
    seen = changes(*standard("cars"), Settings(epochs=3, learning_rate=0.1, initial_weights=(0.0,)))
    np.testing.assert_allclose(seen.printed[1:], seen.reached[:-1], rtol=1e-12)
    assert seen.printed[0] == pytest.approx(1.0), "of standard units the loss at weight 0 is the variance"


def test_the_slider_stands_at_the_end_of_every_epoch():
    for dataset, n_rows in (("cars", 32), ("penguins", 342)):
        values = guessed(change_dataset=dataset)
        positions = row_of(TABLE, "rows_read").positions(values)
        assert {0, n_rows, 2 * n_rows, 3 * n_rows} <= set(positions)
        assert len(positions) < 401


def test_until_the_question_is_answered_no_row_is_read():
    shown = when_weights_change(state(rows_read=32))
    assert not any(shown.words.values())
    weight = next(trace for trace in shown.pictures["changes"].traces if trace["name"] == "weight")
    assert set(weight["y"]) == {0.0}
    assert IDEA.question.answer == "8 times"
