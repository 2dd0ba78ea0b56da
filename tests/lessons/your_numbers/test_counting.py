"""The four counts of yes and no, against the answers of each row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.learning.neuron import ACTIVATIONS, predict
from playground.lessons.your_numbers.counting import Classes, sum_of_no

NUMBERS = st.one_of(st.floats(-5, 5), st.sampled_from([0.0, 0.5, -0.5, 1e-17, -1e-17, 1e150]))


def one_by_one(X, y, activation, parameters):
    """The counts from the output of each row."""
    rows = []
    for *weights, bias in parameters:
        yes, is_yes = predict(X, weights, bias, activation) > 0.5, y > 0.5
        rows.append([(yes & is_yes).sum(), (yes & ~is_yes).sum(), (~yes & ~is_yes).sum(), (~yes & is_yes).sum()])
    return np.array(rows)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("n_features", [1, 2])
@given(data=st.data())
def test_the_counts_are_those_of_the_rows_one_by_one(activation, n_features, data):
    rows = data.draw(st.lists(st.tuples(*[NUMBERS] * n_features, st.sampled_from([0.0, 1.0])), min_size=1, max_size=12))
    X, y = np.array(rows)[:, :-1], np.array(rows)[:, -1]
    parameters = np.array(data.draw(st.lists(st.tuples(*[NUMBERS] * (n_features + 1)), min_size=1, max_size=4)))
    with np.errstate(all="ignore"):
        found = Classes.of(X, y).counts(activation, parameters)
        assert found.tolist() == one_by_one(X, y, activation, parameters).tolist()


@pytest.mark.parametrize("n_features", [1, 3])
def test_the_counts_of_many_rows(n_features):
    rng = np.random.default_rng(3)
    X = rng.normal(size=(20_001, n_features)).round(2)
    y = (rng.random(len(X)) < 0.4).astype(float)
    parameters = rng.normal(size=(7, n_features + 1))
    assert Classes.of(X, y).counts("sigmoid", parameters).tolist() == one_by_one(X, y, "sigmoid", parameters).tolist()


@pytest.mark.parametrize(
    ("activation", "inverse"), [("linear", 0.5), ("relu", 0.5), ("tanh", np.arctanh(0.5)), ("sigmoid", 0.0)]
)
def test_an_output_of_a_half_needs_this_sum(activation, inverse):
    assert sum_of_no(activation) == pytest.approx(inverse, abs=1e-15)
