"""Every number in docs/model.md, computed again."""

import contextlib
import io
import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from playground.data import REAL, real, standard
from playground.learning import (
    INITIALIZERS,
    OPTIMIZERS,
    Layer,
    Network,
    Settings,
    Standardizer,
    condition_number,
    cosine_similarity,
    curvatures,
    dot_product,
    learning_rate_limit,
    least_squares,
    norm,
    r2_score,
    rounding,
    train,
    train_network,
)
from playground.learning import angle as angle_between
from playground.lessons.bias.back_on_track import model as back_on_track
from playground.lessons.bias.bias_alone import model as bias_alone
from playground.lessons.bias.collar import model as collar
from playground.lessons.bias.moves import model as moves
from playground.lessons.bias.pair import DIGITS, with_means
from playground.lessons.bias.starts_at_zero.model import from_zero
from playground.lessons.bias.yes_or_no import model as yes_or_no
from playground.lessons.dot_product.three_pairs import model as three_pairs
from playground.lessons.dot_product.three_ways import model as three_ways
from playground.lessons.dot_product.turned import model as turned
from playground.lessons.dot_product.two_vectors import model as two_vectors
from playground.lessons.dot_product.which_car import model as which_car
from playground.lessons.weights.first_sum import model as first_sum
from playground.lessons.weights.hundred_starts.model import fall, hundred_starts, silence
from playground.lessons.weights.one_update.model import itemise
from playground.lessons.weights.smaller_rate import model as smaller_rate
from playground.lessons.weights.twins import model as twins
from playground.lessons.weights.weighted_sum import model as weighted_sum
from playground.lessons.weights.when_weights_change.model import changes
from playground.lessons.weights.where_weights_come_from.model import MOST_INPUTS, SAME_SIZE, sum_deviation, sum_sizes

TEXT = (Path(__file__).parents[1] / "docs" / "model.md").read_text(encoding="utf-8")
FLOWING = " ".join(TEXT.split())
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)

X, Y = [[1.0], [2.0]], [3.0, 5.0]
START = Settings(initial_weights=(1.0,), learning_rate=0.1)


def test_the_similar_vectors():
    a, b = (3.0, 1.0), (1.0, 2.0)
    assert (
        f"a·b = 3·1 + 1·2 = {dot_product(a, b):.0f}. |a| = √10 = {norm(a):.4f}, |b| = √5 = {norm(b):.4f}. "
        f"The cosine is 5 / √50 = {cosine_similarity(a, b):.4f}, the angle is {angle_between(a, b):.0f}°." in FLOWING
    )


def test_the_table_of_the_update():
    update = itemise(X, Y, START, 1)
    for row in range(2):
        numbers = [
            row + 1,
            update.features[row, 0],
            update.labels[row],
            update.predictions[row],
            update.errors[row],
            update.losses[row],
            *update.shares[row],
        ]
        assert "| " + " | ".join(f"{number:g}" for number in numbers) + " |\n" in TEXT
    assert f"| together | | | | | mean {update.loss:g} | {update.gradient[0]:g} | {update.gradient[1]:g} |" in TEXT


def test_the_sentences_after_the_update():
    update = itemise(X, Y, START, 1)
    after = itemise(X, Y, START, 2)
    best = least_squares(X, Y)
    step, (first, second), (e, f) = update.step, after.predictions, after.errors
    assert f"({step[0]:g}, {step[1]:g}). So w = {update.new_weights[0]:g} and b = {update.new_bias:g}." in FLOWING
    assert f"predictions are {first:g} and {second:g}, the errors {e:g} and {f:g}, and the loss is {after.loss:g}." in (
        FLOWING
    )
    assert f"y = {best.weights[0]:g} x + {best.bias:g}, with a loss of {round(best.loss, 12):g}." in FLOWING


