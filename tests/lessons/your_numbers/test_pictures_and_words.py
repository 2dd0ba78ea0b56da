"""What the page draws and says of a table that is brought, by arithmetic and by scikit-learn's numbers."""

import re
from dataclasses import astuple
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import pytest

from playground.lessons.your_numbers.examples import EXAMPLES
from playground.lessons.your_numbers.keys import ABOVE
from playground.lessons.your_numbers.plane import boundary
from playground.lessons.your_numbers.preparation import sample, split
from playground.lessons.your_numbers.view import view_of
from tests.lessons.your_numbers.brought import brought, run_on, screen_of, table

HOUSES = (Path(__file__).parents[2] / "cases" / "houses.csv").read_text(encoding="utf-8")
PASSED, CLASS, XOR = EXAMPLES.values()
AND = "a,b,both\n0,0,no\n0,1,no\n1,0,no\n1,1,yes"
RNG = np.random.default_rng(4)
MANY = table("x,y", *RNG.normal(size=(2, 3000)))
STATES = {
    "a line": (CLASS, {"features": (0,)}),
    "a line, held back": (CLASS, {"features": (0,), "test": 20}),
    "a curve": (CLASS, {"features": (0,), "activation": "relu", "standardise": False}),
    "several": (HOUSES, {}),
    "several, raw": (HOUSES, {"standardise": False}),
    "several, held back": (HOUSES, {"test": 30}),
    "diverging": (CLASS, {"learning_rate": "1.5", "epochs": 2000}),
    "yes or no": (PASSED, {}),
    "yes or no, raw": (PASSED, {"standardise": False, "epochs": 5000}),
    "yes or no, two features": (AND, {"epochs": 500}),
    "yes or no, held back": (PASSED, {"test": 20}),
    "xor": (XOR, {"start_weights": "0.8 −0.6"}),
    "yes or no, three features": ("a,b,c,d\n1,2,3,no\n2,2,1,yes\n3,1,1,yes\n0,2,2,no", {}),
    "one row": ("x,y\n1,3", {}),
    "one row of yes": ("x,y\n1,yes\nNA,no", {}),
    "constant": ("x,y\n5,1\n5,2", {}),
    "constant label": ("x,y\n5,1\n6,1", {}),
    "huge": ("x,y\n1e140,1\n-1e140,2\n3e139,5", {"standardise": False}),
    "tiny": ("x,y\n1e-140,1\n-1e-140,2\n3e-139,5", {"standardise": False}),
    "l1": (HOUSES, {"l1": "0.1"}),
    "sum": (HOUSES, {"convention": "sum"}),
    "batches": (HOUSES, {"batch_size": 8, "optimizer": "adam"}),
    "absolute error": (HOUSES, {"loss": "mean_absolute_error"}),
    "many rows": (MANY, {}),
}
NOT_A_NUMBER = re.compile(r"\b(nan|inf|infinity)\b", re.IGNORECASE)


def traces(screen, key="your_training"):
    return {trace["name"]: trace for trace in screen.pictures[key].traces}


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_every_picture_is_one_that_plotly_takes_and_no_word_is_nan(state, narrow):
    text, chosen = STATES[state]
    screen = screen_of(text, narrow=narrow, **chosen)
    assert "your_training" in screen.pictures, screen.words
    for picture in screen.pictures.values():
        go.Figure(**picture.whole())
        assert not NOT_A_NUMBER.search(repr(picture.whole()))
        assert not NOT_A_NUMBER.search(picture.alt)
    assert not NOT_A_NUMBER.search(repr(screen.words))


