"""The chapter's screens as functions of the state: every state has one, in the same places, and strips of them."""

import json
import random

import pytest

from playground.lessons.weights.first_sum.idea import IDEA as BY_HAND
from playground.lessons.weights.hundred_starts.idea import IDEA as HUNDRED
from playground.lessons.weights.one_update import step
from playground.lessons.weights.one_update.idea import IDEA as UPDATE
from playground.lessons.weights.one_update.model_puzzle import PUZZLES
from playground.lessons.weights.raw_or_standardised.idea import IDEA as SCALING
from playground.lessons.weights.smaller_rate.idea import IDEA as SMALLER
from playground.lessons.weights.twins.idea import IDEA as TWINS
from playground.lessons.weights.weighted_sum.idea import IDEA as SUM
from playground.lessons.weights.when_weights_change.idea import IDEA as CHANGE
from playground.lessons.weights.where_weights_come_from.idea import IDEA as START
from playground.lessons.weights.which_start import next_seed
from playground.ui import strip
from playground.ui.chapter import table_of
from playground.ui.numeric import Number
from playground.ui.parameters import Choice, Switch
from playground.ui.part import FACTS
from playground.ui.state import from_link, own_names, row_of, settled, to_link

IDEAS = (SUM, BY_HAND, START, TWINS, HUNDRED, SMALLER, SCALING, CHANGE, UPDATE)
TABLE = (*table_of("weights", IDEAS), *FACTS)
SLIDERS = [
    *((SUM, key) for key in ("w1", "w2", "w3", "w4", "w5", "sum_bias")),
    *((BY_HAND, key) for key in ("first_w1", "first_w2", "first_w3")),
    *((START, key) for key in ("fan_in", "fan_out")),
    *((TWINS, key) for key in ("twins_value", "twins_epoch")),
    (HUNDRED, "fallen"),
    *((SMALLER, key) for key in ("silent_start", "silent_way")),
    (SCALING, "scaling_epoch"),
    (CHANGE, "rows_read"),
    *((UPDATE, key) for key in ("epoch", "batch", "update_learning_rate")),
]
ANEW = ("twins_seed", "twins_epoch", "rows_read", "silent_start", "scaling_epoch")
"""Whole numbers of the ideas whose controls come with the answer."""
every_idea = pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
every_slider = pytest.mark.parametrize(("idea", "slider"), SLIDERS, ids=lambda each: getattr(each, "name", each))


def state(**wanted):
    return settled(TABLE, wanted)


def screen(idea, **wanted):
    return idea.view(state(**wanted))


def anywhere(seed):
    """A state of which every row is somewhere."""
    rng, values = random.Random(seed), {}
    for row in TABLE:
        wanted = None
        if isinstance(row, Number):
            wanted = rng.choice(row.positions(values))
        elif isinstance(row, Choice):
            wanted = rng.choice(list(row.offers(values)))
        elif isinstance(row, Switch):
            wanted = rng.random() < 0.5
        elif row.key == "answer":
            wanted = rng.choice(["", "1", "-0,5", "no number"])
        values[row.key] = row.check(wanted, values)
    return values


@every_idea
def test_every_state_has_a_screen_in_the_places_of_the_first_one(idea):
    """Only the places are the same: another data set has other points, and those cannot be changed in place."""
    start = idea.view(state())
    for seed in range(40):
        one = idea.view(anywhere(seed))
        assert one.pictures.keys() == start.pictures.keys()
        assert one.words.keys() == start.words.keys()
        assert all(picture.alt for picture in one.pictures.values())


@every_slider
def test_all_screens_along_a_slider_can_be_changed_into_each_other(idea, slider):
    for seed in range(5):
        values = anywhere(seed)
        drawn = idea.view(values)
        positions = row_of(TABLE, slider).positions(values)
        for position in random.Random(seed).sample(positions, min(5, len(positions))):
            assert idea.view({**values, slider: position}).fits(drawn), (seed, position)


@every_slider
def test_strips_run_along_every_slider(idea, slider):
    # So that every slider changes something.
    values = state(**{idea.question.key: "show me"}, inputs=5, part="update", twins_epoch=5, silent_start=1)
    positions = row_of(TABLE, slider).positions(values)
    of_screen = {key: values[key] for key in (*idea.part.keys, *(row.key for row in FACTS))}
    first = positions.index(values[slider]) if values[slider] in positions else 0
    frames = strip.piece(idea.view, strip.frozen(of_screen), slider, positions, first, 0).frames
    assert first in frames
    moved = strip.piece(idea.view, strip.frozen(of_screen), slider, positions, len(positions) - 1, 0).frames
    change = json.loads(moved[len(positions) - 1])
    assert change["pictures"]
    assert change["words"]


def test_the_neurons_fall_along_the_slider_of_epochs():
    start, later = (screen(HUNDRED, fallen=epoch, guess_fall="all over") for epoch in (0, 7))
    change = later.change(start)
    names = [start.pictures["starts"].traces[int(i)]["name"] for i in change["pictures"]["starts"]["traces"]]
    assert {"neuron", "trails"} <= set(names)
    assert "loss" not in names, "the landscape stands still"
    assert "after <strong>7</strong> epochs" in change["words"]["fall"]
    assert change["words"]["fall"].count("<li>") == 2


@pytest.mark.parametrize("wanted", [20_000_000, 2e7, 1e300, float("inf"), float("nan"), "9" * 400, -1, None, True])
@pytest.mark.parametrize("key", ["fan_in", "fan_out", "draw_seed", "fallen", "epoch", "batch", "row", *ANEW])
def test_no_whole_number_of_a_session_is_out_of_reach(key, wanted):
    values = state(**{key: wanted})
    reach = row_of(TABLE, key).range_of(values)
    assert isinstance(values[key], int)
    assert reach.low <= values[key] <= reach.high