def test_one_row_at_a_time():
    settings = Settings(initial_weights=(1.0,), learning_rate=0.1, batch_size=1, shuffle=False)
    one, two = (itemise(X, Y, settings, 1, batch) for batch in (0, 1))
    assert (
        f"Row 1: error {one.errors[0]:g}, gradient ({one.gradient[0]:g}, {one.gradient[1]:g}), "
        f"so w = {one.new_weights[0]:g}, b = {one.new_bias:g}." in FLOWING
    )
    assert (
        f"{two.predictions[0]:g}, error {two.errors[0]:g}, gradient ({two.gradient[0]:g}, {two.gradient[1]:g}), "
        f"so w = {two.new_weights[0]:g}, b = {two.new_bias:g}." in FLOWING
    )
    assert f"# [{two.new_weights[0]:g}] [{two.new_bias:g}]" in TEXT
    reported, after = (one.loss + two.loss) / 2, train(X, Y, settings).loss[1]
    assert (
        f"({one.loss:g} + {two.loss:g}) / 2 = {reported:g} for the epoch above; the loss after it is {after:.4f}."
        in (FLOWING)
    )


def test_the_batches_of_two_hundred_rows():
    rng = np.random.default_rng(0)
    update = itemise(rng.normal(size=(200, 1)), rng.normal(size=200), Settings(batch_size=16), 1, 12)
    assert update.n_batches == 13
    assert len(update.rows) == 8
    assert "batches of 16 make 13 steps an epoch, and the last batch has 8 rows" in FLOWING


WAYS = {
    "sgd": {},
    "sgd, momentum μ = 0.9": {"momentum": 0.9},
    "sgd, nesterov μ = 0.9": {"momentum": 0.9, "nesterov": True},
    **{name: {"optimizer": name} for name in ("rmsprop", "adagrad", "adam", "adamw", "lion")},
}


@pytest.mark.parametrize("name", WAYS)
def test_the_first_step_of_an_optimizer(name):
    settings = Settings(initial_weights=(1.0,), learning_rate=0.1, **WAYS[name])
    update = itemise(X, Y, settings, 1)
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| {name} |"))
    assert row.endswith(f"| {update.new_weights[0]:.4f}, {update.new_bias:.4f} |")


@pytest.mark.parametrize("name", [name for name in INITIALIZERS if name not in ("zeros", "ones")])
def test_the_reach_of_an_initializer(name):
    initializer = INITIALIZERS[name]
    said = f"±{initializer.limit(1, 1):.4f}" if "uniform" in name else f"{initializer.deviation(1, 1):.4f}"
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| {name} "))
    assert row.endswith(f"| {said} |")


def test_how_long_the_first_step_of_an_optimizer_is():
    """With one row of x = 1 and y = 0 the gradient at w is 2 w."""
    for gradient in (8.0, 1.0, 0.01):
        start = Settings(initial_weights=(gradient / 2,), learning_rate=1.0)
        first = [
            abs(itemise([[1.0]], [0.0], replace(start, optimizer=name), 1).step[0])
            for name in ("sgd", "rmsprop", "adagrad", "adam", "lion")
        ]
        assert f"| {gradient:g} | " + " | ".join(f"{step:.3f}" for step in first) + " |\n" in TEXT
        assert itemise([[1.0]], [0.0], replace(start, optimizer="adamw"), 1).step[0] == pytest.approx(-first[3])


def test_which_optimizers_settle_and_which_hover():
    """How far from the optimum they still come in the last 100 of 3000 epochs at rate 0.1, from w = -1.5 and b = 1."""
    X_standard, y_standard = standard("penguins")
    best = least_squares(X_standard, y_standard)
    far = {}
    for name in OPTIMIZERS:
        way = Settings(optimizer=name, learning_rate=0.1, epochs=3000, initial_weights=(-1.5,), initial_bias=1.0)
        history = train(X_standard, y_standard, way)
        far[name] = np.hypot(history.weights[-100:, 0] - best.weights[0], history.bias[-100:]).max()
    assert max(far["sgd"], far["adagrad"], far["adam"]) < 1e-7
    assert 1e-5 < far["adamw"] < 1e-3
    assert far["rmsprop"] == pytest.approx(0.05, rel=0.01)
    assert 0.05 < far["lion"] < 0.2
    assert "rmsprop and lion hover around it, by about half a rate and by about a rate" in FLOWING


