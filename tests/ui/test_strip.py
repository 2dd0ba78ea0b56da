"""Strips: which screens are computed when, how long a piece takes, and that a frame shows what its state shows."""

import json

import numpy as np
import pytest

from playground.data.own import own
from playground.data.sources import Column
from playground.figures.picture import Picture
from playground.figures.screen import Screen
from playground.ui import strip, turns
from playground.ui.strip import EVERY, NEAR, anchor, frozen, order, piece, screen_of
from playground.ui.turns import QUEUE

POSITIONS = [i / 4 for i in range(41)]
COMPUTED = []


def view(values):
    """A screen with a line that turns, a label that changes now and then, and words."""
    COMPUTED.append(values["weight"])
    weight = values["weight"]
    traces = (
        {"x": [0, 1], "y": [0.0, weight / 3]},
        {"x": [1], "y": [1.0 if weight < 5 else 2.0]},
        {"x": [0], "y": [0]},
    )
    layout = {"yaxis": {"range": [0, 10 if weight > 3 else 3]}}
    picture = Picture(traces, layout, f"slope {weight}", moving=(0, 1), moving_axes=("yaxis",))
    return Screen({"chart": picture}, {"numbers": f"**{weight}**", "about": values["about"]})


STATE = frozen({"weight": 2.0, "about": "lines"})


@pytest.fixture(autouse=True)
def nothing_is_known():
    for known in (strip.FRAMES, strip.SCREENS):
        known.clear()
    COMPUTED.clear()
    QUEUE._waits.clear()


def applied(change, frame):
    """What a frame shows on its anchor, by the rule of strips.js: its parts, and the anchor's for all others."""
    pictures = {
        key: {
            part: {**change["pictures"].get(key, {}).get(part, {}), **frame["pictures"].get(key, {}).get(part, {})}
            for part in ("traces", "axes")
        }
        for key in change["pictures"] | frame["pictures"]
    }
    return pictures, {**change["words"], **frame["words"]}


def test_the_values_around_the_finger_come_first_then_every_eighth_then_all():
    positions = order(201, 70)
    assert positions[0] == 70
    assert set(positions[: 2 * NEAR + 1]) == set(range(70 - NEAR, 70 + NEAR + 1))
    spread = [i for i in range(0, 201, EVERY) if abs(i - 70) > NEAR]
    assert set(positions[2 * NEAR + 1 :][: len(spread)]) == set(spread)
    assert sorted(positions) == list(range(201))


def test_order_at_an_end():
    assert order(5, 0) == [0, 1, 2, 3, 4]
    assert sorted(order(9, 8)) == list(range(9))


def test_a_frame_on_its_anchor_is_the_difference_between_its_screen_and_the_drawn_one():
    drawn = screen_of(view, frozen({"weight": 2.0, "about": "lines"}))
    told = anchor(view, STATE, "weight", POSITIONS).change(drawn)
    frames = piece(view, STATE, "weight", POSITIONS, 8, 0).frames
    for position, frame in frames.items():
        screen = screen_of(view, frozen({"weight": POSITIONS[position], "about": "lines"}))
        pictures, words = applied(told, json.loads(frame))
        shown = {**drawn.words, **words}
        assert shown["numbers"] in (f"<p><strong>{POSITIONS[position]}</strong></p>", "**2.0**")
        for i in (0, 1):
            trace = {**drawn.pictures["chart"].traces[i], **pictures.get("chart", {}).get("traces", {}).get(str(i), {})}
            assert trace["y"] == pytest.approx(screen.pictures["chart"].traces[i]["y"], rel=1e-4)
        axis = {**drawn.pictures["chart"].layout, **pictures.get("chart", {}).get("axes", {})}["yaxis"]
        assert axis["range"] == screen.pictures["chart"].layout["yaxis"]["range"]


def test_what_the_browser_has_is_not_sent_again():
    have = sum(1 << i for i in range(0, 41, 2))
    near = {i for i in range(8 - NEAR, 8 + NEAR + 1) if i % 2}
    assert set(piece(view, STATE, "weight", POSITIONS, 8, have).frames) == near
    have |= sum(1 << i for i in near)
    assert set(piece(view, STATE, "weight", POSITIONS, 8, have).frames) == set(range(1, 41, 2)) - near
    assert piece(view, STATE, "weight", POSITIONS, 8, (1 << 41) - 1).frames == {}


AROUND_8 = sum(1 << i for i in range(8 - NEAR, 8 + NEAR + 1))


