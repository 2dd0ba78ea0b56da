"""Numbers from 1e-300 to 1e150: the core against plain loops and exact fractions, or both diverge. No warning."""

import math
from contextlib import suppress
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from playground.learning import (
    OPTIMIZERS,
    Regime,
    Settings,
    Standardizer,
    angle,
    condition_number,
    cosine_similarity,
    curvatures,
    dot_product,
    learning_rate_limit,
    least_squares,
    norm,
    predict,
    projection,
    r2_score,
    regime,
    train,
)
from playground.learning.run import run
from playground.lessons.weights.one_update.model import itemise

SIZES = st.integers(-300, 150).map(lambda exponent: 10.0**exponent)
NUMBERS = st.floats(-1e150, 1e150).map(lambda number: 0.0 if abs(number) < 1e-300 else number)
COLUMNS = st.lists(NUMBERS, min_size=1, max_size=8)
OUTPUTS = {
    "linear": (lambda s: s, lambda a: 1.0),
    "sigmoid": (lambda s: 1 / (1 + math.exp(-s)) if s > -700 else 0.0, lambda a: a * (1 - a)),
    "tanh": (math.tanh, lambda a: 1 - a * a),
    "relu": (lambda s: 0.0 if s <= 0 else s, lambda a: float(a > 0)),
}
LOSSES = {
    "mean_squared_error": (lambda e: e * e, lambda e: 2 * e),
    "mean_absolute_error": (abs, lambda e: float((e > 0) - (e < 0))),
    "huber": (lambda e: e * e / 2 if abs(e) <= 1 else abs(e) - 0.5, lambda e: min(max(e, -1.0), 1.0)),
}
quickly = settings(max_examples=60, deadline=None)


def root(number):
    return math.sqrt(number) if number >= 0 else math.nan


def steps_of(name, rate):
    """Keras's rule for one parameter, as a function from each gradient to the step, with all that it remembers."""
    m = v = t = 0

    def step(g):
        nonlocal m, v, t
        t += 1
        if name == "rmsprop":
            v = 0.9 * v + (1 - 0.9) * (g * g)
            return -rate * g / root(v + 1e-7)
        if name == "adagrad":
            v = (v if t > 1 else 0.1) + g * g
            return -rate * g / root(v + 1e-7)
        if name in ("adam", "adamw"):
            m, v = m + (g - m) * (1 - 0.9), v + (g * g - v) * (1 - 0.999)
            return -rate * math.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / (root(v) + 1e-7)
        if name == "lion":
            way = 0.9 * m + (1 - 0.9) * g
            m = 0.99 * m + (1 - 0.99) * g
            return -rate * float((way > 0) - (way < 0)) if way == way else math.nan
        return -rate * g

    return step


def plain_run(X, y, way):
    """Parameters and loss after each epoch, to the last finite one."""
    output, slope_of = OUTPUTS[way.activation]
    loss, slope = LOSSES[way.loss]
    theta = [*way.initial_weights, way.initial_bias]
    steps = [steps_of(way.optimizer, way.rate) for _ in theta]
    kept = 1 - way.rate * way.update_rule.weight_decay
    size = way.batch_size or len(y)
    found = []
    for epoch in range(way.epochs + 1):
        if epoch:
            for first in range(0, len(y), size):
                rows = range(first, min(first + size, len(y)))
                gradient = [0.0] * len(theta)
                for i in rows:
                    a = output(sum(x * w for x, w in zip(X[i], theta, strict=False)) + theta[-1])
                    g = slope(a - y[i]) * slope_of(a) / len(rows)
                    gradient = [part + g * x for part, x in zip(gradient, [*X[i], 1.0], strict=True)]
                theta = [p * kept + step(g) for p, step, g in zip(theta, steps, gradient, strict=True)]
        errors = [output(sum(x * w for x, w in zip(row, theta, strict=False)) + theta[-1]) for row in X]
        mean = sum(loss(a - label) for a, label in zip(errors, y, strict=True)) / len(y)
        if not all(map(math.isfinite, [*theta, mean])):
            return found, True
        found.append([*theta, mean])
    return found, False


