"""What a rate does in the long run, against a plain loop of steps along one direction; and at the ends of floats."""

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from playground.learning import Regime, Settings, curvatures, learning_rate_limit, regime, step_roots, train
from playground.learning.optimizers import SGD
from playground.learning.stability import sure_rate

YEARS = np.array([[2020.0], [2021.0], [2022.0]])


@pytest.mark.parametrize("share", [0.001, 0.25, 0.49])
def test_a_rate_far_below_the_limit_is_smooth_even_where_one_direction_hardly_moves(share):
    """2020, 2021, 2022: the flattest curvature is 4e-14 of the steepest, so that a root is 1 but for rounding."""
    rate = share * learning_rate_limit(YEARS, Settings())
    assert regime(YEARS, Settings(learning_rate=rate)) is Regime.SMOOTH


def test_between_half_the_limit_and_the_limit_raw_years_bounce_and_on_it_they_never_settle():
    limit = learning_rate_limit(YEARS, Settings())
    found = [regime(YEARS, Settings(learning_rate=share * limit)) for share in (0.51, 0.999, 1.0, 1.001)]
    assert found == [Regime.BOUNCING, Regime.BOUNCING, Regime.EDGE, Regime.DIVERGING]


def course(x, way):
    """Steps of one weight without a bias toward 0, by the rule: whether it grows, and whether it changes sides."""
    rule, curvature = way.update_rule, 2.0 * x * x
    place, velocity, places = 1.0, 0.0, []
    for _ in range(400):
        places.append(place)
        downhill = -rule.learning_rate * curvature * place
        kept = place * (1.0 - rule.learning_rate * rule.weight_decay)
        velocity = rule.momentum * velocity + downhill
        place = kept + (rule.momentum * velocity + downhill if rule.nesterov else velocity)
        if abs(place) > 1e200:
            return True, True
    return abs(places[-1]) > 1.0, min(places) < 0.0


@pytest.mark.parametrize("nesterov", [False, True])
def test_the_regime_is_what_plain_steps_do(nesterov):
    """One weight, curvature 2 x^2: momentum, decay and rates around every limit."""
    for x, momentum, decay, share in product(
        (0.1, 1.0, 30.0), (0.0, 0.3, 0.9), (0.0, 0.1, 5.0), (0.01, 0.3, 0.7, 0.95, 1.05, 3.0)
    ):
        way = Settings(use_bias=False, momentum=momentum, nesterov=nesterov, weight_decay=decay)
        limit = learning_rate_limit([[x]], way)
        way = Settings(
            use_bias=False, momentum=momentum, nesterov=nesterov, weight_decay=decay, learning_rate=share * limit
        )
        grows, changes_sides = course(x, way)
        found = regime([[x]], way)
        assert (found is Regime.DIVERGING) == grows == (share > 1.0)
        if found is Regime.SMOOTH and not (momentum and decay):  # these two can swing across once, roots above 0 or not
            assert not changes_sides


def test_where_decay_alone_moves_a_weight_its_rate_has_a_limit():
    """x = 0, decay 0.1: each step is w (1 - 0.1 rate), which overshoots above 10 and grows above 20."""
    way = {"use_bias": False, "weight_decay": 0.1}
    assert learning_rate_limit([[0.0]], Settings(**way)) == pytest.approx(20.0)
    found = [regime([[0.0]], Settings(learning_rate=rate, **way)) for rate in (5.0, 15.0, 20.0, 25.0)]
    assert found == [Regime.SMOOTH, Regime.BOUNCING, Regime.EDGE, Regime.DIVERGING]


@pytest.mark.parametrize("decay", [0.0, 0.1])
def test_nothing_that_is_trained_has_no_limit(decay):
    way = {"use_bias": False, "trainable_weights": False, "weight_decay": decay}
    assert learning_rate_limit([[1.0], [2.0]], Settings(**way)) == math.inf
    assert regime([[1.0], [2.0]], Settings(learning_rate=1e300, **way)) is Regime.SMOOTH


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("nesterov", [False, True])
@pytest.mark.parametrize("size", [1e-300, 1e-160, 1e-20, 1.0, 1e78, 1e150])
def test_every_size_of_x_and_of_the_rate_has_a_regime(size, nesterov, momentum):
    for rate, use_bias in product((1e-300, 1e-9, 0.3, 1e300), (True, False)):
        way = Settings(learning_rate=rate, momentum=momentum, nesterov=nesterov, use_bias=use_bias)
        limit = learning_rate_limit([[size], [2 * size]], way)
        found = regime([[size], [2 * size]], way)
        assert found is Regime.DIVERGING if rate > limit else found in (Regime.SMOOTH, Regime.BOUNCING)