def test_values_around_a_finger_are_told_at_once_and_others_while_nobody_waits():
    near, others = set(range(8 - NEAR, 8 + NEAR + 1)), 41 - (2 * NEAR + 1)
    assert set(piece(view, STATE, "weight", POSITIONS, 8, 0).frames) == near
    with QUEUE.free_turn() as is_free:  # another visitor's
        assert is_free
        assert piece(view, STATE, "weight", POSITIONS, 8, AROUND_8).frames == {}
    assert len(piece(view, STATE, "weight", POSITIONS, 8, AROUND_8).frames) == others


def test_a_browser_asks_for_more_at_once_until_the_server_is_busy(monkeypatch):
    assert piece(view, STATE, "weight", POSITIONS, 8, 0).rests == 0.0
    assert piece(view, STATE, "weight", POSITIONS, 8, (1 << 41) - 1).rests == turns.LEAST_RESTS_S
    monkeypatch.setattr(QUEUE, "rest_s", lambda: 1.5)
    assert piece(view, STATE, "weight", POSITIONS, 8, 0).rests == 1.5
    monkeypatch.setattr(strip, "BUDGET_S", -1.0)
    cut = piece(view, STATE, "weight", POSITIONS, 8, 0)
    assert len(cut.frames) < 2 * NEAR + 1
    assert cut.rests == 0.0, "a hand waits for the others"


def test_a_piece_ends_within_a_frame_when_somebody_comes_who_waits(monkeypatch):
    monkeypatch.setattr(QUEUE, "is_wanted", lambda: True)
    assert len(piece(view, STATE, "weight", POSITIONS, 8, AROUND_8).frames) == 1 + strip.MORE_TURNS
    assert len(piece(view, STATE, "weight", POSITIONS, 8, 0).frames) == 2 * NEAR + 1


def test_a_piece_ends_when_its_time_is_over_and_has_one_frame_at_least(monkeypatch):
    monkeypatch.setattr(strip, "BUDGET_S", 0.0)
    assert list(piece(view, STATE, "weight", POSITIONS, 8, 0).frames) == [8]
    assert list(piece(view, STATE, "weight", POSITIONS, 8, 1 << 8).frames) in ([7], [9])
    assert len(piece(view, STATE, "weight", POSITIONS, 8, AROUND_8).frames) == 1 + strip.MORE_TURNS


def test_a_slow_screen_ends_a_piece_once_the_budget_is_spent(monkeypatch):
    spent = iter(range(1000))
    monkeypatch.setattr(strip, "thread_time", lambda: 0.004 * next(spent))
    monkeypatch.setattr(strip, "BUDGET_S", 0.03)
    assert len(piece(view, STATE, "weight", POSITIONS, 8, 0).frames) == 8


def test_between_its_turns_a_piece_lets_others_go_on(monkeypatch):
    spent, pauses = iter(range(1000)), []
    monkeypatch.setattr(strip, "thread_time", lambda: 0.004 * next(spent))
    monkeypatch.setattr(strip, "BUDGET_S", 0.03)
    monkeypatch.setattr(strip, "sleep", pauses.append)
    assert len(piece(view, STATE, "weight", POSITIONS, 8, AROUND_8).frames) > 16
    assert pauses == [0.0, *[strip.PAUSE_S] * strip.MORE_TURNS]


def test_a_visitor_with_the_same_state_gets_what_was_computed():
    piece(view, STATE, "weight", POSITIONS, 8, 0)
    computed = len(COMPUTED)
    piece(view, frozen({"about": "lines", "weight": 7.25}), "weight", POSITIONS, 8, 0)
    assert len(COMPUTED) == computed
    piece(view, frozen({"about": "other lines", "weight": 7.25}), "weight", POSITIONS, 8, 0)
    assert len(COMPUTED) > computed


def test_a_state_with_a_visitors_own_rows_has_its_screens_and_frames_in_no_cache_that_others_share():
    numbers = np.array([1.0, 2.0, 4.0])
    mine, theirs = (own(numbers, numbers, Column("", "x"), Column("", "y"), True) for _ in range(2))
    state = frozen({**dict(STATE), "own": mine})
    screen = screen_of(view, state)
    assert 20 in piece(view, state, "weight", POSITIONS, 20, 0).frames
    assert strip.FRAMES.held == strip.SCREENS.held == 0
    assert screen_of(view, state) is not screen_of(view, frozen({**dict(STATE), "own": theirs}))
    assert json.loads(piece(view, state, "weight", POSITIONS, 20, 0).frames[20]) == json.loads(
        piece(view, STATE, "weight", POSITIONS, 20, 0).frames[20]
    )
    assert screen.words == screen_of(view, STATE).words