def test_four_times_as_many_inputs():
    for name in ("he_uniform", "he_normal", "lecun_uniform", "lecun_normal"):
        for inputs, neurons in ((1, 1), (16, 3), (7, 64)):
            ratio = INITIALIZERS[name].deviation(4 * inputs, neurons) / INITIALIZERS[name].deviation(inputs, neurons)
            assert ratio == pytest.approx(0.5, rel=1e-15)
    for name in ("glorot_uniform", "glorot_normal"):
        many, few, layer = (
            INITIALIZERS[name].deviation(4 * inputs, neurons) / INITIALIZERS[name].deviation(inputs, neurons)
            for inputs, neurons in ((16, 1), (1, 1), (1, 64))
        )
        assert f"from 16 to 64 inputs is {many:.3f}, from 1 to 4 it is {few:.3f}" in FLOWING
        assert f"with 64 neurons from 1 to 4 inputs {layer:.3f}." in FLOWING


def test_how_many_relu_starts_are_silent_or_fall_silent():
    settings = Settings(activation="relu", learning_rate=0.1, epochs=60)
    falling = fall(*standard("penguins"), settings, hundred_starts("glorot_uniform", 0, draw_bias=True))
    _, _, fell_silent, stuck = falling.counts(60)
    assert f"{stuck} are silent at first, and {fell_silent} more are after 60 epochs at rate 0.1" in FLOWING


def test_which_relu_starts_learn_with_every_bias_at_0():
    settings, rows = Settings(activation="relu", learning_rate=0.1, epochs=60), standard("penguins")
    far, near = (
        fall(*rows, settings, hundred_starts(name, 0, draw_bias=False)) for name in ("glorot_uniform", "random_uniform")
    )
    below = far.paths[0, :, 0] < 0.0
    np.testing.assert_array_equal(far.silent[-1], below)
    learned, from_below = near.counts(60)[0], int((near.arrived[-1] & (near.paths[0, :, 0] < 0.0)).sum())
    assert f"the {below.sum()} with a weight below 0 fall silent, and the other {far.counts(60)[0]} learn" in FLOWING
    assert f"with every bias at 0 {learned} learn, {from_below} of them from a weight below 0" in FLOWING


def test_how_many_relu_starts_fall_silent_at_a_rate_a_hundred_times_smaller():
    rows = standard("penguins")
    slow, fast = (smaller_rate.falling(*rows, slow) for slow in (True, False))
    epochs = smaller_rate.PLACES * slow.every
    assert (
        f"At rate 0.001 it is {len(slow.fall_silent)} after {epochs} epochs, and the {len(fast.fall_silent)}th"
        in FLOWING
    )
    (late,) = set(fast.fall_silent) - set(slow.fall_silent)
    settings = Settings(activation="relu", learning_rate=0.001, epochs=10_000)
    assert fall(*rows, settings, fast.paths[0, [late]]).silent[-1, 0]


def test_a_bias_never_raises_the_lowest_loss():
    rng = np.random.default_rng(4)
    for _ in range(100):
        rows, labels = rng.normal(size=(6, 2)) + rng.normal(), rng.normal(size=6)
        assert least_squares(rows, labels).loss < least_squares(rows, labels, use_bias=False).loss
    through = least_squares([[1.0], [2.0]], [3.0, 6.0]), least_squares([[1.0], [2.0]], [3.0, 6.0], use_bias=False)
    assert through[0].loss == through[1].loss == 0.0


def test_what_is_only_rounding():
    assert f"at most {rounding.ROUNDINGS:g} ε times" in FLOWING
    assert angle_between((0.1, 0.3), (0.3, 0.9)) == 0.0
    assert f"with {angle_between((10, 10), (10, 9.99)):.5f}° between them" in FLOWING


def limits(features):
    ways = ({}, {"momentum": 0.9}, {"momentum": 0.9, "nesterov": True})
    return [learning_rate_limit(features, Settings(**way)) for way in ways]


def test_the_limits_of_the_two_rows():
    flat, steep = curvatures(X, Settings())
    plain, momentum, nesterov = limits(X)
    Z = np.column_stack([X, np.ones(2)])
    assert f"H = {(Z.T @ Z).astype(int).tolist()}" in TEXT
    assert f"eigenvalues {steep:.4f} and {flat:.4f}. The limit is {plain:.4f}, with momentum 0.9 it is" in FLOWING
    assert f"0.9 it is {momentum:.4f}, with nesterov {nesterov:.4f}." in FLOWING
    assert f"λ_max / λ_min, here {condition_number(X):.2f}." in FLOWING
    assert steep == pytest.approx((7 + math.sqrt(45)) / 2)


