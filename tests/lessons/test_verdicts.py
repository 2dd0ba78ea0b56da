"""Every verdict and every mission, over all data sets and a grid of what a visitor can set, judged a second time.

The judges here share nothing with the code: closed forms of data of deviation 1, plain loops, and whole numbers.
"""

from decimal import Decimal
from itertools import product
from math import ceil, sqrt

import numpy as np
import pytest

from playground.data import REAL, real, standard
from playground.data.tables import TABLES, table
from playground.learning import ACTIVATIONS, Settings
from playground.learning.batches import row_orders
from playground.lessons.bias.back_on_track.model import on_track
from playground.lessons.bias.bias_alone.model import train_bias_alone
from playground.lessons.bias.growing_error.model import at_largest_rate, largest_rate
from playground.lessons.bias.pair import trained_pair, with_means
from playground.lessons.dot_product.many_numbers.model import are_parallel_and_different
from playground.lessons.dot_product.two_vectors.model import (
    beating_pair,
    is_long_and_zero,
    limits,
    more_similar_wins,
    quarter_turn,
)
from playground.lessons.weights.hundred_starts.model import fall, hundred_starts
from playground.lessons.weights.one_update.model import itemise
from playground.lessons.weights.one_update.model_puzzle import PUZZLES
from playground.lessons.weights.weighted_sum.model import WeightedSum, next_move

each_dataset = pytest.mark.parametrize("dataset", REAL)
MEANS_X, MEANS_Y = (-1.6, 0.0, 1.0), (-1.4, 0.0, 3.0)
RATES, EPOCHS = (0.02, 0.2, 0.38, 0.99, 1.2), (3, 40, 200)
LONG = 4000
"""Epochs after which even the slowest of these runs has come to rest."""


def correlation(dataset):
    return float(np.corrcoef(real(dataset).X[:, 0], real(dataset).y)[0, 1])


def worst_mean_errors(r, use_bias):
    """For each mean of x, of y and rate the largest |mean error| from each of EPOCHS on; of any rate, so infinite.

    The loss of a line on data of deviation 1 is 1 + w^2 - 2 r w + (w mean x + b - mean y)^2, whatever else they are.
    """
    mx, my, rate = (np.array(axis) for axis in zip(*product(MEANS_X, MEANS_Y, RATES), strict=True))
    w, b = np.zeros_like(mx), np.zeros_like(mx)
    found = np.empty((LONG + 1, len(mx)))
    with np.errstate(all="ignore"):
        for epoch in range(LONG + 1):
            error = mx * w + b - my
            found[epoch] = np.abs(error)
            w, b = w - 2 * rate * (w - r + mx * error), b - 2 * rate * error * use_bias
        worst = np.maximum.accumulate(found[::-1])[::-1]
    return {key: worst[list(EPOCHS), i] for i, key in enumerate(zip(mx, my, rate, strict=True))}


def rate_limit(mx, use_bias):
    """2 / the larger eigenvalue of 2 [[1 + mx^2, mx], [mx, 1]], or of its corner."""
    half = 1 + mx * mx / 2
    return 1 / (half + sqrt(half * half - 1)) if use_bias else 1 / (1 + mx * mx)


@each_dataset
def test_claims_about_the_bias(dataset):
    r = correlation(dataset)
    worst = {use_bias: worst_mean_errors(r, use_bias) for use_bias in (True, False)}
    for (mx, my), (at, epochs) in product(product(MEANS_X, MEANS_Y), enumerate(EPOCHS)):
        rows = with_means(real(dataset).X, real(dataset).y, mx, my)
        floors = 1 - r * r, 1 + my * my - (r + mx * my) ** 2 / (1 + mx * mx)
        for rate in RATES:
            pair = trained_pair(*rows, Settings(learning_rate=rate, epochs=epochs, initial_weights=(0.0,)))
            assert (pair.floor_gain > 0.0) == (f"{floors[0]:.2e}" != f"{floors[1]:.2e}")
            for seen, use_bias in ((pair.with_bias, True), (pair.without_bias, False)):
                limit = rate_limit(mx, use_bias)
                assert seen.diverges == (rate > limit + 1e-9)
                assert seen.converges == (rate < limit - 1e-9)
                assert on_track(seen) == (rate < limit - 1e-9 and worst[use_bias][mx, my, rate][at] < 0.01)
                steps = ceil(100 * limit - 1e-6) - 1  # the last multiple of 0.01 below the limit
                assert largest_rate(seen, 0.01) == pytest.approx(steps / 100)
                assert at_largest_rate(seen, 0.01) == (abs(rate - steps / 100) < 1e-9)


