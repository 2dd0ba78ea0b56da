"""The chapter's ideas with a visitor's own rows: right values by hand, and nothing where others could see it."""

import gc
import weakref

import numpy as np
import pytest

from playground.data.own import MOST_FEATURES, OWN, own
from playground.data.sources import Column
from playground.figures.markup import as_html
from playground.learning import Settings, train
from playground.learning.memory import SHARED
from playground.lessons.weights.hundred_starts.idea import IDEA as HUNDRED
from playground.lessons.weights.one_update.idea import IDEA as UPDATE
from playground.lessons.weights.raw_or_standardised.idea import IDEA as SCALING
from playground.lessons.weights.weighted_sum.idea import IDEA as SUM
from playground.lessons.weights.weighted_sum.idea import weighted_sum
from playground.lessons.weights.when_weights_change.idea import IDEA as CHANGE
from playground.lessons.weights.when_weights_change.idea import POSITIONS, rows_of, when_weights_change
from playground.ui import strip
from playground.ui.own_rows import sampled
from playground.ui.part import FACTS
from playground.ui.state import from_link, row_of, to_link
from tests.lessons.weights.test_views import TABLE, state

ARM, LEG, HEIGHT = Column("", "arm", "cm"), Column("", "leg"), Column("", "height", "cm")
X, Y, MORE = np.array([1.0, 2.0, 4.0]), np.array([3.0, 5.0, 9.0]), np.array([5.0, 1.0, 6.0])
DEVIATION = np.sqrt(14 / 9)
"""Of 1, 2 and 4, whose mean is 7/3. The label is 2 x + 1, so in standard units it is what x is."""


def small(**named):
    return own(X, Y, ARM, HEIGHT, True, **named)