def test_standardised_and_raw_limits():
    plain, momentum, nesterov = limits(Standardizer.fit(X, Y).transform_X(X))
    assert f"The limit is {plain:.4f} for every data set (momentum 0.9: {momentum:.4f}, nesterov: {nesterov:.4f})" in (
        FLOWING
    )
    raw = [[160.0], [180.0]]
    assert f"the limit is {limits(raw)[0]:.7f} and the condition number {condition_number(raw) / 1e6:.2f} million." in (
        FLOWING
    )


def test_the_best_standardised_slope_is_the_correlation_and_its_square_is_r2():
    rng = np.random.default_rng(1)
    x = rng.normal(size=30)
    y = 4.0 * x + rng.normal(size=30) + 7.0
    standardizer = Standardizer.fit(x[:, None], y)
    standard = standardizer.transform_X(x[:, None]), standardizer.transform_y(y)
    best = least_squares(*standard)
    assert best.weights[0] == pytest.approx(np.corrcoef(x, y)[0, 1])
    assert best.bias == pytest.approx(0.0, abs=1e-14)
    assert r2_score(standard[1], standard[0] @ best.weights) == pytest.approx(best.weights[0] ** 2)


def test_the_playground_example_prints_what_it_says():
    (block,) = [block for block in BLOCKS if "playground" in block]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block, "docs/model.md", "exec"), {})
    assert printed.getvalue().strip() == re.search(r"# (.*)$", block, flags=re.MULTILINE)[1]


def test_the_other_examples_say_the_same_numbers():
    for block in BLOCKS:
        compile(block, "docs/model.md", "exec")
    update, best = itemise(X, Y, START, 1), least_squares(X, Y)
    (keras,) = [block for block in BLOCKS if "import keras" in block]
    assert f"# [{update.loss:g}]\n" in keras
    assert f"# {update.new_weights[0]:g} and {update.new_bias:g}\n" in keras
    assert f"# {train(X, Y, START).loss[1]:g}\n" in keras
    (regression,) = [block for block in BLOCKS if "LinearRegression" in block]
    assert f"# [{best.weights[0]:.0f}.] {best.bias:.1f}\n" in regression


def test_the_sizes_of_first_sums():
    he = [sum_deviation("he_uniform", d, 1) for d in (1, 5, 64)]
    assert he == pytest.approx([math.sqrt(2.0)] * 3)
    few, many = sum_sizes("random_uniform", 1)
    assert (
        f"√2 = {he[0]:.4f} for every d; with random_uniform it grows from {few:.4f} for one input to {many:.4f} for"
        in (FLOWING)
    )
    assert f"up to a factor of {SAME_SIZE:g} between 1 input and {MOST_INPUTS}" in FLOWING


def test_where_a_relu_neuron_is_silent():
    edges = silence([[-2.0], [3.0]], [1.0, -1.0])
    assert edges.tolist() == [-3.0, -2.0]
    assert "Of x from −2 to 3 and w = 1 that is b ≤ −3, with w = −1 it is b ≤ −2." in FLOWING


def test_the_limits_with_a_bias_and_without():
    shifted, _ = with_means(X, Y, 1.0, 0.0)
    bias, none, alone = (
        learning_rate_limit(shifted, Settings(**ways))
        for ways in ({}, {"use_bias": False}, {"trainable_weights": False})
    )
    assert f"the limit is {bias:.4f} with a bias and {none:.4f} without" in FLOWING
    assert f"so the limit is {alone:.4f} for all data" in FLOWING


def test_turned_vectors_and_vectors_of_length_2():
    upright = turned.turn_to_upright()
    pairs = [turned.pair_turned(degrees) for degrees in (0, upright, 90)]
    before, after = (f"({x:.0f}, {y:.0f})" for x, y in (pairs[0].sum, pairs[2].sum))
    assert (
        f"unturned it is {before}, with a turn of {upright:.2f}° it points straight up, and with one of 90° it is "
        f"{after}, while a·b is {pairs[0].dot:g} in all three" in FLOWING
    )
    assert pairs[1].sum == pytest.approx((0.0, 5.0))
    assert [each.dot for each in pairs] == pytest.approx([5.0, 5.0, 5.0])
    products = [three_pairs.pair(0.0, angle).dot for angle in (75, 105, 120, 130)]
    assert "a·b is {:.2f} at 75°, {:.2f} at 105°, {:.0f} at 120° and {:.2f} at 130°.".format(*products) in FLOWING