@pytest.mark.parametrize("state", [state for state in STATES if state not in ("diverging", "huge")])
def test_all_epochs_of_a_run_are_one_strip(state):
    text, chosen = STATES[state]
    last = screen_of(text, **chosen)
    for epoch in (last.epochs[0], last.epochs[len(last.epochs) // 2]):
        screen = screen_of(text, shown=epoch, **chosen)
        assert screen.shown == epoch
        assert screen.fits(last)


def test_the_start_is_a_level_line_and_the_end_is_least_squares():
    lines = traces(screen_of(CLASS, features=(0,), learning_rate="0.5"))
    assert len(set(lines["start"]["y"])) == 1
    assert lines["neuron"]["y"] == pytest.approx(lines["least squares"]["y"], rel=1e-9)


def test_on_a_plane_every_prediction_is_what_was_measured():
    X = RNG.normal(size=(20, 2))
    screen = screen_of(table("a,b,y", *X.T, X @ [2.0, -1.0] + 3), epochs=2000, rate_share=0.9)
    points = traces(screen)["data"]
    assert points["y"] == pytest.approx(points["x"], abs=1e-9)
    assert "y = 2.000 · a − 1.000 · b + 3.000" in screen.words["your_readout"]


def test_the_largest_weight_may_be_that_of_another_feature_once_they_are_standardised():
    screen = screen_of(HOUSES, epochs=1000)
    standard, raw = (trace["x"][1::3] for trace in screen.pictures["your_weights"].traces[::2])
    assert abs(standard[0]) > 10 * abs(standard[1])
    assert abs(raw[1]) > 10 * abs(raw[0])
    X = np.loadtxt(HOUSES.splitlines()[1:], delimiter=",")
    scale = X.std(axis=0)
    assert standard == pytest.approx([raw[0] * scale[0] / scale[2], raw[1] * scale[1] / scale[2]])


def test_the_boundary_is_where_the_sum_is_zero_and_the_bias_moves_it_without_turning_it():
    box, w = (-1.0, 3.0, -2.0, 2.0), np.array([2.0, 1.0])
    slopes = []
    for bias in (0.0, 1.0, -2.0):
        (x0, x1), (y0, y1) = boundary(w, bias, box)
        assert [2 * x0 + y0 + bias, 2 * x1 + y1 + bias] == pytest.approx([0.0, 0.0], abs=1e-12)
        slopes.append((y1 - y0) / (x1 - x0))
    assert slopes == pytest.approx([-2.0] * 3)
    assert boundary(2 * w, 2.0, box) == tuple(pytest.approx(ends) for ends in boundary(w, 1.0, box))
    assert boundary(w, 100.0, box) == ([None, None], [None, None])


def test_twice_the_weights_and_the_bias_make_the_neuron_surer():
    """The shades of a surer neuron are narrower: what is between probabilities of .1 and .9 shrinks."""
    rows = "a,b,c\n0,0,no\n1,0,no\n0,1,yes\n1,1,yes"
    widths = []
    for scale in (1, 2):
        start = {"start_weights": f"0 {4 * scale}", "start_bias": f"{-2 * scale}", "standardise": False}
        shades = [trace for name, trace in traces(screen_of(rows, shown=0, **start)).items() if "shade" in name]
        lowest = [min(y for y in shade["y"] if y is not None) for shade in shades]
        widths.append(lowest[-1] - lowest[0])
    assert widths[0] == pytest.approx(2 * widths[1])


def test_the_mistakes_that_are_marked_are_those_that_are_counted():
    screen = screen_of(PASSED)
    found = re.search(r"said yes: \*\*(\d+)\*\* right, \*\*(\d+)\*\* wrong", screen.words["your_readout"])
    other = re.search(r"said no: \*\*(\d+)\*\* right, \*\*(\d+)\*\* wrong", screen.words["your_readout"])
    counts = [int(part) for part in (*found.groups(), *other.groups())]
    assert sum(counts) == 20
    assert len(traces(screen)["mistakes"]["x"]) == counts[1] + counts[3] == 4
    assert "accuracy\u00a0**80.0\u00a0%**" in screen.words["your_readout"]


def test_the_four_counts_are_those_of_a_loop():
    experiment = run_on(PASSED, test=20)
    last = experiment.run.last_epoch
    prepared = experiment.prepared
    for rows, task in ((experiment.train, prepared.given), (experiment.test, prepared.held_back)):
        counts = [0, 0, 0, 0]
        for row in rows:
            says = experiment.outputs(experiment.chosen.X[row : row + 1], last)[0] > 0.5
            is_yes = experiment.chosen.y[row] == 1
            counts[0 if says and is_yes else 1 if says else 2 if not is_yes else 3] += 1
        answers = experiment.answers(task, last)
        assert astuple(answers) == tuple(counts)
        assert answers.accuracy == (counts[0] + counts[2]) / len(rows)


def test_r2_and_the_loss_of_rows_held_back_are_those_of_their_errors():
    for share in (0, 20, 50):
        experiment = run_on(HOUSES, test=share)
        last = experiment.run.last_epoch
        for rows, score in ((experiment.train, experiment.scores.train), (experiment.test, experiment.scores.test)):
            if score is None:
                continue
            y = experiment.chosen.y[rows]
            errors = experiment.outputs(experiment.chosen.X[rows], last) - y
            assert score.r2[-1] == pytest.approx(1 - np.mean(errors**2) / y.var(), rel=1e-9)
            assert score.loss[-1] == pytest.approx(np.mean(errors**2) / experiment.standardizer.y_scale**2, rel=1e-9)


def test_scores_of_many_rows_use_all_of_them():
    x, y = RNG.normal(size=(2, 5000))
    experiment = run_on(table("x,y", x, y), test=30, epochs=300)
    errors = experiment.outputs(x[experiment.test, None], 300) - y[experiment.test]
    held_back = y[experiment.test]
    assert len(experiment.test) == 1500
    assert experiment.scores.test.r2[-1] == pytest.approx(1 - np.mean(errors**2) / held_back.var(), rel=1e-9)


def test_a_split_is_repeated_by_its_seed_and_parts_all_rows():
    train, test = split(50, 20, 3)
    assert (len(train), len(test)) == (40, 10)
    assert sorted([*train, *test]) == list(range(50))
    assert split(50, 20, 3)[1].tolist() == test.tolist()
    assert split(50, 20, 4)[1].tolist() != test.tolist()
    assert [len(part) for part in split(2, 10, 0)] == [1, 1]
    assert [len(part) for part in split(1, 50, 0)] == [1, 0]


def test_pictures_draw_at_most_two_thousand_points_and_say_so():
    assert len(sample(100_000, 2000, 1)) == 2000
    assert sample(100_000, 2000, 1).tolist() == sample(100_000, 2000, 1).tolist()
    screen = screen_of(MANY)
    assert len(traces(screen)["data"]["x"]) == 2000
    assert "a random sample of 2000 rows" in screen.words["your_reading"]


def test_many_features_and_few_rows_overfit_and_a_penalty_shrinks_the_weights():
    X = RNG.normal(size=(12, 8))
    text = table(",".join([*(f"x{i}" for i in range(8)), "y"]), *X.T, X[:, 0] + RNG.normal(size=12))
    free, held = (run_on(text, test=30, epochs=5000, rate_share=0.9, l2=l2) for l2 in ("", "0.5"))
    assert free.scores.train.r2[-1] > 0.999
    assert free.scores.test.r2[-1] < 0.5
    sizes = [np.abs(each.in_standard_units(each.run.last_epoch)).sum() for each in (free, held)]
    assert sizes[1] < sizes[0] / 2


def test_an_l1_penalty_brings_the_weight_of_a_useless_feature_to_about_zero():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 2))
    text = table("useful,useless,y", *X.T, 3 * X[:, 0] + 0.05 * X[:, 1])
    found = run_on(text, l1="0.2", epochs=3000, learning_rate="0.01")
    useful, useless = found.in_standard_units(found.run.last_epoch)
    assert useful > 0.8
    assert abs(useless) < 0.005