@st.composite
def experiments(draw, optimizer, activation, loss):
    """Rows and a start of any size, from a seed: exact coincidences are another matter, tested elsewhere."""
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    n_samples, n_features = draw(st.integers(1, 5)), draw(st.integers(1, 2))
    of_x, of_y, of_w = draw(SIZES), draw(SIZES), draw(st.integers(-3, 3).map(lambda e: 10.0**e))
    X, y = rng.normal(size=(n_samples, n_features)) * of_x, rng.normal(size=n_samples) * of_y
    small = 0.3 / (1 + min(of_x, 1e150) ** 2)
    # At a rate of 1e6 a step of the others is the difference of two large ones, which has lost its digits, and so has
    # the slope of a sigmoid or tanh that is all but flat.
    wild, bent = optimizer == "sgd" and activation in ("linear", "relu"), activation in ("sigmoid", "tanh")
    large = (
        [] if bent and of_x > 10.0 else [0.01, 1.0]
    )  # there they are flat, and a step is as large as a rate of 1e6's
    rate = draw(st.sampled_from([small, 1e-200, *large, *([1e6] if wild else [])]))
    start = tuple((rng.normal(size=n_features) * of_w).tolist())
    return X, y, Settings(
        optimizer=optimizer, activation=activation, loss=loss, learning_rate=rate, epochs=6, initial_weights=start,
        initial_bias=float(rng.normal()), batch_size=draw(st.sampled_from([None, 2])), shuffle=False,
    )  # fmt: skip


LARGEST = float(np.finfo(np.float64).max)


def check(X, y, way):
    plain, diverged = plain_run(X.tolist(), y.tolist(), way)
    if not plain:
        with pytest.raises(ValueError, match="finite loss at the start"):
            train(X, y, way)
        return
    history = train(X, y, way)
    if history.diverged != diverged:  # a sum of squares leaves the range of numbers a little before their mean does
        last = max((history.loss.tolist(), [row[-1] for row in plain]), key=len)[-1]
        assert last > LARGEST / 10
    common = min(len(plain), len(history.loss))
    assert abs(len(plain) - len(history.loss)) <= 1
    found = np.column_stack([history.weights, history.bias, history.loss])[:common]
    for mine, theirs in ((found[:, :-1], np.array(plain)[:common, :-1]), (found[:, -1], np.array(plain)[:common, -1])):
        assert np.abs(mine / 2 - theirs / 2).max() <= 0.5e-9 * np.abs(theirs).max()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@quickly
@given(st.data())
def test_a_run_of_any_size_is_that_of_a_plain_loop(optimizer, data):
    check(*data.draw(experiments(optimizer, "linear", "mean_squared_error")))


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("loss", LOSSES)
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_so_it_is_with_other_losses_and_activations(loss, activation, data):
    check(*data.draw(experiments("sgd", activation, loss)))


@quickly
@given(st.data())
def test_vectors_of_any_size(data):
    n = data.draw(st.integers(1, 6))
    a, b = (data.draw(st.lists(NUMBERS, min_size=n, max_size=n)) for _ in "ab")
    exact = sum(Fraction(x) * Fraction(y) for x, y in zip(a, b, strict=True))
    assert dot_product(a, b) == float(exact)
    assert norm(a) == pytest.approx(
        math.sqrt(float(sum(Fraction(x) ** 2 for x in a))) if max(map(abs, a)) > 1e-150 else norm(a)
    )
    degrees, cosine, foot = angle(a, b), cosine_similarity(a, b), projection(a, b)
    assert (degrees is None) == (cosine is None) == (not any(a) or not any(b))
    if degrees is not None:
        assert 0.0 <= degrees <= 180.0
        assert cosine == pytest.approx(math.cos(math.radians(degrees)), abs=1e-15)
        assert (cosine > 0) == (degrees < 90) or abs(cosine) < 1e-15
    assert foot is None or np.isfinite(foot).all()


