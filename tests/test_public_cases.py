"""What went wrong for others, with its right value (`tests/cases/`): one test a case, except those in NOT_HERE."""

import json
import math
import re
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from playground.data import standard
from playground.learning import (
    Settings,
    Standardizer,
    angle,
    cosine_similarity,
    dot_product,
    learning_rate_limit,
    least_squares,
    predict,
    r2_score,
    regime,
    train,
)
from playground.learning.run import run
from playground.lessons.bias.bias_alone.model import train_bias_alone
from playground.lessons.bias.pair import with_means
from playground.lessons.weights.one_update.model import itemise
from tests.pages.test_playground import words_of

approx = pytest.approx
FOLDER = Path(__file__).parent / "cases"
LINES = (FOLDER / "cases.jsonl").read_text(encoding="utf-8").splitlines()
CASES = {case["id"]: case for case in map(json.loads, LINES)}
OF_TABLES = "it is about a table that is brought: see tests/lessons/your_numbers/test_public_cases.py"
NOT_HERE = {
    "N09": "the case names the points of a thread and does not hold them",
    "N04": OF_TABLES,
    "N22": OF_TABLES,
    "N42": OF_TABLES,
}
HOUSES = np.loadtxt(FOLDER / "houses.csv", delimiter=",", skiprows=1)
"""Area, bedrooms and price of 47 houses, the exercise of Andrew Ng's course that case N35 is about."""
POINTS = np.loadtxt(FOLDER / "points.csv", delimiter=",", skiprows=1)
"""The 100 points of the file that case N02 is about."""
PAGES = Path(__file__).parents[1] / "playground" / "pages"


def column(values):
    return np.array(list(values), dtype=float)[:, None]


def trained(x, y, start=(0.0, 0.0), **chosen):
    """The run from weight and bias `start`, on the whole data set unless a batch size is chosen."""
    settings = Settings(initial_weights=(start[0],), initial_bias=start[1], **chosen)
    return train(column(x), np.array(y, dtype=float), settings)


def limit(x, **chosen):
    return learning_rate_limit(column(x), Settings(**chosen))


def ends_at(history, w, b, rel=1e-11):
    assert (history.weights[-1, 0], history.bias[-1]) == (approx(w, rel=rel), approx(b, rel=rel))


def n01():
    x = np.arange(200.0)
    history = trained(x, 2 * x, learning_rate=0.001, batch_size=1, shuffle=False, epochs=1)
    assert (history.diverged, history.epochs) == (True, 0)
    w = b = 0.0
    for value in x.tolist():
        error = w * value + b - 2 * value
        w, b = w - 0.002 * error * value, b - 0.002 * error
    assert w == approx(3.8627e207, rel=1e-4)
    assert limit(x) == approx(7.556152717e-05, rel=1e-9)
    best = least_squares(column(x), 2 * x)
    assert (best.weights[0], best.bias, best.loss) == (approx(2.0, rel=1e-14), approx(0.0, abs=1e-12), 0.0)


def n02():
    x, y = POINTS.T
    assert limit(x) == approx(4.012964362e-04, rel=1e-9)
    history = trained(x, y, learning_rate=0.0001, epochs=1000)
    ends_at(history, 1.477744085189, 0.088936519937, rel=1e-9)  # the points are given with ten digits
    assert history.loss[-1] == approx(112.6148101161, rel=1e-9)
    assert trained(x, y, learning_rate=0.001, epochs=1000).diverged
    best = least_squares(column(x), y)
    found = best.weights[0], best.bias, best.loss
    assert found == (
        approx(1.322431022755, rel=1e-8),
        approx(7.991020982270, rel=1e-8),
        approx(110.2573834662, rel=1e-9),
    )


def n03():
    x, y = [32, 53, 61, 47, 59], [31, 68, 62, 71, 87]
    assert limit(x) == approx(3.773928119e-04, rel=1e-9)
    assert limit(x) / len(x) == approx(7.547856239e-05, rel=1e-9)
    ends_at(trained(x, y, (0.3, -0.3), learning_rate=5e-6, epochs=1000), 1.277533106637, -0.284433784748)
    assert regime(column(x), Settings(learning_rate=0.05)) == "diverging"
    best = least_squares(column(x), y)
    assert (best.weights[0], best.bias) == (approx(1.418262150221, rel=1e-12), approx(-7.680412371134, rel=1e-12))


def n05():
    x, y = [1, 2, 3, 4, 35], [0, -1, -2, -3, -34]
    assert limit(x) == approx(3.978934230e-03, rel=1e-9)
    assert limit(x) / len(x) == approx(7.957868460e-04, rel=1e-9)
    assert trained(x, y, (0.3, -0.3), learning_rate=0.05, epochs=1000).diverged
    ends_at(trained(x[:4], y[:4], (0.3, -0.3), learning_rate=0.04, epochs=1000), -0.999996889381, 0.999990854401)