def test_the_sum_by_hand():
    weights = [0.8, 0.4, -0.4]
    total = first_sum.weighted_sum(weights)
    move = first_sum.next_move(weights)
    assert "2·0.8 + 1·0.4 + 1·(-0.4) = 1.6 + 0.4 - 0.4 = 1.6." in FLOWING
    assert total == pytest.approx(1.6)
    assert f"To come to {first_sum.TARGET:g} it must grow by {first_sum.TARGET - total:g}." in FLOWING
    assert f"it must grow by {move.weight - weights[0]:g}, to {move.weight:g}." in FLOWING
    assert (move.position, first_sum.FEATURES[0], move.arrives) == (0, 2.0, True)


def test_the_cars_that_are_like_the_imperial():
    source = REAL["cars"]
    columns = [column.column for column in (source.feature, *source.more, source.label)]
    rows = which_car.standard_rows([[float(row[column]) for column in columns] for row in source.read()])
    names = [row["car"] for row in source.read()]
    imperial, lincoln, datsun = map(names.index, ("Chrysler Imperial", "Lincoln Continental", "Datsun 710"))
    by_dot, by_cosine = (which_car.compare(rows, imperial, measure) for measure in which_car.MEASURES)
    assert (by_dot.first, by_cosine.first_other, by_cosine.opposite) == (lincoln, lincoln, datsun)
    for said in (
        f"the Lincoln Continental has the dot product {by_dot.values[lincoln]:.1f} with the Chrysler Imperial",
        f"the Imperial with itself only {by_dot.values[imperial]:.1f}:",
        f"is longer, {by_dot.length(lincoln):.2f} against {by_dot.length(imperial):.2f}.",
        f"the Imperial is {by_cosine.values[imperial]:.0f} to itself and {by_cosine.values[lincoln]:.3f} to the",
        f"the Datsun 710 with {by_cosine.values[datsun]:.3f}.",
    ):
        assert said in FLOWING


def test_how_often_weights_change_and_what_keras_reports():
    settings = Settings(learning_rate=0.1, epochs=1, batch_size=4, initial_weights=(0.0,))
    cars = [changes(*standard("cars"), replace(settings, batch_size=size)) for size in (None, 4, 1)]
    whole, fours, single = (seen.per_epoch for seen in cars)
    assert (
        f"{cars[0].n_samples} cars make {whole} change an epoch with all rows in one batch, {fours} with batches of 4, "
        f"and {single} with single rows" in FLOWING
    )
    penguins = changes(*standard("penguins"), replace(settings, batch_size=32))
    last = penguins.n_samples - 32 * (penguins.per_epoch - 1)
    assert f"make {penguins.per_epoch} with Keras's default of 32, the last one from {last} rows" in FLOWING
    printed, reached = cars[1].printed[0], cars[1].reached[0]
    assert f"Keras reports {printed:.3f}; the loss after it is {reached:.3f}." in FLOWING


def test_the_update_of_two_layers():
    start = [([[1.0, 2.0]], [0.0, 0.0]), ([[1.0], [-1.0]], [0.0])]
    network, settings = Network((Layer(2), Layer(1))), Settings(learning_rate=0.1, epochs=1)
    hidden, last = train_network([[1.0]], [3.0], network, settings, start).layers
    slopes = (last.weights[0, :, 0] - last.weights[1, :, 0]) / 0.1
    assert f"weights have the gradients {slopes[0]:.0f} and {slopes[1]:.0f} and its bias" in FLOWING
    one, two = hidden.weights[1, 0]
    out_one, out_two = last.weights[1, :, 0]
    assert f"weights become {one:g} and {two:g}, and the output's {out_one:g} and {out_two:g}." in FLOWING


def test_the_twins_and_the_random_starts():
    x, (first, *others, end) = twins.twins(0.5).x, twins.SEEDS
    assert (
        f"at {len(x)} places from {x[0]:g} to {x[-1]:g}, with sgd at rate {twins.RATE:g} for {twins.EPOCHS}" in FLOWING
    )
    equal = twins.twins(0.5)
    assert f"the loss ends at {equal.history.loss[-1]:.4f}, the variance of y" in FLOWING
    assert equal.mean_loss == pytest.approx(equal.history.loss[-1], abs=5e-5)
    losses = [f"{twins.strangers(seed).history.loss[-1]:.4f}" for seed in (first, *others, end)]
    assert f"{', '.join(losses[:-1])} and {losses[-1]}." in FLOWING