def deviation(column):
    """Mean and variance in exact fractions, and whether that is no more than rounding, by scikit-learn's rule."""
    numbers = [Fraction(number) for number in column]
    n, eps = len(numbers), Fraction(2) ** -52
    mean = sum(numbers) / n
    variance = sum((number - mean) ** 2 for number in numbers) / n
    bound = n * eps * variance + (n * mean * eps) ** 2
    return mean, variance, variance <= bound, bound / 2 < variance < 2 * bound


@quickly
@given(COLUMNS)
def test_a_column_of_any_size_is_standardised(column):
    mean, variance, constant, on_the_edge = deviation(column)
    assume(not on_the_edge)
    standardizer = Standardizer.fit(np.array(column)[:, None], column)
    assert standardizer.X_mean[0] == standardizer.y_mean
    assert abs(Fraction(standardizer.y_mean) - mean) <= Fraction(1, 10**12) * max(abs(Fraction(x)) for x in column)
    standard = standardizer.transform_y(column)
    if constant:
        assert standardizer.y_scale == 1.0
        assert not standard.any()
    else:
        assert float(Fraction(standardizer.y_scale) ** 2 / variance) == pytest.approx(1.0, rel=1e-9)
        assert np.square(standard).mean() == pytest.approx(1.0, rel=1e-6)


@quickly
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=8))
def test_r2_of_any_size(rows):
    y, predictions = map(list, zip(*rows, strict=True))
    _, variance, constant, on_the_edge = deviation(y)
    assume(not on_the_edge)
    score = r2_score(y, predictions)
    unexplained = sum((Fraction(one) - Fraction(other)) ** 2 for one, other in rows) / len(rows)
    if constant:
        assert score in (0.0, 1.0)
        return
    share = unexplained / variance
    spread = max(abs(Fraction(number)) for number in y + predictions) ** 2 / variance
    if share > 10**300:
        assert score < -1e299
    else:
        assert abs(score - float(1 - share)) <= 1e-9 * float(max(1, share)) + 1e-12 * float(min(spread, 10**300)) ** 0.5


@quickly
@given(st.integers(0, 10**6), SIZES, SIZES, st.integers(1, 5), st.integers(1, 2))
def test_whatever_the_size_there_is_an_answer_or_a_refusal(seed, of_x, of_y, n_samples, n_features):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(n_samples, n_features)) * of_x, rng.normal(size=n_samples) * of_y
    for use_bias in (True, False):
        way = Settings(use_bias=use_bias, learning_rate=0.1, momentum=0.5, epochs=3)
        assert condition_number(X, use_bias) >= 1.0
        assert (curvatures(X, way) >= 0.0).all()
        assert learning_rate_limit(X, way) >= 0.0
        assert regime(X, way) in Regime
        with suppress(ValueError):  # the best weights are too large
            best = least_squares(X, y, use_bias)
            assert np.isfinite([*best.weights, best.bias, best.loss]).all()
            assert np.abs(predict(X, best.weights, best.bias) - y).max() <= 10 * np.abs(y).max()
    way = Settings(initial_weights=(0.5,) * n_features, learning_rate=0.1, epochs=5)
    with suppress(ValueError):  # the run diverges in its first step
        update = itemise(X, y, way, 1)
        assert update.new_bias == pytest.approx(update.bias + update.step[-1])
    with suppress(ValueError):  # the loss at the start is not finite
        seen = run(X, y, way)
        assert seen.r2(seen.last_epoch) <= 1.0 + 1e-12
        slopes, intercepts = seen.in_data_units(seen.history.weights, seen.history.bias)
        assert slopes.shape == seen.history.weights.shape
        assert intercepts.shape == seen.history.bias.shape