def test_lines_through_the_origin_but_for_what_three_digits_show():
    """Penguins at means -1.6 and -1.4: floors of 0.24101 and 0.24102, both 0.241. At -1.6 and -1.5: 0.244."""
    rows = real("penguins").X, real("penguins").y
    near, off = (
        trained_pair(*with_means(*rows, -1.6, mean_y), Settings(initial_weights=(0.0,))) for mean_y in (-1.4, -1.5)
    )
    assert near.without_bias.best.loss > near.with_bias.best.loss
    assert near.floor_gain == 0.0
    assert off.floor_gain == pytest.approx(0.00316, abs=1e-5)


def test_a_mean_error_of_0_from_the_start_stays_0_however_slowly_the_weight_settles():
    rows = with_means(real("penguins").X, real("penguins").y, 0.0, 0.0)
    for epochs in (1, 2, 50):
        pair = trained_pair(*rows, Settings(learning_rate=0.02, epochs=epochs, initial_weights=(0.0,)))
        assert on_track(pair.with_bias)
        assert on_track(pair.without_bias)


@each_dataset
def test_the_bias_alone(dataset):
    """The bias goes to its best by the factor 1 - 2 rate an epoch: loss = 1 - r^2 + (w - r)^2 + (b - best)^2."""
    r = correlation(dataset)
    for mx, my in ((0.0, 0.0), (-1.0, 2.0), (2.0, 1.0)):
        rows = with_means(real(dataset).X, real(dataset).y, mx, my)
        for hundredths in (-100, 50, round(100 * r), round(100 * r) + 6, round(100 * r) - 12):
            w = hundredths / 100
            best = my - w * mx
            at_best = round(100 * my) * 10 == round(hundredths * mx * 10)
            floor, lowest = 1 - r * r + (w - r) ** 2, 1 - r * r
            for rate, epochs in product((0.02, 0.5, 1.0, 1.2), (2, 200)):
                alone = train_bias_alone(*rows, w, Settings(learning_rate=rate, epochs=epochs))
                loss = floor + (0.0 if at_best else (best * (1 - 2 * rate) ** epochs) ** 2)
                assert alone.settles == (rate < 1.0 or at_best)
                assert alone.best_bias == pytest.approx(best, abs=1e-12)
                assert alone.can_reach_the_best == (floor <= 1.01 * lowest)
                assert alone.reaches_the_best == (loss <= 1.01 * lowest)
                assert alone.run.history.loss[-1] == pytest.approx(loss, rel=1e-6)


def plain_fall(x, y, activation, starts, rate, epochs):
    """Paths of (w, b) and whether a relu neuron has no row above 0, epoch by epoch."""
    of = {
        "linear": lambda s: (s, np.ones_like(s)),
        "relu": lambda s: (np.where(s > 0, s, 0.0), (s > 0) * 1.0),
        "sigmoid": lambda s: (1 / (1 + np.exp(-s)), np.exp(-s) / (1 + np.exp(-s)) ** 2),
        "tanh": lambda s: (np.tanh(s), 1 / np.cosh(s) ** 2),
    }[activation]
    w, b = starts.T.copy()
    silent, losses = [], []
    for _ in range(epochs + 1):
        sums = w[:, None] * x + b[:, None]
        outputs, slopes = of(sums)
        errors = outputs - y
        silent.append(~(sums > 0).any(axis=1) if activation == "relu" else np.zeros(len(w), bool))
        losses.append((errors**2).mean(axis=1))
        share = 2 * errors * slopes / len(y)
        w, b = w - rate * share @ x, b - rate * share.sum(axis=1)
    return np.array(silent), np.array(losses)


@each_dataset
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_hundred_starts(dataset, activation):
    X, y = standard(dataset)
    settings = Settings(activation=activation, learning_rate=0.1, epochs=20)
    for initializer, draw_bias in (("he_normal", True), ("glorot_uniform", False), ("ones", False)):
        starts = hundred_starts(initializer, 5, draw_bias)
        seen = fall(X, y, settings, starts)
        silent, losses = plain_fall(X[:, 0], y, activation, starts, 0.1, 20)
        lowest = 1 - correlation(dataset) ** 2 if activation == "linear" else losses[-1].min()
        np.testing.assert_array_equal(seen.silent, silent)
        assert seen.lowest_loss == pytest.approx(lowest, rel=1e-9)
        for epoch in (0, 7, 20):
            arrived = int(((losses[epoch] <= lowest + 0.01) & ~silent[epoch]).sum())
            stuck, fell = int(silent[0].sum()), int((silent[epoch] & ~silent[0]).sum())
            assert seen.counts(epoch) == (arrived, 100 - arrived - stuck - fell, fell, stuck)
        assert seen.many_learn == (int(((losses[-1] <= lowest + 0.01) & ~silent[-1]).sum()) >= 60)


