"""How far the sliders reach: far enough to fit by hand and to see a run diverge."""

import numpy as np
import pytest

from playground.data import REAL, real
from playground.learning import Settings, learning_rate_limit, least_squares
from playground.ui.ranges import STANDARD, STEPS, Range, ranges

RNG = np.random.default_rng(5)
x = RNG.uniform(150.0, 190.0, size=30)[:, None]


@pytest.mark.parametrize("slope", [-300.0, -0.9, 0.002, 40.0])
@pytest.mark.parametrize("shift", [0.0, -5e4])
@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_raw_ranges_hold_the_best_line_and_go_beyond_the_limit(slope, shift, optimizer):
    y = slope * x[:, 0] + shift + RNG.normal(size=30)
    settings = Settings(optimizer=optimizer)
    reach, best = ranges(x, y, settings, standardise=False), least_squares(x, y)
    assert reach.weight.low < best.weights[0] < reach.weight.high
    assert reach.bias.low < best.bias < reach.bias.high
    assert reach.bias.low <= reach.bias.start <= reach.bias.high
    assert reach.learning_rate.low > 0.0
    limit = learning_rate_limit(x, settings)
    if limit is not None:
        assert 1.5 * limit < reach.learning_rate.high < 6.0 * limit
    for one in (reach.weight, reach.bias, reach.learning_rate):
        assert (one.high - one.low) / one.step == pytest.approx(STEPS, abs=1.001)


def test_standardised_data_have_one_reach_whatever_their_units():
    assert ranges(x, 1e6 * x[:, 0], Settings(), standardise=True) is STANDARD
    assert STANDARD.learning_rate.high == 2.0 * learning_rate_limit([[-1.0], [1.0]], Settings())


def test_constant_data_still_have_a_reach():
    reach = ranges(np.full((3, 1), 7.0), np.full(3, 0.0), Settings(), standardise=False)
    assert reach.weight.low < 0.0 < reach.weight.high
    assert reach.bias.low < 0.0 < reach.bias.high


@pytest.mark.parametrize(
    ("step", "decimals"), [(0.05, 2), (0.01, 2), (0.025, 3), (2.5, 1), (250.0, 0), (1.0, 0), (5e-7, 7), (2.5e-6, 7)]
)
def test_a_step_is_written_in_full(step, decimals):
    slider = Range(0.0, 200 * step, step, 0.0)
    assert slider.decimals == decimals
    assert slider.nearest(3.1 * step) == pytest.approx(3 * step, rel=1e-9)


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@pytest.mark.parametrize("name", list(REAL))
def test_every_position_of_raw_units_reads_as_what_it_is(name, optimizer):
    data = real(name)
    reach = ranges(data.X, data.y, Settings(optimizer=optimizer), standardise=False)
    for one in (reach.weight, reach.bias, reach.learning_rate):
        for value in (one.step, 3 * one.step, one.high - one.step):
            assert float(f"{value:.{one.decimals}f}") == pytest.approx(value, rel=1e-6)


def test_the_nearest_position_is_on_the_slider():
    slider = Range(-5.0, 5.0, 0.05, 0.0)
    assert slider.decimals == 2
    assert slider.nearest(1.26) == 1.25
    assert slider.nearest(-99.0) == -5.0
    assert slider.nearest(99.0) == 5.0