def test_a_bias_at_zero():
    run, silent = from_zero(0.5), from_zero(2.0)
    one, two = run.errors
    assert f"The errors are {one:g} and {two:g}, the gradient is (-5 - 7) / 2 = {run.gradient:g}" in FLOWING
    assert f"the first update makes b = {run.history.bias[1]:g}." in FLOWING
    assert f"do the errors cancel, {silent.errors[0]:g} and {silent.errors[1]:g}, and b stays at 0." in FLOWING


def test_the_collar_and_the_ruler():
    data = real("penguins")
    weighed, measured = (collar.retrained(data.X, data.y, *off) for off in ((500.0, 0.0), (0.0, -3.0)))
    assert f"mass = {weighed.weight:.2f} × length - {-weighed.bias:.0f}." in FLOWING
    assert f"a collar of 500 g, w stays and b becomes {weighed.new_bias:.0f}." in FLOWING
    assert f"3 × {measured.weight:.2f} = {measured.bias_change:.0f}." in FLOWING


def lowest(x, y):
    """Weight and bias of the lowest binary_crossentropy, by Newton's method."""
    Z, theta = np.column_stack([x, np.ones(len(x))]), np.zeros(2)
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-Z @ theta))
        theta = theta - np.linalg.solve((Z.T * (p * (1.0 - p))) @ Z, Z.T @ (p - y))
    return theta


def test_yes_or_no():
    x = real("penguins").X[:, 0]
    species = [row["species"] for row in REAL["penguins"].read()]
    gentoo, adelie = (np.array([float(name == kind) for name in species]) for kind in ("Gentoo", "Adelie"))
    without, with_bias = (yes_or_no.trained(x, gentoo, 0.0, use_bias) for use_bias in (False, True))
    said_yes = int(without.says_yes(x).sum())
    assert f"says yes to {said_yes} of 342 penguins, an accuracy of {without.accuracy(x, gentoo):.3f}." in FLOWING
    assert (
        f"after {yes_or_no.EPOCHS} epochs of sgd at rate {yes_or_no.RATE:g} in standard units, it switches at "
        f"{with_bias.switch:.1f} mm, with an accuracy of {with_bias.accuracy(x, gentoo):.3f}." in FLOWING
    )
    weight, bias = lowest((x - x.mean()) / x.std(), gentoo)
    assert f"(At the lowest loss it switches at {x.mean() - bias / weight * x.std():.1f} mm.)" in FLOWING
    pair = [yes_or_no.trained(x, adelie, float(x.mean()), use_bias) for use_bias in (True, False)]
    shares, losses = ([getattr(neuron, name)(x, adelie) for neuron in pair] for name in ("accuracy", "loss"))
    assert f"{shares[0]:.3f} with a bias, {shares[1]:.3f} without." in FLOWING
    assert f"which is {losses[0]:.3f} with and {losses[1]:.3f} without" in FLOWING


def test_what_counts_is_what_the_code_counts():
    table = TEXT[TEXT.index("## What counts") :]
    for said in (
        f"less than {weighted_sum.CLOSE:g} standard units away",
        f"within {two_vectors.WITHIN:g}, both longer than {two_vectors.LONGER_THAN:g}",
        f"within {three_ways.CLOSE:g} |",
        f"switches at x = {moves.TARGET:g} | −b / w is less than {moves.NEAR:g} away",
        f"below {back_on_track.CLOSE:g} deviations of y",
        f"differ in the {'three' if DIGITS == 3 else DIGITS} digits that are shown",
        f"within {100 * bias_alone.WITHIN:g} % of it",
        f"the loss is below {twins.LEARNED:g} |",
        f"within {collar.CLOSE:g} g, with the ruler off by at least {collar.AT_LEAST:g} mm",
        f"the sum by hand is {first_sum.TARGET:g} | within {first_sum.CLOSE:g} |",
        f"of length {three_pairs.LENGTH:g} is −{-three_pairs.TARGET:g} | within {three_pairs.WITHIN:g} |",
        f"points straight up | its first number is within {turned.UPRIGHT:g} of 0",
    ):
        assert said in table
