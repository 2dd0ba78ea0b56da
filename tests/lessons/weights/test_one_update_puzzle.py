"""Numbers to work out by hand: what is accepted, from the digits that are shown."""

import math

import numpy as np
import pytest

from playground.data import standard
from playground.learning import Settings
from playground.lessons.weights.one_update.model import itemise
from playground.lessons.weights.one_update.model_puzzle import DIGITS, PUZZLES, Puzzle

X, Y = standard("cars")
RATE = 0.1


def update(batch_size, epoch=2, batch=1):
    return itemise(X, Y, Settings(batch_size=batch_size, epochs=5, learning_rate=RATE), epoch, batch)


def as_shown(value):
    """A number as a visitor reads it."""
    return float(f"{value:.{DIGITS - 1}e}")


def worked_out(puzzle):
    """The answer of a visitor who takes the shown numbers and rounds the result as they are rounded."""
    if puzzle.factors:
        return as_shown(math.prod(map(as_shown, puzzle.factors)))
    return as_shown(math.fsum(map(as_shown, puzzle.terms)))


@pytest.mark.parametrize("batch_size", [1, 2, 4, 8])
@pytest.mark.parametrize("name", PUZZLES)
def test_what_follows_from_the_shown_digits_is_accepted_and_twice_the_tolerance_is_not(name, batch_size):
    for epoch in range(1, 6):
        for batch in range(-(-len(Y) // batch_size)):
            puzzle = PUZZLES[name](update(batch_size, epoch, batch), RATE)
            assert puzzle.solved_by(worked_out(puzzle))
            assert puzzle.solved_by(puzzle.value + 0.999 * puzzle.tolerance)
            assert not puzzle.solved_by(puzzle.value + 1.001 * puzzle.tolerance)
            assert not puzzle.solved_by(None)


@pytest.mark.parametrize("value", np.geomspace(1e-6, 1e6, 200).tolist())
def test_the_tolerance_has_two_digits_so_that_it_is_said_as_it_is_checked(value):
    for puzzle in (Puzzle(value, factors=(value, 1.0)), Puzzle(value, terms=(2 * value, -value))):
        assert float(f"{puzzle.tolerance:.1e}") == pytest.approx(puzzle.tolerance, rel=1e-9)
        assert 0.0 < puzzle.tolerance <= 0.011 * value


def test_by_hand():
    """0.6 times 0.7811 is 0.46866; one percent of it is 0.0046866, and 0.0046 is said and checked."""
    puzzle = Puzzle(0.46866, factors=(0.6, 0.7811))
    assert puzzle.tolerance == pytest.approx(0.0046)
    assert puzzle.solved_by(0.47)
    assert not puzzle.solved_by(0.46866 + 0.00465)


def test_the_gradient_of_one_row_is_worked_out_as_its_share():
    seen = update(1)
    assert PUZZLES["gradient"](seen, RATE) == PUZZLES["share"](seen, RATE)
    assert PUZZLES["gradient"](seen, RATE).value == pytest.approx(seen.gradient[0])