def n06():
    x = np.arange(100.0)
    assert limit(x) == approx(3.044838639e-04, rel=1e-9)
    assert trained(x, 0.1 * x + 0.3, learning_rate=0.5, epochs=1000).diverged
    ends_at(trained(x, 0.1 * x + 0.3, learning_rate=1e-4, epochs=40_000), 0.100591059149, 0.260796105940)


def n07():
    x = np.arange(400.0)
    assert limit(x) == approx(1.882025280e-05, rel=1e-9)
    ends_at(trained(x, 4 * x + 3, (0.5, 0.5), learning_rate=1e-5, epochs=100), 4.009332618667, 0.514424300486)
    z = Standardizer.fit(column(x), x).transform_X(column(x))[:, 0]
    ends_at(trained(z, 4 * z + 3, (0.5, 0.5), learning_rate=0.05, epochs=100), 3.999907035104, 2.999933596502)


def n10():
    x = np.arange(1.0, 101.0)
    ends_at(trained(x, 0.75 * x + 5, (1, 1), learning_rate=5e-6, epochs=2000), 0.809454731308, 1.016822875158)
    ends_at(trained(x, 0.75 * x + 5, (1, 1), learning_rate=5e-5, epochs=200_000), 0.750434222925, 4.970909181095)


def n11():
    settings = Settings(initial_weights=(2.0,), initial_bias=2.0, epochs=1)
    update = itemise(column([1, 5, 6]), [0.0, 16.0, 20.0], settings, 1)
    assert 3 * update.loss == approx(68.0)
    assert (3 * update.gradient).tolist() == approx([-104.0, -12.0])
    assert update.shares[:, 0].tolist() == approx([8 / 3, -40 / 3, -24.0])
    assert limit([1, 5, 6]) == approx(0.046622009, rel=1e-7)
    assert limit([1, 5, 6]) / 3 == approx(0.015540670, rel=1e-7)
    best = least_squares(column([1, 5, 6]), [0.0, 16.0, 20.0])
    assert (best.weights[0], best.bias) == (approx(4.0), approx(-4.0))


def n12():
    x = [12.4956442, 21.5007972, 31.5527382, 48.9145838, 57.5088733]
    y = [37.4013816, 36.1473236, 45.7655287, 46.6793434, 59.5585554]
    gradient = itemise(column(x), y, Settings(initial_weights=(0.7,), initial_bias=2.0), 1).gradient
    assert (gradient / 2).tolist() == approx([-586.668755636, -19.034257402], rel=1e-11)


def n13():
    x = np.arange(50.0, 100.0, 10.0)
    assert limit(x) == approx(1.960414990e-04, rel=1e-9)
    ends_at(trained(x, 3 * x, learning_rate=0.001, epochs=100), -7.326427288635e96, -1.005595790146e95)
    best = least_squares(column(x), 3 * x)
    assert (best.weights[0], best.bias) == (approx(3.0), approx(0.0, abs=1e-11))


def n15():
    v = np.array([-1.5, -0.5, 0.25, 1.0, 2.0])
    X, y = np.column_stack([np.ones(5), v]), 10 + 7 * v
    history = train(X, y, Settings(initial_weights=(0.0, 0.0), learning_rate=0.1, epochs=3000))
    assert [*history.weights[-1], history.bias[-1]] == approx([5.0, 7.0, 5.0], rel=1e-9)
    best = least_squares(X, y)
    assert [*best.weights, best.bias] == approx([0.0, 7.0, 10.0], abs=1e-12)


def n16():
    constant = np.full((1000, 1), 14.62)
    standardizer = Standardizer.fit(constant, constant[:, 0])
    assert standardizer.X_scale.tolist() == [1.0]
    assert not standardizer.transform_X(constant).any()
    X = np.array([[0, 1, 3], [1, 2, 1], [2, 3, 2], [5, 5, 5]], dtype=float).T
    standard_X = Standardizer.fit(X, X[:, 0]).transform_X(X)
    assert not standard_X[:, 3].any()
    assert standard_X[:, :3].std(axis=0) == approx([1.0, 1.0, 1.0])


def n17():
    x, y = column([0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2]), np.array([1.0, 2.0, 3.0, 4.0])
    standardizer = Standardizer.fit(x, y)
    assert standardizer.X_scale.tolist() == [1.0]
    assert np.abs(standardizer.transform_X(x)).max() < 1e-15
    done = run(x, y, Settings(epochs=50, learning_rate=0.1))
    assert done.history.loss.tolist() == approx([1.0] * 51)
    assert done.best.loss == approx(1.0)