def test_relu_starts_fall_silent_because_of_labels_below_0_and_not_because_of_a_long_step():
    """All of them have labels of at most 0 where they still answer; at a tenth of the rate they fall silent as well."""
    X, y = standard("penguins")
    starts = hundred_starts("glorot_uniform", 0, draw_bias=True)
    seen = fall(X, y, Settings(activation="relu", learning_rate=0.1, epochs=60), starts)
    fell = np.flatnonzero(seen.silent[-1] & ~seen.silent[0])
    for i in fell:
        w, b = seen.paths[int(seen.silent[:, i].argmax()) - 1, i]
        assert (y[w * X[:, 0] + b > 0.0] <= 0.0).all()
    slow = fall(X, y, Settings(activation="relu", learning_rate=0.01, epochs=600), starts[fell])
    assert (len(fell), slow.counts(600)[2]) == (28, 28)


def test_starts_that_all_diverge_have_not_arrived():
    X, y = standard("cars")
    seen = fall(X, y, Settings(activation="relu", learning_rate=1e200, epochs=9), [[1.0, 0.5], [2.0, 0.5]])
    assert not seen.arrived.any()
    assert not seen.many_learn


def test_claims_about_two_vectors():
    """Entries are whole hundredths, so that products are whole ten-thousandths, which four decimals show."""
    rng = np.random.default_rng(3)
    pairs = [tuple(map(tuple, pair)) for pair in rng.integers(-300, 301, size=(800, 2, 2)).tolist()]
    pairs += list(
        product([(0, 0), (100, 0), (60, 80), (10, 30), (30, 90), (120, 160), (-120, 160), (999, 1000)], repeat=2)
    )
    for p, q in pairs:
        a, b = (p[0] / 100, p[1] / 100), (q[0] / 100, q[1] / 100)
        pp, qq, pq = p[0] ** 2 + p[1] ** 2, q[0] ** 2 + q[1] ** 2, p[0] * q[0] + p[1] * q[1]
        across = p[0] * q[1] - p[1] * q[0]
        claim = limits(a, b)
        assert claim.between == (abs(pq) <= 10_000)
        assert claim.hold == (abs(pq) <= 10_000 == pp == qq)
        same_way = across == 0 and pq >= 0  # or one of them is zero
        assert more_similar_wins(a, b) is (None if same_way else qq > pq)
        assert is_long_and_zero(a, b, 2.0, 0.1) == (abs(pq) <= 1000 and min(pp, qq) > 40_000)
        assert are_parallel_and_different(a, b) == (across == 0 and pq > 0 and p != q)
        turned = quarter_turn(a, b)
        assert round(100 * turned[0]) * p[0] + round(100 * turned[1]) * p[1] == 0


def test_the_pair_that_breaks_the_claim_breaks_it_in_its_own_digits():
    for p, q in product(product((-200, -30, 0, 5, 110), repeat=2), repeat=2):
        longer, reference = beating_pair((p[0] / 100, p[1] / 100), (q[0] / 100, q[1] / 100))
        x, y = ([round(10_000 * part) for part in one] for one in (longer, reference))
        dot, square = x[0] * y[0] + x[1] * y[1], y[0] ** 2 + y[1] ** 2
        assert dot > square > 0
        assert (x[0] * y[1] - x[1] * y[0]) ** 2 > 0.01 * (x[0] ** 2 + x[1] ** 2) * square  # more than 5 degrees


def plain_updates(x, y, rate, batch_size, epochs):
    """Weight, bias and rows before each step of plain gradient descent from w = 0.6, b = 0.5."""
    settings = Settings(batch_size=batch_size, epochs=epochs)
    w, b = 0.6, 0.5
    for epoch, order in zip(range(1, epochs + 1), row_orders(settings, len(y)), strict=False):
        order = range(len(y)) if order is None else order.tolist()
        size = batch_size or len(y)
        for batch in range(ceil(len(y) / size)):
            rows = order[batch * size : (batch + 1) * size]
            yield epoch, batch, w, b, rows
            errors = [w * x[i] + b - y[i] for i in rows]
            shares = [2 * error * x[i] / len(rows) for error, i in zip(errors, rows, strict=True)]
            w, b = w - rate * sum(shares), b - rate * sum(2 * error / len(rows) for error in errors)


