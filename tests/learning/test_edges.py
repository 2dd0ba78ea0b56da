"""Every bad input and every edge: the right History, or a sentence that names field, rule and value."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from playground.learning import (
    ACTIVATIONS,
    LOSSES,
    OPTIMIZERS,
    Settings,
    Standardizer,
    condition_number,
    draw,
    least_squares,
    loss_surface,
    predict,
    stream,
    train,
)
from playground.learning.shape import outputs
from playground.lessons.bias.not_linear.model import bends, second_difference
from playground.lessons.weights.one_update.model import itemise

GOOD = np.array([[1.0], [2.0], [4.0]]), np.array([1.0, 2.0, 3.0])


BAD_DATA = {
    "no rows": ([], [], "X must have shape (n_samples, n_features), got shape (0,)"),
    "no rows of one feature": (np.empty((0, 1)), [], "X must not be empty, got shape (0, 1)"),
    "no features": (np.empty((2, 0)), [1.0, 2.0], "X must not be empty, got shape (2, 0)"),
    "no labels": ([[1.0]], [], "y must not be empty, got shape (0,)"),
    "a label too few": ([[1.0], [2.0]], [1.0], "y must have one label for each row of X (2), got 1"),
    "features in one dimension": ([1.0, 2.0], [1.0, 2.0], "X must have shape (n_samples, n_features), got shape (2,)"),
    "labels in two dimensions": ([[1.0]], [[1.0]], "y must have shape (n_samples,), got shape (1, 1)"),
    "ragged rows": ([[1.0], [1.0, 2.0]], [1.0, 2.0], "X must have shape (n_samples, n_features), got rows of"),
    "words": ([["a"], ["b"]], [1.0, 2.0], "X must hold numbers only, got <U1 data"),
    "words among numbers": (np.array([[1.0], ["b"]], dtype=object), [1.0, 2.0], "X must hold numbers only, got object"),
    "complex numbers": ([[1.0]], [1j], "y must hold numbers only, got complex128 data"),
    "nan in X": ([[np.nan], [1.0]], [1.0, 2.0], "X must be finite, got nan"),
    "infinity in y": ([[1.0], [2.0]], [1.0, -np.inf], "y must be finite, got -inf"),
    "numbers written as text": (
        np.array([["1"], ["2"]], dtype=object),
        [1.0, 2.0],
        "X must hold numbers only, got object",
    ),
    "complex numbers among others": (np.array([[1.0], [1j]], dtype=object), [1.0, 2.0], "X must hold numbers only"),
    "nothing among numbers": ([[1.0], [None]], [1.0, 2.0], "X must hold numbers only, got object data"),
    "dates": (np.array([["2020-01-01"]], dtype="datetime64[D]"), [1.0], "X must hold numbers only, got datetime64"),
    "a masked table": (np.ma.masked_array([[1.0], [2.0]], [[False], [True]]), [1.0, 2.0], "X must not be masked"),
    "masked labels": ([[1.0], [2.0]], np.ma.masked_array([1.0, 2.0], [True, False]), "y must not be masked"),
    "a masked row in a list": ([np.ma.masked_array([1.0], [True]), [2.0]], [1.0, 2.0], "X must not be masked"),
    "a masked cell in a list": ([[1.0], [np.ma.masked]], [1.0, 2.0], "X must not be masked"),
    "a number of 400 digits": ([[10**400], [2]], [1.0, 2.0], "X must be finite, got a whole number beyond"),
    "a float of 80 bits": (np.array([["1e400"], ["2"]], dtype=np.longdouble), [1.0, 2.0], "X must be finite, got inf"),
    "squares beyond the range of numbers": ([[1e200], [2.0]], [1.0, 2.0], "X must have finite squares, got 1e+200"),
}


@pytest.mark.parametrize("batch_size", [None, 1])
@pytest.mark.parametrize("loss", ["mean_squared_error", "huber"])
@pytest.mark.parametrize(("X", "y", "said"), BAD_DATA.values(), ids=BAD_DATA)
def test_data_that_cannot_be_learned_from_are_refused(X, y, said, loss, batch_size):
    with pytest.raises(ValueError, match="^" + re.escape(said)):
        train(X, y, Settings(loss=loss, batch_size=batch_size))


def test_whatever_stands_for_numbers_is_taken_as_them():
    plain = train([[0.0], [1.0], [0.5]], [1.0, 0.0, 0.25], Settings(initial_weights=(1.0,)))
    for X, y in [
        (np.array([[0], [1], [Fraction(1, 2)]], dtype=object), [Decimal(1), Decimal(0), Decimal("0.25")]),
        (np.array([[0.0], [1.0], [0.5]], dtype=np.float16), np.array([1.0, 0.0, 0.25], dtype=np.float32)),
    ]:
        np.testing.assert_array_equal(train(X, y, Settings(initial_weights=(1.0,))).weights, plain.weights)
    yes_and_no = train(np.array([[True], [False]]), [False, True], Settings(initial_weights=(1.0,)))
    as_numbers = train([[1.0], [0.0]], [0.0, 1.0], Settings(initial_weights=(1.0,)))
    np.testing.assert_array_equal(yes_and_no.weights, as_numbers.weights)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"weights": ["1"]}, r"^weights must hold numbers only"),
        ({"weights": [[1.0]]}, r"^weights must have shape \(1,\), one a feature"),
        ({"weights": [1.0, 2.0]}, r"^weights must have shape \(1,\), one a feature, got \(2,\)"),
        ({"weights": np.ma.masked_array([1.0], [True])}, r"^weights must not be masked"),
        ({"bias": np.array([1.0, 2.0, 3.0])}, r"^bias must be a number, got array"),
        ({"bias": "1"}, r"^bias must be a number, got '1'"),
        ({"bias": 1j}, r"^bias must be a number"),
        ({"bias": np.nan}, r"^bias must be finite"),
        ({"activation": "softmax"}, r"^activation must be one of linear, .*, got 'softmax'"),
    ],
)
def test_a_neuron_that_is_none_is_refused(change, said):
    with pytest.raises(ValueError, match=said):
        predict(**{"X": GOOD[0], "weights": [1.0], "bias": 0.0} | change)


def test_a_label_that_is_no_probability_is_refused_with_crossentropy():
    with pytest.raises(ValueError, match=r"^y must be from 0 to 1 for binary_crossentropy, got 1 to 3$"):
        train(*GOOD, Settings(loss="binary_crossentropy", activation="sigmoid"))


def test_starting_weights_must_be_one_a_feature():
    with pytest.raises(ValueError, match=r"^initial_weights must have one number a feature \(1\), got 2$"):
        train(*GOOD, Settings(initial_weights=(1.0, 2.0)))


@pytest.mark.parametrize("loss", ["mean_squared_error", "huber"])
def test_a_start_whose_loss_is_not_finite_is_refused(loss):
    with pytest.raises(ValueError, match=r"^initial_weights must give a finite loss at the start, got (inf|nan)$"):
        train(*GOOD, Settings(initial_weights=(1.7e308,), loss=loss))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("optimizer", "sgdd"),
        ("learning_rate", 0.0),
        ("learning_rate", -1.0),
        ("learning_rate", float("nan")),
        ("learning_rate", "fast"),
        ("learning_rate", True),
        ("learning_rate", np.complex128(1.0)),
        ("learning_rate", np.array([0.1])),
        ("initial_weights", ([1.0, 2.0],)),
        ("momentum", 1.0),
        ("momentum", -0.1),
        ("rho", 1.5),
        ("beta_1", 1.0),
        ("beta_2", -1.0),
        ("epsilon", 0.0),
        ("weight_decay", -1.0),
        ("nesterov", 1),
        ("l1", float("inf")),
        ("shuffle", "no"),
        ("trainable_weights", 0),
        ("initial_bias", float("nan")),
        ("initial_weights", 3.0),
        ("epochs", -1),
        ("epochs", 1.5),
        ("batch_size", 0),
        ("batch_size", 2.5),
        ("epochs", True),
        ("loss", "mse"),
        ("activation", "softmax"),
        ("use_bias", "yes"),
        ("l2", -0.1),
        ("initializer", "ones_like"),
        ("initial_weights", ("a",)),
        ("seed", -1),
    ],
)
def test_a_bad_setting_is_refused_by_name_and_value(field, value):
    with pytest.raises(ValueError, match=field) as refused:
        Settings(**{field: value})
    said = value[0] if isinstance(value, tuple) else value
    assert str(said) in str(refused.value)


@pytest.mark.parametrize("field", ["initial_bias", "initial_weights"])
def test_a_masked_number_is_no_setting(field):
    with pytest.raises(ValueError, match=rf"^{field} must be a number, got masked"):
        Settings(**{field: [np.ma.masked] if field == "initial_weights" else np.ma.masked})


def test_no_epochs_is_the_start_alone():
    run = train(*GOOD, Settings(epochs=0, initial_weights=(2.0,), initial_bias=1.0))
    assert run.weights.tolist() == [[2.0]]
    assert run.loss == pytest.approx([(4.0 + 9.0 + 36.0) / 3], rel=1e-14)


def test_one_row_a_constant_column_and_a_batch_above_n_are_learned_from():
    assert train([[2.0]], [4.0], Settings(learning_rate=0.1, epochs=200)).loss[-1] < 1e-12
    constant = train([[1.0], [1.0]], [2.0, 4.0], Settings(learning_rate=0.1, epochs=200))
    assert constant.loss[-1] == pytest.approx(1.0)
    whole, larger = (train(*GOOD, Settings(shuffle=False, batch_size=size)) for size in (3, 99))
    np.testing.assert_array_equal(whole.weights, larger.weights)


@pytest.mark.parametrize("loss", ["mean_squared_error", "huber", "mean_absolute_error"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_batch_size_above_n_is_a_full_batch_for_every_optimizer(optimizer, loss):
    way = Settings(optimizer=optimizer, loss=loss, epochs=20, learning_rate=0.01)
    whole, larger = (train(*GOOD, replace(way, batch_size=size)) for size in (None, 99))
    np.testing.assert_array_equal(whole.weights, larger.weights)


def test_features_and_labels_that_are_constant_are_fitted_by_the_bias():
    run = train(np.full((4, 2), 0.1), np.full(4, 5.0), Settings(learning_rate=0.2, epochs=500))
    assert not run.diverged
    assert run.loss[-1] < 1e-20


def test_more_features_than_rows_end_at_the_shortest_weights_that_fit():
    rng = np.random.default_rng(1)
    X, y = rng.normal(size=(3, 6)), rng.normal(size=3)
    run = train(X, y, Settings(initial_weights=(0.0,) * 6, use_bias=False, learning_rate=0.05, epochs=5000))
    np.testing.assert_allclose(run.weights[-1], least_squares(X, y, use_bias=False).weights, atol=1e-9)


def test_more_features_than_rows_reach_a_loss_of_zero_that_is_never_negative():
    rng = np.random.default_rng(0)
    run = train(rng.normal(size=(3, 6)), rng.normal(size=3), Settings(learning_rate=0.05, epochs=3000))
    assert 0.0 <= run.loss.min() < 1e-20


def test_a_diverging_run_ends_at_its_last_finite_epoch():
    run = train(*GOOD, Settings(learning_rate=1e6, epochs=500))
    assert run.diverged
    assert run.epochs < 500
    assert all(np.isfinite(values).all() for values in (run.weights, run.bias, run.loss))


def test_a_frozen_weight_stays_and_the_bias_alone_reaches_the_mean():
    run = train(*GOOD, Settings(trainable_weights=False, initial_weights=(0.0,), learning_rate=0.1, epochs=300))
    assert (run.weights == 0.0).all()
    assert run.bias[-1] == pytest.approx(2.0)


EVERYTHING = [(o, "mean_squared_error", "linear") for o in OPTIMIZERS]
EVERYTHING += [("sgd", loss, activation) for loss in LOSSES for activation in ACTIVATIONS]


@pytest.mark.parametrize("batch_size", [None, 2])
@pytest.mark.parametrize(("optimizer", "loss", "activation"), EVERYTHING)
def test_the_largest_rates_end_in_finite_numbers_and_without_a_warning(optimizer, loss, activation, batch_size):
    for learning_rate in (1e3, 1e100, 1e300):
        way = Settings(optimizer=optimizer, loss=loss, activation=activation, learning_rate=learning_rate)
        run = train(GOOD[0], GOOD[1] / 4, replace(way, epochs=400, batch_size=batch_size))
        assert all(np.isfinite(values).all() for values in (run.weights, run.bias, run.loss))
        assert run.loss.min() >= 0.0
        assert run.diverged == (run.epochs < 400)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_no_epochs_is_the_start_whatever_the_optimizer(optimizer):
    run = train(*GOOD, Settings(optimizer=optimizer, epochs=0, batch_size=2, initial_weights=(2.0,)))
    assert (run.epochs, run.weights.tolist(), run.diverged) == (0, [[2.0]], False)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(("activation", "total"), [("sigmoid", -1000.0), ("tanh", 1000.0), ("relu", -1000.0)])
def test_a_neuron_with_a_slope_of_exactly_0_stays_as_in_keras(activation, total, optimizer):
    """1 / (1 + exp(1000)) is 0 in 64 bits, and so is its slope a (1 - a): the sign that lion takes is 0 as well."""
    settings = Settings(
        optimizer=optimizer,
        activation=activation,
        learning_rate=0.1,
        epochs=3,
        weight_decay=0.0,
        initial_weights=(-1.0,),
    )
    run = train([[-total]], [1.0], settings)
    assert run.weights[:, 0].tolist() == [-1.0] * 4
    assert not run.bias.any()
    assert predict([[-total]], [-1.0], 0.0, activation)[0] == (1.0 if activation == "tanh" else 0.0)


def test_what_happened_cannot_be_changed():
    run = train(*GOOD, Settings())
    for values in (run.weights, run.bias, run.loss):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 0.0


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (lambda: draw("ones", 1.5, 1, stream(0, "weights")), r"^fan_in must be a whole number, got 1.5"),
        (lambda: draw("ones", 1, "2", stream(0, "weights")), r"^fan_out must be a whole number, got '2'"),
        (lambda: draw("ones", 0, 1, stream(0, "weights")), r"^fan_in and fan_out must be at least 1, got 0 and 1"),
        (lambda: draw(["ones"], 1, 1, stream(0, "weights")), r"^initializer must be one of zeros"),
        (lambda: loss_surface(*GOOD, Settings(), [1.0], [1.0], feature=0.5), r"^feature must be a whole number"),
        (lambda: itemise(*GOOD, Settings(), True), r"^epoch must be a whole number, got True"),
        (lambda: outputs(["1"], 1.0, 0.0), r"^x must hold numbers only"),
        (lambda: outputs([[1.0]], 1.0, 0.0), r"^x must have shape \(n,\)"),
        (lambda: Standardizer.fit(*GOOD).transform_X([1.0, 2.0]), r"^X must have shape \(n_samples, n_features\)"),
        (lambda: Standardizer.fit(*GOOD).transform_X([[1.0, 2.0]]), r"^X must have 1 columns as in fit, got 2"),
        (lambda: Standardizer.fit(*GOOD).transform_y([[1.0]]), r"^y must have shape \(n_samples,\)"),
        (lambda: least_squares(*GOOD, l2="1"), r"^l2 must be a number, got '1'"),
        (lambda: condition_number([["1"]]), r"^X must hold numbers only"),
    ],
)
def test_what_the_rest_of_the_library_cannot_take_is_refused_by_name(bad, said):
    with pytest.raises(ValueError, match=said):
        bad()


def test_one_number_is_drawn_for_the_shape_of_one_number():
    assert draw("ones", 3, 2, stream(0, "weights"), ()).shape == ()
    assert draw("ones", 3, 2, stream(0, "weights")).shape == (3, 2)


def test_what_leaves_the_range_of_numbers_does_so_without_a_warning():
    assert not bends(second_difference(1e200, 0.0, "linear", 1e150))
    assert Standardizer.fit(GOOD[0], 1e150 * GOOD[1]).inverse_y([1e300]).tolist() == [np.inf]
    assert Standardizer.fit(1e-300 * GOOD[0], 1e150 * GOOD[1]).to_data_units([1.0], 0.0)[0].tolist() == [np.inf]