def n19():
    vectors = [np.array([10.0, 2.0]), np.arange(84.0), *np.random.default_rng(0).normal(size=(500, 5))]
    for a in vectors:
        for b in (a, 3.7 * a):
            assert cosine_similarity(a, b) == 1.0
            assert angle(a, b) == 0.0


def n20():
    assert angle((0, 0), (1, 2)) is cosine_similarity((0, 0), (1, 2)) is None
    assert dot_product((0, 0), (1, 2)) == 0.0


def n21():
    a, b, c = (4, 1), (1, 2), (0.5, 1.5)
    assert (dot_product(a, b), dot_product(b, c)) == (6.0, 3.5)
    assert (cosine_similarity(a, b), cosine_similarity(b, c)) == (
        approx(0.650791, abs=5e-7),
        approx(0.989949, abs=5e-7),
    )


def n23():
    X, y = standard("penguins")
    history = trained(X[:, 0], y, (-1.5, 1.0), learning_rate=1.5, epochs=200)
    slope = float(np.corrcoef(X[:, 0], y)[0, 1])
    assert history.loss[-1] == approx(1 - slope**2 + ((1.5 + slope) ** 2 + 1) * 4.0**200, rel=1e-9)
    assert history.loss[-1] == approx(1.71e121, rel=3e-3)
    assert not history.diverged
    assert regime(X, Settings(learning_rate=1.5)) == "diverging"


def n24():
    rows = with_means(*standard("penguins"), 1.0, 2.0)
    alone = train_bias_alone(*rows, 1.0, Settings(learning_rate=0.2, epochs=50))
    assert alone.step(0).gradient == approx(-2.0)
    assert alone.run.history.bias[[1, 50]].tolist() == approx([0.4, 1.0], rel=1e-9)
    assert alone.run.history.loss[-1] == approx(0.258, abs=5e-4)


def n25():
    x = np.arange(-1.0, 6.0)
    history = trained(x, 2 * x - 1, (0.5, 0.0), optimizer="adam", learning_rate=0.001, epochs=500)
    ends_at(history, 0.940436488868, 0.400207902491)


def n26():
    x = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
    y = -1 / (np.exp(10 * x) + 1)
    history = trained(x, y, (0.5, 0.0), optimizer="adam", learning_rate=0.01, epochs=2000, activation="sigmoid")
    ends_at(history, 1.796534574726, -4.712876633746)
    assert history.loss[-1] == approx(0.451842993186, rel=1e-11)
    assert history.loss.min() > np.mean(y**2) == approx(0.447322619009, rel=1e-11)


def n27():
    X, y = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 1.0, 1.0, 0.0]
    way = Settings(activation="sigmoid", loss="binary_crossentropy", learning_rate=0.5, epochs=5000)
    history = train(X, y, Settings(**{**vars(way), "initial_weights": (0.8, -0.6)}))
    assert [*history.weights[-1], history.bias[-1]] == approx([0.0, 0.0, 0.0], abs=1e-9)
    assert history.loss[-1] == approx(math.log(2.0), rel=1e-11)


def n28():
    way = {"activation": "sigmoid", "loss": "binary_crossentropy", "learning_rate": 5.0, "epochs": 500}
    history = trained([-20, -10, 10, 20], [0, 0, 1, 1], **way)
    assert not history.diverged
    assert history.loss[-1] == approx(1.0000000494736474e-07, rel=1e-12)


def n29():
    X, y = [[0.0, 1.0], [0.0, 1.0], [1.0, 0.0], [1.0, 0.0]], [0.0, 0.0, 1.0, 1.0]
    way = {"activation": "sigmoid", "use_bias": False, "learning_rate": 2.0, "epochs": 10_000}
    history = train(X, y, Settings(initial_weights=(0.3, -0.2), **way))
    assert history.weights[-1].tolist() == approx([5.283258694883, -5.283236893610], rel=1e-11)
    zero, one = predict([[0.0, 0.0], [1.0, 1.0]], history.weights[-1], 0.0, "sigmoid")
    assert (zero, one) == (0.5, approx(0.500005450318, rel=1e-11))


def n30():
    x = np.arange(-1.0, 6.0)
    way = {"activation": "relu", "optimizer": "adam", "learning_rate": 0.001, "epochs": 500}
    history = trained(x, 2 * x - 1, (-0.5, -1.0), **way)
    assert set(history.weights[:, 0]) == {-0.5}
    assert set(history.bias) == {-1.0}
    assert set(history.loss) == {25.0}


