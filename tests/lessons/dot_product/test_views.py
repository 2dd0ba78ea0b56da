"""The dot product's screens as functions of plain values: their places, their strips, and what their boards set."""

import json
import random

import pytest

from playground.lessons.dot_product.many_numbers import idea as many
from playground.lessons.dot_product.three_ways import idea as three_ways
from playground.lessons.dot_product.two_vectors import idea as two_vectors
from playground.ui.state import row_of, settled
from playground.ui.strip import frozen, order, piece

ON_BOARDS = [two_vectors.IDEA, three_ways.IDEA]
IDEAS = [*ON_BOARDS, many.IDEA]
SLIDERS = ("line_w", "line_b", "line_x")


def named(idea):
    return idea.name


def values_of(idea, guess=None, **wanted):
    """The idea's values, those named as wanted and all others as at the start."""
    rows = (*idea.parameters, idea.question.guess)
    return {**settled(rows, {**wanted, idea.question.key: guess}), "narrow": False, "shown": None}


def drawn_anywhere(idea, chance):
    """Values that a hand could have set on the idea's board."""

    def arrow():
        return chance.choice([0.0, 1e-5, 1.0, 1000.0]) * chance.uniform(-1, 1), chance.uniform(-3, 3)

    a, b = arrow(), arrow()
    return values_of(idea, **idea.boards[0].take(a, b, chance.random() < 0.3))


@pytest.mark.parametrize("idea", ON_BOARDS, ids=named)
def test_whatever_is_drawn_is_shown_in_the_places_of_the_start(idea):
    start, chance = idea.view(values_of(idea)), random.Random(1)
    for _ in range(50):
        screen = idea.view(drawn_anywhere(idea, chance))
        assert screen.fits(start)
        json.dumps(screen.change(start), allow_nan=False)


def test_other_numbers_are_shown_in_the_places_of_the_start_until_one_of_both_arrows_is_too_short_for_a_head():
    start = many.many_numbers(values_of(many.IDEA, "yes"))
    assert many.many_numbers(values_of(many.IDEA, "yes", u=(1.0, -7.0, 0.5))).fits(start)
    assert not many.many_numbers(values_of(many.IDEA, "yes", u=(0.01, 0.0, 0.0))).fits(start)


def test_the_plane_that_shows_the_angle_is_seen_after_a_guess_only():
    assert many.many_numbers(values_of(many.IDEA)).pictures == {}
    assert "their_plane" in many.many_numbers(values_of(many.IDEA, "show me")).pictures
    assert many.many_numbers(values_of(many.IDEA, "yes", u=(None,))).pictures == {}


@pytest.mark.parametrize("key", SLIDERS)
def test_along_each_slider_there_is_a_strip_whose_frames_carry_the_arrows(key):
    values = values_of(three_ways.IDEA)
    positions = row_of(three_ways.NEURON, key).positions(values)
    frames = piece(three_ways.same_number_three_ways, frozen(values), key, positions, 10, 0).frames
    assert list(frames) == order(len(positions), 10)[: len(frames)]
    for position, frame in frames.items():
        (w, b), (x, one) = json.loads(frame)["arrows"]["line_board"]
        moved = dict(zip(SLIDERS, (w, b, x), strict=True))
        assert moved == pytest.approx({**{name: values[name] for name in SLIDERS}, key: positions[position]})
        assert one == 1.0


@pytest.mark.parametrize("idea", ON_BOARDS, ids=named)
def test_a_board_shows_what_was_drawn_on_it(idea):
    (board,) = idea.boards
    arrows = ((-0.15, 1.05), (2.85, 1.0))
    values = values_of(idea, **board.take(*arrows, False))
    assert board.show(values) == arrows
    assert idea.view(values).arrows == {board.key: arrows}


def test_a_tip_beyond_the_ends_of_the_sliders_sets_them_to_their_ends():
    values = values_of(three_ways.IDEA, **three_ways.BOARD.take((-999.0, 999.0), (999.0, 1.0), False))
    assert three_ways.BOARD.show(values) == ((-2.0, 2.0), (3.0, 1.0))


def test_unit_length_keeps_drawn_vectors_at_length_1():
    values = values_of(two_vectors.IDEA, **two_vectors.BOARD.take((3.0, 4.0), (0.0, 0.0), True))
    assert values["a"] == pytest.approx((0.6, 0.8))
    assert values["b"] == (0.0, 0.0)


NONSENSE = [None, True, "x", "3,1", 7, (1.0,), [1.0, 2.0, 3.0], ("a", None), (10**400, 1.0), (float("nan"), 0.0), {}]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda value: repr(value)[:12])
def test_vectors_of_the_wrong_kind_become_those_of_the_start(nonsense):
    assert two_vectors.two_vectors(values_of(two_vectors.IDEA, a=nonsense)).arrows == {
        "two_vectors": ((2.0, 3.0), (4.0, 1.0))
    }


@pytest.mark.parametrize("idea", IDEAS, ids=named)
def test_no_mission_is_solved_at_the_start(idea):
    mission = idea.view(values_of(idea)).mission
    assert (mission.name,) == idea.missions
    assert not mission.solved