def half_a_digit(value):
    """What rounding to four digits can change, by the exponent that is written."""
    return Decimal(0) if value == 0 else Decimal(5).scaleb(Decimal(f"{value:.17e}").adjusted() - 4)


@each_dataset
@pytest.mark.parametrize("batch_size", [1, 4, None])
def test_numbers_to_work_out_by_hand(dataset, batch_size):
    """Each is that of a plain loop; twice the rounding of what is shown is accepted, or 1 % of a product."""
    (X, y), rate = standard(dataset), 0.1
    x, y = X[:, 0].tolist(), y.tolist()
    settings = Settings(batch_size=batch_size, epochs=3, initial_weights=(0.6,), initial_bias=0.5, learning_rate=rate)
    for epoch, batch, w, b, rows in plain_updates(x, y, rate, batch_size, 3):
        if batch > 2:
            continue
        first, m = rows[0], len(rows)
        error = w * x[first] + b - y[first]
        shares = [2 / m * (w * x[i] + b - y[i]) * x[i] for i in rows]
        gradient = sum(shares)
        share = (shares[0], (2 / m, error, x[first]))
        expected = {
            "product": (w * x[first], (w, x[first])),
            "prediction": (w * x[first] + b, None, (w * x[first], b)),
            "error": (error, None, (w * x[first] + b, -y[first])),
            "share": share,
            "gradient": share if m == 1 else (gradient, None, shares),
            "step": (-rate * gradient, (-rate, gradient)),
            "new weight": (w - rate * gradient, None, (w, -rate * gradient)),
        }
        assert set(expected) == set(PUZZLES)
        update = itemise(X, y, settings, epoch, batch)
        for name, (value, factors, *terms) in expected.items():
            puzzle = PUZZLES[name](update, rate)
            assert puzzle.value == pytest.approx(value, rel=1e-9, abs=1e-12)
            parts = factors or terms[0]
            allowed = half_a_digit(value) + sum(map(half_a_digit, terms[0] if terms else ()))
            for i, factor in enumerate(factors or ()):
                others = [abs(Decimal(other)) for j, other in enumerate(factors) if j != i]
                allowed += half_a_digit(factor) * (others[0] * (others[1] if len(others) > 1 else 1))
            allowed = max(2 * allowed, abs(Decimal(value)) / 100 if factors else Decimal(0), Decimal("1e-9"))
            tolerance = Decimal(puzzle.tolerance)
            assert allowed * Decimal("0.899") < tolerance <= allowed * Decimal("1.00001")
            shown = [float(f"{part:.3e}") for part in parts]
            answer = float(f"{float(np.prod(shown)) if factors else sum(shown):.3e}")
            assert puzzle.solved_by(answer)
            assert not puzzle.solved_by(value + 1.01 * puzzle.tolerance)
            assert not puzzle.solved_by(value - 1.01 * puzzle.tolerance)
            assert not puzzle.solved_by(float("nan"))


def test_one_percent_of_a_product_counts_to_its_last_digit():
    """0.46 is 0.5 times 0.92; a percent of it is 0.0046, which is no exact float: 0.4646 and 0.4554 count."""
    puzzle = PUZZLES["product"](itemise([[0.92]], [1.0], Settings(initial_weights=(0.5,)), 1), 0.1)
    assert puzzle.tolerance == pytest.approx(0.0046, rel=1e-12)
    assert [puzzle.solved_by(answer) for answer in (0.4646, 0.4554, 0.46461, 0.45539)] == [True, True, False, False]


@pytest.mark.parametrize("name", TABLES)
def test_a_hint_brings_the_output_to_the_label_where_one_slider_can(name):
    rows, positions = table(name), np.arange(-60, 61) * 0.05
    for row in range(0, len(rows.y), max(1, len(rows.y) // 25)):
        x, label = rows.X_standard[row, :3].tolist(), float(rows.y_standard[row])
        weights, bias = [0.8, 0.4, -0.4], 0.2
        output = sum(a * b for a, b in zip(x, weights, strict=True)) + bias
        misses = [
            np.abs(output - label + f * (positions - now)).min()
            for f, now in zip([*x, 1], [*weights, bias], strict=True)
        ]
        move = next_move(WeightedSum(x, weights, bias), label, 3.0, 0.05)
        assert move.arrives == (min(misses) < 0.05 - 1e-12)
        after = output + move.feature * move.change
        assert (abs(after - label) < 0.05) == move.arrives
        if not move.arrives:
            assert abs(after - label) == pytest.approx(min(misses))


def test_a_feature_next_to_nothing_is_no_hint_that_overflows():
    assert next_move(WeightedSum([1e-320], [1.0], 0.0), 5.0, 3.0, 0.05).position == 1