def test_the_sum_of_a_row_adds_up():
    words = screen_of(HOUSES, row=2).words["your_sum"]
    numbers = [float(part.replace("−", "-")) for part in re.findall(r"[−]?\d+\.?\d*", words.split("): ")[1])]
    w1, x1, w2, x2, bias, total, measured, error = numbers
    assert (x1, x2, measured) == (1600, 3, 329900)
    assert total == pytest.approx(w1 * x1 + w2 * x2 + bias, rel=1e-5)
    assert error == pytest.approx(total - measured, rel=1e-4)


def test_the_convention_of_the_loss_changes_what_is_called_and_not_what_is_done():
    mean = run_on(HOUSES, learning_rate="0.1")
    total = run_on(HOUSES, convention="sum", learning_rate=repr(0.1 / 47))
    half = run_on(HOUSES, convention="half the mean", learning_rate="0.2")
    for other in (total, half):
        assert other.in_data_units(200)[0] == pytest.approx(mean.in_data_units(200)[0], rel=1e-12)
    words = screen_of(HOUSES, convention="sum", learning_rate=repr(0.1 / 47)).words["your_readout"]
    assert f"loss (sum)\u00a0**{mean.run.history.loss[-1] * 47:.1f}**" in words
    assert "for the sum the rate is 0.00213" in words