def n35():
    X, price = HOUSES[:, :2], HOUSES[:, 2]
    best = least_squares(X, price)
    assert [best.bias, *best.weights] == approx([89597.909542798, 139.210674018, -8738.019112328], rel=1e-10)
    assert predict([[1650.0, 3.0]], best.weights, best.bias)[0] == approx(293081.464334896, rel=1e-12)
    mean, scale = X.mean(axis=0), X.std(axis=0, ddof=1)
    history = train((X - mean) / scale, price, Settings(initial_weights=(0.0, 0.0), learning_rate=0.005, epochs=400))
    theta = [history.bias[-1], *history.weights[-1]]
    assert theta == approx([334302.063993, 100087.116006, 3673.548451], rel=1e-9)
    house = (np.array([[1650.0, 3.0]]) - mean) / scale
    assert predict(house, history.weights[-1], history.bias[-1])[0] == approx(289314.620338, rel=1e-11)


def n36():
    X, y = np.array([[1.0], [2.0], [3.0]]), np.array([[1.0], [2.0], [3.0]])
    for refused in (
        lambda: train(X, y, Settings()),
        lambda: least_squares(X, y),
        lambda: Standardizer.fit(X, y),
        lambda: Standardizer.fit(X, y[:, 0]).transform_y(y),
        lambda: r2_score(y[:, 0], y),
        lambda: r2_score(y, y[:, 0]),
    ):
        with pytest.raises(ValueError, match=r"must have shape \(n_samples,\), got shape \(3, 1\)"):
            refused()


def n37():
    x = (np.arange(20) + 0.5) / 20
    once, twice = limit(x, use_bias=False), limit(np.repeat(x, 2), use_bias=False)
    assert (once, twice) == (approx(3.00187617, rel=1e-8), approx(3.00187617, rel=1e-8))
    assert (once / 20, twice / 40) == (approx(0.15009381, rel=1e-7), approx(0.07504690, rel=1e-7))


def n39():
    best = least_squares(column(range(1, 6)), [2.2, 3.8, 6.1, 8.3, 9.6], l2=0.1)
    assert (best.weights[0], best.bias) == (approx(1.838095238095, rel=1e-12), approx(0.485714285714, rel=1e-11))


def n40():
    losses = trained(range(4), [1, 3, 5, 7], learning_rate=0.05, epochs=3).loss
    assert losses.tolist() == approx([21.0, 7.05875, 2.373021875, 0.798102828125], rel=1e-12)
    settings = Settings(initial_weights=(0.0,), learning_rate=0.1, batch_size=2, shuffle=False, epochs=1)
    rows = column([1, 2, 3]), [2.0, 4.0, 7.0]
    assert train(*rows, settings).loss[-1] == approx(9.410666667, rel=1e-9)
    batches = [itemise(*rows, settings, 1, batch) for batch in (0, 1)]
    assert sum(len(batch.rows) * batch.loss for batch in batches) / 3 == approx(10.52)


def n41():
    link = {"dot_product_idea": "many numbers", "guess_many": "yes", "u": "1,1", "v": "2,2"}
    at = opened("dot_product", **link)
    typed = {0: {"u": "0,5", "v": "−2,5"}, 1: {"u": "1,000"}}
    at.session_state["numbers_table_0"] = {"edited_rows": typed, "added_rows": [], "deleted_rows": []}
    said = words_of(at.run()).replace("*", "")
    assert "u · v = −1.25 = −1.25" in said  # 0.5 × (−2.5)
    assert "Row 2: only one of two cells has a number, so it does not count. Write numbers like −0.25." in said
    assert at.query_params["u"] == ["0.5"] or at.query_params["u"] == "0.5"

    at = opened("weights", weights_idea="one update", guess_update="down", part="update", hidden="product")
    assert "What is w × x of the first row?" in words_of(at)
    at.text_input("answer").set_value("−0,5")
    assert re.search(r"✗ −0\.5 is too (low|high)", words_of(at.run()))
    at.text_input("answer").set_value("1,000")
    assert "That is not a number. Write it like −0.25." in words_of(at.run())


def opened(page, **link):
    """That page for a visitor who comes with that link."""
    at = AppTest.from_file(PAGES / f"{page}.py", default_timeout=30)
    for name, value in link.items():
        at.query_params[name] = value
    return at.run()


TESTS = {name.upper(): test for name, test in dict(globals()).items() if name[0] == "n" and name[1:].isdigit()}


@pytest.mark.parametrize("case", TESTS)
def test_the_right_value_of_a_public_case(case):
    assert case in CASES
    TESTS[case]()


def test_every_public_case_is_tested_or_has_a_reason_why_not():
    assert set(TESTS) == set(CASES) - set(NOT_HERE)
    assert set(NOT_HERE) <= set(CASES)