def test_the_largest_x_that_can_be_squared_has_a_curvature_that_may_be_infinite():
    assert curvatures([[1.3e154]], Settings(use_bias=False)).tolist() == [math.inf]
    assert learning_rate_limit([[1.3e154]], Settings(use_bias=False)) == 0.0
    assert curvatures([[1.0]], Settings(use_bias=False, l2=1e300)) == pytest.approx([2e300])


def test_the_roots_of_a_step_multiply_and_add_up_as_they_should():
    for momentum, nesterov, curvature in product((0.0, 0.5, 0.9), (False, True), (0.0, 1e-9, 3.0, 1e50, 1e120, 1e300)):
        first, second = step_roots(curvature, SGD(learning_rate=0.1, momentum=momentum, nesterov=nesterov))
        a = 0.1 * curvature
        total = 1.0 + momentum - a * (1.0 + momentum if nesterov else 1.0)
        assert first + second == pytest.approx(total, rel=1e-12)
        assert (first / total) * second == pytest.approx(momentum * (1.0 - a * nesterov) / total, rel=1e-9, abs=1e-12)
    with pytest.raises(ValueError, match=r"^learning_rate times curvature must be finite, got 1e\+200 and 1e\+200"):
        step_roots(1e200, SGD(learning_rate=1e200))


YES_OR_NO = Settings(loss="binary_crossentropy", activation="sigmoid")


def test_below_the_sure_rate_no_step_on_yes_and_no_goes_up():
    rng = np.random.default_rng(6)
    for n_features in (1, 1, 1, 2, 3, 8):
        X = rng.normal(size=(40, n_features)) * rng.uniform(0.1, 30.0, n_features) + rng.normal(size=n_features)
        y = (rng.uniform(size=40) > 0.5).astype(float)
        start = tuple((rng.normal(size=n_features) / np.abs(X).mean(axis=0)).tolist())
        settings = replace(YES_OR_NO, initial_weights=start, learning_rate=0.999 * sure_rate(X, YES_OR_NO), epochs=300)
        loss = train(X, y, settings).loss
        assert (np.diff(loss) <= 1e-12 * loss[:-1]).all()


@pytest.mark.parametrize(("share", "goes_down"), [(0.99, True), (1.01, False)])
def test_where_the_sigmoid_is_steepest_the_sure_rate_is_the_limit(share, goes_down):
    """Of these rows the best is w = b = 0, where the slope of the sigmoid is 1/4: h = 2, so 16 / 2 = 8 is where a small
    weight comes back as large as it was, on the other side."""
    X, y = np.array([[-1.0], [1.0], [-1.0], [1.0]]), np.array([0.0, 0.0, 1.0, 1.0])
    assert sure_rate(X, YES_OR_NO) == pytest.approx(8.0)
    settings = replace(YES_OR_NO, initial_weights=(1e-3,), learning_rate=8.0 * share, epochs=10)
    assert (abs(train(X, y, settings).weights[-1, 0]) < 1e-3) == goes_down


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("loss", "mean_squared_error"),
        ("activation", "linear"),
        ("optimizer", "adam"),
        ("momentum", 0.5),
        ("l1", 0.1),
        ("l2", 0.1),
        ("weight_decay", 0.1),
        ("batch_size", 2),
    ],
)
def test_no_rate_is_sure_with_other_settings(name, value):
    assert sure_rate([[1.0], [2.0], [4.0]], replace(YES_OR_NO, **{name: value})) is None


def test_any_rate_is_sure_where_nothing_is_trained():
    assert sure_rate([[0.0], [0.0]], replace(YES_OR_NO, use_bias=False)) == math.inf
