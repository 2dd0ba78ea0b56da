"""The chapter's screens as functions of the state: every state has one, in the same places, and strips of them."""

import json
import random

import numpy as np
import pytest

from playground.data import real
from playground.lessons.bias.back_on_track.idea import IDEA as TRACK
from playground.lessons.bias.bias_alone.idea import IDEA as ALONE
from playground.lessons.bias.collar.idea import IDEA as COLLAR
from playground.lessons.bias.growing_error.idea import IDEA as GROWING
from playground.lessons.bias.moves.idea import IDEA as MOVES
from playground.lessons.bias.not_linear.idea import IDEA as LINEAR
from playground.lessons.bias.starts_at_zero.idea import IDEA as ZERO
from playground.lessons.bias.with_and_without.idea import IDEA as SIDE_BY_SIDE
from playground.lessons.bias.yes_or_no.idea import IDEA as YES
from playground.ui import strip
from playground.ui.chapter import table_of
from playground.ui.numeric import Number
from playground.ui.parameters import Choice, Switch
from playground.ui.part import FACTS
from playground.ui.scopes import rescoped, scopes_of
from playground.ui.state import row_of, settled

IDEAS = (MOVES, ZERO, SIDE_BY_SIDE, YES, COLLAR, ALONE, GROWING, LINEAR, TRACK)
TABLE = (*table_of("bias", IDEAS), *FACTS)
SLIDERS = [(idea, row.key) for idea in IDEAS for row in idea.parameters if isinstance(row, Number)]
every_idea = pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
every_slider = pytest.mark.parametrize(("idea", "slider"), SLIDERS, ids=lambda each: getattr(each, "name", each))


def state(**wanted):
    return settled(TABLE, wanted)


def screen(idea, **wanted):
    return idea.view(state(**wanted))


def anywhere(seed):
    """A state of which every row with a control is somewhere."""
    rng, values = random.Random(seed), {}
    for row in TABLE:
        wanted = None
        if isinstance(row, Number):
            wanted = rng.choice(row.positions(values))
        elif isinstance(row, Choice):
            wanted = rng.choice(list(row.offers(values)))
        elif isinstance(row, Switch):
            wanted = rng.random() < 0.5
        values[row.key] = row.check(wanted, values)
    return values


@every_idea
def test_every_state_has_a_screen_in_the_places_of_the_first_one(idea):
    """Only the places are the same: other data have other titles, and a phone another layout."""
    start = idea.view(state())
    for seed in range(40):
        one = idea.view(anywhere(seed))
        assert one.pictures.keys() == start.pictures.keys()
        assert one.words.keys() == start.words.keys()
        assert (one.mission is None) == (start.mission is None)
        assert all(picture.alt for picture in one.pictures.values())


@every_slider
def test_all_screens_along_a_slider_can_be_changed_into_each_other(idea, slider):
    for seed in range(5):
        values = anywhere(seed)
        drawn = idea.view(values)
        positions = row_of(TABLE, slider).positions(values)
        for position in random.Random(seed).sample(positions, 5):
            assert idea.view({**values, slider: position}).fits(drawn), (seed, position)


@every_slider
def test_strips_run_along_every_slider(idea, slider):
    guess = {idea.question.key: idea.question.answer}  # so that the verdicts are there
    values = state(**guess)
    positions = row_of(TABLE, slider).positions(values)
    of_screen = {key: values[key] for key in (*idea.part.keys, *(row.key for row in FACTS))}
    last = len(positions) - 1
    frames = strip.piece(idea.view, strip.frozen(of_screen), slider, positions, last, 0).frames
    change = json.loads(frames[last])
    assert change["pictures"]
    assert change["words"] or slider == "bias_epochs", "a run that has settled says the same after more epochs"


@every_idea
def test_a_mission_that_is_shown_is_one_of_those_that_the_idea_names(idea):
    mission = screen(idea).mission
    assert ((mission.name,) if mission else ()) == idea.missions


@pytest.mark.parametrize("idea", [GROWING, LINEAR, TRACK], ids=lambda idea: idea.name)
def test_before_the_guess_the_verdicts_do_not_answer_its_question(idea):
    before, after = screen(idea), screen(idea, **{idea.question.key: idea.question.options[0]})
    assert before.words["verdicts"] == ""
    assert after.words["verdicts"].count("here**. ") == 2


@pytest.mark.parametrize("wanted", [float("nan"), float("inf"), 1e300, -1e300, "9" * 400, "<b>", None, True, [1]])
@every_slider
def test_no_value_of_a_session_is_out_of_reach_of_its_slider(idea, slider, wanted):
    values = state(**{slider: wanted})
    reach = row_of(TABLE, slider).range_of(values)
    assert reach.low <= values[slider] <= reach.high
    assert idea.view(values).fits(idea.view(state()))


@pytest.mark.parametrize("dataset", ["penguins", "cars", "galton"])
@pytest.mark.parametrize("means", [(-1.0, 2.0), (0.0, 0.0), (-1.6, -1.4), (2.0, -3.0), (0.0, 1.0), (1.0, 0.0)])
def test_the_loss_without_a_bias_is_higher_or_the_same_as_least_squares_say(dataset, means):
    values = state(bias_dataset=dataset, mean_x=means[0], mean_y=means[1])
    x, y = (part - part.mean() for part in (real(dataset).X[:, 0], real(dataset).y))
    x, y = x / x.std() + means[0], y / y.std() + means[1]
    columns = np.column_stack([x, np.ones_like(x)]), x[:, None]
    lowest = [float(np.mean((y - A @ np.linalg.lstsq(A, y, rcond=None)[0]) ** 2)) for A in columns]
    same = f"{lowest[0]:.3g}" == f"{lowest[1]:.3g}"
    assert SIDE_BY_SIDE.question.right(values)[0] == ("the same" if same else "higher")


def test_back_on_track_opens_where_its_claim_holds_and_another_idea_s_rate_does_not_change_that():
    with_bias, without = screen(TRACK, guess_track="show me").words["verdicts"].split("\n\n")
    assert ":holds: **holds here**" in with_bias
    assert ":fails: **does not hold here**" in without
    assert "diverges" in screen(TRACK, guess_track="show me", bias_learning_rate=0.6).words["verdicts"]
    left = settled(TABLE, {"bias_idea": GROWING.name, "bias_learning_rate": 0.6, "guess_track": "show me"})
    values = rescoped(TABLE, scopes_of(TABLE, left), {**left, "bias_idea": TRACK.name})
    assert TRACK.view(values).words == screen(TRACK, guess_track="show me", **TRACK.opening).words


def test_from_its_menu_back_on_track_speaks_for_itself_at_nearly_every_rate_below_the_limit():
    hessian = 2 * np.array([[0.5**2 + 1, 0.5], [0.5, 1]])  # of an x with mean 0.5 and deviation 1
    limit = 2 / np.linalg.eigvalsh(hessian)[-1]
    for rate in np.arange(0.03, limit - 0.02, 0.01):
        told = screen(TRACK, guess_track="yes", **TRACK.opening, bias_learning_rate=round(float(rate), 2))
        with_bias, without = told.words["verdicts"].split("\n\n")[-2:]
        assert ":holds:" in with_bias, rate
        assert ":fails:" in without, rate