def many(n_rows, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(170.0, 10.0, n_rows)
    return own(x, 3.0 * x + rng.normal(0.0, 20.0, n_rows), ARM, HEIGHT, False)


def summed(rows, **wanted):
    return weighted_sum(state(update_own=rows, table=OWN, guess_sum="both", **wanted))


def changing(rows, **wanted):
    return state(update_own=rows, change_dataset=OWN, guess_change="once", **wanted)


def trace(screen, picture, name):
    return next(each for each in screen.pictures[picture].traces if each["name"] == name)


def test_the_weighted_sum_of_ones_own_row_has_one_input_where_there_is_one_feature():
    assert list(row_of(TABLE, "inputs").offers(state(update_own=small(), table=OWN))) == [1]
    seen = summed(small(), row=2, w1=-3.0, sum_bias=-0.4)
    x = (2.0 - 7 / 3) / DEVIATION  # -0.267
    output = -3.0 * x - 0.4
    said = as_html(seen.words["output"])
    # In the label's units its mean is 17/3, and its deviation twice that of x.
    assert f"predicts a height of <strong>{17 / 3 + 2 * DEVIATION * output:.3f} cm</strong>" in said
    assert "This row has 5.000 cm" in said
    assert f"{output - x:.3f} too high" in said
    assert trace(seen, "neuron", "features")["text"] == ["arm 2 cm"]
    assert f"The arm: (2.000 − 2.333) / {DEVIATION:.3f} = −0.267" in as_html(seen.words["standard_units"])


def test_all_features_of_ones_own_table_are_inputs_each_in_its_own_standard_units():
    rows = small(more=[(LEG, MORE)])
    assert state(update_own=rows, table=OWN)["inputs"] == 2
    seen = summed(rows, row=1, w1=1.0, w2=0.5, sum_bias=0.25)
    z = [(column[0] - column.mean()) / column.std() for column in (X, MORE)]
    total = z[0] + 0.5 * z[1] + 0.25
    assert seen.words["arithmetic"].split("\n\n")[0].endswith(f"**{total:.3f}**".replace("-", "−"))
    assert trace(seen, "neuron", "features")["text"] == ["arm 1 cm", "leg 5"]


def test_more_features_than_a_neuron_is_drawn_with_are_left_out():
    columns = [(Column("", f"x{i}"), np.arange(3.0) ** i) for i in range(2, 9)]
    rows = small(more=columns)
    assert list(row_of(TABLE, "inputs").offers(state(update_own=rows, table=OWN))) == [1, 2, 3, 4, 5]
    assert len(rows.features) == MOST_FEATURES
    enormous = small(more=[(LEG, np.array([1e16, 0.0, 1.0])), (Column("", "foot"), MORE)])
    assert [feature.name for feature in enormous.features] == ["arm", "foot"]


def test_the_mission_is_solved_by_the_weight_that_brings_the_output_to_ones_own_label():
    assert summed(small(), row=1, w1=1.0, sum_bias=0.0).mission.solved, "the label is what x is"
    assert not summed(small(), row=1, w1=0.9, sum_bias=0.0).mission.solved


def test_a_label_that_no_slider_reaches_is_said_to_be_out_of_reach():
    y = np.append(np.zeros(400), 1.0)  # 20 deviations above the mean
    rows = own(np.append(np.arange(400.0), 200.0), y, ARM, HEIGHT, True)
    hints = summed(rows, row=401).mission.hints
    assert "too far for these sliders" in hints[0]
    assert "The height of this row is 20.0 in standard units" in hints[0]
    assert "too far" not in summed(rows, row=400).mission.hints[0]


def test_names_of_ones_own_columns_are_text():
    rows = own(X, Y, Column("", "<b>x</b>"), Column("", "**y** [bar 3]"), True)
    seen = summed(rows, row=2)
    html = as_html("\n\n".join([*seen.words.values(), *seen.mission.hints]))
    assert "<b>x" not in html
    assert "<strong>y" not in html
    assert 'class="bar"' not in html
    assert trace(seen, "neuron", "features")["text"] == ["&lt;b&gt;x&lt;/b&gt; 2"]


def test_a_long_name_leaves_room_for_its_number():
    rows = own(X * 1e7, Y, Column("", "the length of the left arm", "cm"), HEIGHT, True)
    assert trace(summed(rows, row=1), "neuron", "features")["text"] == ["the leng… 1.000\u00a0×\u00a010⁷ cm"]


def test_a_measured_value_is_written_as_all_numbers_are():
    rows = own(-X / 8, Y, Column("", "arm", "cm"), HEIGHT, True)
    assert trace(summed(rows, row=1), "neuron", "features")["text"] == ["arm −0.125 cm"]


def test_of_many_rows_a_sample_is_summed():
    rows = many(5000)
    assert row_of(TABLE, "row").range_of(state(update_own=rows, table=OWN)).high == 1000
    assert summed(rows, row=1000).mission


def test_ones_own_rows_change_the_weight_once_a_batch():
    # All three rows in one batch: in standard units the gradient at weight 0 is -2, and the bias stays at 0.
    seen = when_weights_change(changing(small(), change_batch_size=4, rows_read=3))
    assert trace(seen, "changes", "now")["y"] == [pytest.approx(0.2)]
    assert "All 3 rows are one batch" in seen.words["claim"]
    assert "| 1 | 1.00 | 0.640 |" in seen.words["compared"]
    one = when_weights_change(changing(small(), change_batch_size=1, rows_read=1))
    x = (1.0 - 7 / 3) / DEVIATION
    assert trace(one, "changes", "now")["y"] == [pytest.approx(0.1 * 2 * x * x, abs=1e-4)]


def test_the_weights_of_ones_own_rows_are_those_of_training():
    rows = many(60)
    x, y = ((each - each.mean()) / each.std() for each in (rows.X[:, 0], rows.y))
    settings = Settings(batch_size=16, epochs=3, learning_rate=0.1, shuffle=False, initial_weights=(0.0,))
    history = train(x[:, None], y, settings)
    seen = when_weights_change(changing(rows, change_batch_size=16, rows_read=180))
    assert trace(seen, "changes", "now")["y"] == [pytest.approx(history.weights[-1, 0], abs=1e-4)]
    assert "60 rows make 3 batches of 16 and one of 12: **4** changes" in seen.words["claim"]


@pytest.mark.parametrize("n_rows", [1, 2, 133, 134, 151, 997, 1000, 1001, 100_000])
def test_the_slider_ends_with_each_epoch_however_many_rows_there_are(n_rows):
    values = changing(many(n_rows))
    positions = row_of(TABLE, "rows_read").positions(values)
    used = int(positions[-1]) // 3
    assert {0, used, 2 * used, 3 * used} <= set(positions)
    assert len(positions) <= POSITIONS + 1
    assert min(n_rows, 1000) - 7 <= used <= min(n_rows, 1000)
    assert f"of {used}: the weights" in when_weights_change({**values, "rows_read": 3 * used}).words["result"]


def test_rows_that_are_left_out_are_said_to_be():
    assert sampled(rows_of(changing(many(151)))) == "A random sample of 150 of your 151 rows."
    assert sampled(rows_of(changing(many(5000)))) == "A random sample of 1000 of your 5000 rows."
    assert sampled(rows_of(changing(many(150)))) == ""


@pytest.mark.parametrize(
    ("n_rows", "hint"),
    [
        (3, "Take the penguins: no batch size here does it with your rows."),
        (44, "Choose batches of 4 rows: 44 / 4 = 11.0."),
        (81, "Choose batches of 8 rows: 81 / 8 = 10.1."),
        (342, "Choose batches of 32 rows, Keras's default: 342 / 32 = 10.7."),
    ],
)
def test_the_hint_is_true_of_ones_own_rows(n_rows, hint):
    assert when_weights_change(changing(many(n_rows), change_batch_size=0)).mission.hints[1] == hint


def test_eleven_changes_of_ones_own_rows_solve_the_mission():
    seen = when_weights_change(changing(many(83), change_batch_size=8)).mission
    assert seen.solved
    assert seen.hints[1] == "83 − 10 × 8 = 3."
    assert not when_weights_change(changing(many(83), change_batch_size=16)).mission.solved


def test_a_staircase_that_goes_far_leaves_room_for_the_others():
    x = np.append(np.linspace(-1.0, 1.0, 99), 1000.0)  # a row at 10 deviations, whose steps alone overshoot
    rows = own(x, np.append(np.zeros(99), 5.0), ARM, HEIGHT, True)

    def reach(size):
        return when_weights_change(changing(rows, change_batch_size=size)).pictures["changes"].layout["yaxis"]["range"]

    assert reach(1)[1] - reach(1)[0] > 10
    assert reach(0)[1] - reach(0)[0] < 5


def test_rows_whose_label_never_varies_have_a_picture():
    rows = own(X, np.full(3, 7.0), ARM, HEIGHT, True)
    seen = when_weights_change(changing(rows, rows_read=9))
    low, high = seen.pictures["changes"].layout["yaxis"]["range"]
    assert low < 0 < high
    assert summed(rows).mission


def test_a_link_holds_ones_own_rows_once_for_all_ideas_that_share_them():
    rows = small(more=[(LEG, MORE)])
    values = state(update_own=rows, table=OWN, change_dataset=OWN, update_dataset=OWN)
    link = to_link(TABLE, values)
    assert link.keys() == {"update_own", "table", "change_dataset", "update_dataset"}
    there = from_link(TABLE, link)
    assert there["table"] == OWN
    assert there["inputs"] == 2
    assert [there["update_own"].name, there["update_own"].features] == [rows.name, rows.features]
    assert to_link(TABLE, state(update_own=rows, scaling_own=rows, scaling_dataset=OWN)).keys() == {
        "scaling_own",
        "scaling_dataset",
    }


@pytest.mark.parametrize("n_rows", [3, 400, 5000])
def test_a_hundred_linear_neurons_end_at_the_least_squares_line_of_ones_own_rows(n_rows):
    rows = small() if n_rows == 3 else many(n_rows)
    used = rows.itemised
    seen = HUNDRED.view(state(update_own=rows, fall_dataset=OWN, guess_fall="all over", fallen=60))
    correlation = np.corrcoef(used.X[:, 0], used.y)[0, 1]  # in standard units the slope of least squares
    assert trace(seen, "starts", "lowest loss")["x"] == [pytest.approx(correlation, abs=1e-4)]
    ends = trace(seen, "starts", "neuron")
    assert ends["x"] == pytest.approx([correlation] * 100, abs=1e-3)
    assert ends["y"] == pytest.approx([0.0] * 100, abs=1e-3)
    assert "Each learns height from arm (your rows, in standard units)" in seen.words["what_they_learn"]
    assert seen.mission is None


def test_a_hundred_relu_neurons_on_ones_own_rows_are_silent_where_none_of_these_gives_a_sum_above_0():
    rows = own(np.array([0.0, 1.0, 2.0]), np.array([2.0, 1.0, 0.0]), Column("", "<i>x"), Column("", "**y"), True)
    wanted = {"fall_activation": "relu", "guess_fall": "all over", "initializer": "random_normal", "draw_bias": True}
    seen = HUNDRED.view(state(update_own=rows, fall_dataset=OWN, fallen=0, **wanted))
    silent, alive = (trace(seen, "starts", name) for name in ("silent neuron", "neuron"))
    edge = np.sqrt(1.5)  # x in standard units is -1.22, 0 and 1.22
    for each, is_silent in ((silent, True), (alive, False)):
        w, b = np.array(each["x"], dtype=float), np.array(each["y"], dtype=float)
        assert ((np.abs(w) * edge + b <= 0) == is_silent).all()
    assert len(silent["x"]) + len(alive["x"]) == 100
    html = as_html(seen.words["what_they_learn"])
    assert "**y" in html.replace("&#42;", "*")
    assert "<i>" not in html


VIEWS = {
    HUNDRED: ("fallen", {"fall_dataset": OWN}),
    SUM: ("w1", {"table": OWN}),
    CHANGE: ("rows_read", {"change_dataset": OWN}),
    UPDATE: ("epoch", {"update_dataset": OWN}),
    SCALING: ("scaling_epoch", {"scaling_dataset": OWN}),
}


@pytest.mark.parametrize("idea", VIEWS, ids=lambda idea: idea.name)
def test_screens_and_strips_of_ones_own_rows_are_in_no_cache_that_others_share(idea):
    rows = own(X, Y, Column("", "arm"), Column("", "secret"), True, [(LEG, MORE)])
    slider, menu = VIEWS[idea]
    values = state(update_own=rows, scaling_own=rows, **{idea.question.key: "show me"}, **menu)
    shown = strip.frozen({key: values[key] for key in (*idea.part.keys, *(row.key for row in FACTS))})
    held = strip.SCREENS.held, strip.FRAMES.held, SHARED.held
    strip.screen_of(idea.view, shown)
    positions = row_of(TABLE, slider).positions(values)
    assert strip.piece(idea.view, shown, slider, positions, 1, 0).frames
    assert (strip.SCREENS.held, strip.FRAMES.held, SHARED.held) == held
    alive = weakref.ref(rows)
    del rows, values, shown
    gc.collect()
    assert alive() is None, "something still has them"