@pytest.mark.parametrize(("text", "chosen"), [(MANY, {}), (HOUSES, {"features": (0, 1), "view": ABOVE})])
def test_points_that_stand_still_are_made_once_for_a_whole_slider(text, chosen):
    notebook, values = brought(text, **chosen)
    view = view_of(notebook)
    first, other = (view({**values, "narrow": False, "your_rate_share": share}) for share in (0.2, 0.3))
    assert first.words["your_readout"] != other.words["your_readout"]
    assert traces(first)["data"] is traces(other)["data"]
    assert traces(view({**values, "narrow": False, "your_test": 20}))["data"] is not traces(first)["data"]


def test_both_answers_are_drawn_however_the_rows_are_ordered_and_how_many_is_said():
    rows = "\n".join(f"{i},{i % 7},{'fail' if i % 2 else 'pass'}" for i in range(300))
    screen = screen_of(f"a,b,y\n{rows}", epochs=5)
    drawn = {each["name"]: len(each["x"]) for each in screen.pictures["your_training"].traces if each.get("name")}
    assert drawn["fail"] + drawn["pass"] == 200
    assert min(drawn["fail"], drawn["pass"]) > 70
    assert "The picture shows a random sample of 200 rows; all numbers use all of them." in screen.words["your_reading"]


def test_rows_that_a_line_parts_are_not_said_to_be_without_one():
    parted = screen_of("a,b,ok\n1,2,no\n2,1,no\n2,3,no\n5,6,yes\n6,5,yes\n7,7,yes", optimizer="adam", epochs=1)
    assert "coin" not in parted.words["your_boundary"]
    for noise in (0.0, 0.01):
        rows = f"a,b,y\n0,0,no\n1,1,no\n{noise},1,yes\n1,{noise},yes"
        assert "no straight line parts these rows" in screen_of(rows, epochs=200).words["your_boundary"]


def test_two_words_of_a_feature_are_said_to_count_as_0_and_1():
    reading = screen_of("sex,arm,height\nm,62,170\nf,58,160\nm,66,180\nf,60,163").words["your_reading"]
    assert "**sex**: f counts as 0 and m as 1." in reading
    assert "counts as" not in screen_of("arm,height\n62,170\n58,160").words["your_reading"]


@pytest.mark.parametrize(
    ("activation", "name"),
    [("sigmoid", "probability of yes"), ("tanh", "output, 1 for yes"), ("linear", "output, 1 for")],
)
def test_only_what_lies_between_0_and_1_is_called_a_probability(activation, name):
    text = "a,ok\n1,no\n2,no\n3,yes\n4,yes"
    loss = "binary_crossentropy" if activation == "sigmoid" else "mean_squared_error"
    screen = screen_of(text, activation=activation, loss=loss, x1="2.5")
    assert name in screen.words["your_readout"]
    assert screen.words["your_prediction"].startswith(name)
    assert ("probability" in screen.words["your_readout"]) == (activation == "sigmoid")


def test_the_end_with_l2_is_not_called_the_lowest_loss():
    rows = "x,y\n1,2\n2,5\n3,7\n6,9"
    with_l2 = screen_of(rows, l2="0.3", rate_share=0.3, epochs=3).words["your_readout"]
    assert "where it ends with l2" in with_l2
    assert "lowest" not in with_l2.replace("lowers", "")
    assert "every step lowers loss and penalty together" in with_l2
    assert "lowest" in screen_of(rows, epochs=3).words["your_readout"]


def test_without_a_bias_standard_units_have_least_squares_of_their_own():
    """By hand: standardised, the line passes through the means (3, 5.75): slope 18 / 14, as with a bias."""
    rows = "x,y\n1,2\n2,5\n3,7\n6,9"
    standard = screen_of(rows, bias=False, epochs=2000, rate_share=0.5).words["your_coefficients"]
    assert standard.count("1.28571") == 2
    assert standard.count("1.89286") == 2
    assert "passes through the point of all means" in standard
    raw = screen_of(rows, bias=False, standardise=False, epochs=2000).words["your_coefficients"]
    assert raw.count("1.74") == 2  # 87 / 50
    assert "means" not in raw