def test_after_the_last_seed_comes_the_first():
    assert (next_seed(0), next_seed(9999)) == (1, 0)


# One update: the way from step to step, and answers.


def going(values, by, times):
    """The places after that many moves."""
    for _ in range(times):
        values = settled(TABLE, {**values, **step.moved(values, by)})
        yield values["epoch"], values["batch"], values["part"]


def test_forward_goes_through_parts_then_batches_then_epochs():
    places = list(going(state(batch=8, part="gradient"), 1, 3))
    assert places == [(1, 8, "update"), (2, 1, "predict"), (2, 1, "error")]
    assert list(going(state(epoch=2, batch=1), -1, 1)) == [(1, 8, "update")]


def test_after_a_batch_of_all_rows_comes_the_next_epoch_also_if_the_fifth_batch_was_seen_before():
    values = settled(TABLE, {**state(batch=5), "update_batch_size": 0})
    assert values["batch"] == 1
    assert list(going(values, 1, 5))[3:] == [(2, 1, "predict"), (2, 1, "error")]


@pytest.mark.parametrize(("link", "by"), [({}, -1), ({"epoch": 20, "batch": 8, "part": "update"}, 1)])
def test_there_is_no_way_beyond_the_first_and_the_last_part_of_a_run(link, by):
    assert step.moved(state(**link), by) == {}


def test_an_answer_counts_for_its_step_only():
    asked = {"hidden": "product", "part": "update"}
    right = f"{float(step.focus_of(state(**asked)).puzzle.value):.9f}"
    values = state(**asked, answer=right)
    there = UPDATE.view(values)
    assert there.mission.solved
    assert "Right." in there.words["outcome"]
    for slider, value in (("epoch", 7), ("batch", 3), ("update_learning_rate", 0.2)):
        elsewhere = UPDATE.view({**values, slider: value})  # as along the slider's strip
        assert not elsewhere.mission.solved
        assert elsewhere.words["outcome"].startswith("Any answer within")
        assert "**?**" in elsewhere.words["itemised"]


@pytest.mark.parametrize("hidden", PUZZLES)
def test_before_its_part_a_number_is_not_asked_for_and_no_answer_to_it_counts(hidden):
    right = f"{float(step.focus_of(state(hidden=hidden, part='update')).puzzle.value):.9f}"
    for part in ("predict", "error", "gradient", "update"):
        shown = screen(UPDATE, hidden=hidden, part=part, answer=right)
        early = "Go forward to" in shown.words["question"]
        assert shown.mission.solved is not early
        assert bool(shown.words["outcome"]) is not early


def test_an_answer_is_the_visitor_s_own_and_in_no_link_for_a_class():
    values = state(hidden="product", answer="0,25", guess_sum="both", done=("by_hand",), fan_in=9)
    assert to_link(TABLE, values).keys() == {"hidden", "answer", "guess_sum", "done", "fan_in"}
    assert to_link(TABLE, values).keys() - set(own_names(TABLE)) == {"hidden", "fan_in"}


@pytest.mark.parametrize("typed", ["abc", "1,000", "<b>1</b>", "**2**"])
def test_an_answer_that_is_no_number_is_said_to_be_none(typed):
    shown = screen(UPDATE, hidden="product", part="update", answer=typed)
    assert "That is not a number." in shown.words["outcome"]
    assert not any(typed in words for words in shown.words.values())
    assert not shown.mission.solved
    assert "answer" not in to_link(TABLE, state(answer=typed))


def test_a_run_that_leaves_the_range_of_numbers_has_the_same_places_without_lines():
    link = {"update_dataset": "faithful", "update_batch_size": "1", "update_learning_rate": "0.5", "epoch": "20"}
    values = from_link(TABLE, link)
    gone = UPDATE.view(settled(TABLE, {**values, "batch": 272}))
    assert "left the range of numbers" in gone.words["itemised"]
    assert gone.mission is None
    assert gone.fits(UPDATE.view(settled(TABLE, {**values, "epoch": 1})))


BLOWN_UP = {"update_dataset": "anscombe_4", "update_learning_rate": 0.5, "epoch": 20, "part": "update"}


@pytest.mark.parametrize("hidden", PUZZLES)
@pytest.mark.parametrize("batch_size", [1, 4])
def test_a_number_that_the_shown_digits_do_not_tell_is_not_asked_for(hidden, batch_size):
    """An answer of 0 is right only where the number is next to 0."""
    for batch in (1, 3):
        link = {**BLOWN_UP, "update_batch_size": batch_size, "batch": batch, "hidden": hidden, "answer": "0"}
        values = state(**link)
        seen, shown = step.focus_of(values), UPDATE.view(values)
        assert not shown.mission.solved or abs(seen.puzzle.value) <= 0.01
        if seen.puzzle and not seen.puzzle.is_known:
            assert "do not tell that number" in shown.words["question"]
            assert shown.words["outcome"] == ""
            assert "**?**" not in shown.words["itemised"]
            assert "The product is the easiest" in shown.mission.hints[1]


def test_a_prediction_that_is_what_rounding_left_of_two_large_numbers_is_not_asked_for():
    link = {**BLOWN_UP, "update_batch_size": 1, "hidden": "prediction", "answer": "0"}
    shown = [screen(UPDATE, **link, batch=batch).words["question"] for batch in range(1, 12)]
    assert any("do not tell that number" in question for question in shown)


def test_sums_of_zeros_have_no_size_to_compare():
    zeros = screen(START, initializer="zeros", fan_in=64, guess_start="larger").words["size_of_sum"]
    assert "about as large" not in zeros
    assert "every sum is 0" in zeros
    assert "about as large" in screen(START, initializer="ones", guess_start="larger").words["size_of_sum"]
