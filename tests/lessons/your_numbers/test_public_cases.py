"""What went wrong for others (`tests/cases/`), brought to the page as a table, each with its right value."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from playground.data.sheet import Question, Refusal
from playground.learning.stability import Regime
from tests.lessons.your_numbers.brought import brought, ends_at, run_on, screen_of, table

approx = pytest.approx
FOLDER = Path(__file__).parents[2] / "cases"
IDS = [json.loads(line)["id"] for line in (FOLDER / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
HOUSES = (FOLDER / "houses.csv").read_text(encoding="utf-8")
RAW = {"standardise": False}


def xy(x, y, **chosen):
    return run_on(table("x,y", x, y), **{**RAW, **chosen})


def start(w, b):
    return {"start_weights": f"{w}", "start_bias": f"{b}"}


def n01():
    x = np.arange(200.0)
    once = xy(x, 2 * x, learning_rate="0.001", batch_size=1, shuffle=False, epochs=1)
    assert (once.run.history.diverged, once.run.last_epoch) == (True, 0)
    assert xy(x, 2 * x).run.limit == approx(7.556152717e-05, rel=1e-9)
    assert [*xy(x, 2 * x).best.weights, xy(x, 2 * x).best.bias] == approx([2.0, 0.0], abs=1e-12)


def n03():
    x, y = [32, 53, 61, 47, 59], [31, 68, 62, 71, 87]
    found = xy(x, y, **start(0.3, -0.3), convention="sum", learning_rate="1e-6", epochs=1000)
    assert ends_at(found) == approx([1.277533106637, -0.284433784748], rel=1e-11)
    assert found.run.limit / found.factor == approx(7.547856239e-05, rel=1e-9)
    assert [*found.best.weights, found.best.bias] == approx([1.418262150221, -7.680412371134], rel=1e-11)
    assert xy(x, y, convention="sum", learning_rate="0.01").run.regime is Regime.DIVERGING


def n04():
    screen = screen_of("power,mpg\n130,18\n165,15\n150,18\nmissing,25\n95,24")
    assert "1 row has a gap and is left out: line 5." in screen.words["your_reading"]
    assert len(run_on("power,mpg\n130,18\n165,15\n150,18\n,25\n95,24").chosen.y) == 4


def n05():
    x, y = [1, 2, 3, 4, 35], [0, -1, -2, -3, -34]
    found = xy(x, y, **start(0.3, -0.3), convention="sum", learning_rate="0.01", epochs=1000)
    assert found.run.history.diverged
    assert found.run.limit == approx(3.978934230e-03, rel=1e-9)
    few = xy(x[:4], y[:4], **start(0.3, -0.3), learning_rate="0.04", epochs=1000)
    assert ends_at(few) == approx([-0.999996889381, 0.999990854401], rel=1e-11)


def n06():
    x = np.arange(100.0)
    found = xy(x, 0.1 * x + 0.3, learning_rate="0.0001", epochs=40_000)
    assert ends_at(found) == approx([0.100591059149, 0.260796105940], rel=1e-10)
    assert found.run.limit == approx(3.044838639e-04, rel=1e-9)
    assert xy(x, 0.1 * x + 0.3, learning_rate="0.5", epochs=1000).run.history.diverged


def n07():
    x = np.arange(400.0)
    found = xy(x, 4 * x + 3, **start(0.5, 0.5), learning_rate="1e-5", epochs=100)
    assert ends_at(found) == approx([4.009332618667, 0.514424300486], rel=1e-11)


def n10():
    x = np.arange(1.0, 101.0)
    half = {"convention": "half the mean", **start(1, 1)}
    found = xy(x, 0.75 * x + 5, **half, learning_rate="1e-5", epochs=2000)
    assert ends_at(found) == approx([0.809454731308, 1.016822875158], rel=1e-11)


def n11():
    found = xy([1, 5, 6], [0, 16, 20], **start(2, 2), convention="sum", learning_rate="0.05", epochs=1)
    assert found.run.history.loss[0] * found.factor == approx(68.0)
    assert found.run.limit / found.factor == approx(0.015540670, rel=1e-7)
    assert ends_at(found) == approx([2 + 0.05 * 104, 2 + 0.05 * 12])  # the gradient of the sum is (-104, -12)
    assert [*found.best.weights, found.best.bias] == approx([4.0, -4.0])


def n13():
    x = np.arange(50.0, 100.0, 10.0)
    found = xy(x, 3 * x, learning_rate="0.001", epochs=100)
    assert ends_at(found) == approx([-7.326427288635e96, -1.005595790146e95], rel=1e-9)
    assert found.run.limit == approx(1.960414990e-04, rel=1e-9)
    words = screen_of(table("x,y", x, 3 * x), **RAW, learning_rate="0.001", epochs=100).words["your_readout"]
    assert "grows without end" in words
    assert "nan" not in words


def n15():
    v = np.array([-1.5, -0.5, 0.25, 1.0, 2.0])
    found = run_on(table("one,v,y", np.ones(5), v, 10 + 7 * v), **RAW, learning_rate="0.1", epochs=3000)
    assert ends_at(found) == approx([5.0, 7.0, 5.0], rel=1e-9)
    assert [*found.best.weights, found.best.bias] == approx([0.0, 7.0, 10.0], abs=1e-12)
    assert found.chosen.constant == ("one",)


def n16():
    found = run_on(table("a,b,c,y", (0, 1, 2, 5), (1, 2, 3, 5), (14.62,) * 4, (1, 2, 2, 5)))
    assert found.chosen.constant == ("c",)
    assert found.run.task.X_trained[:, 2].tolist() == [0.0] * 4


def n17():
    found = run_on("x,y\n0.3,1\n0.30000000000000004,2\n0.3,3\n0.30000000000000004,4")
    assert found.chosen.constant == ("x",)
    assert found.run.history.loss[-1] == 1.0


def n22():
    found = run_on("x,y\n1,3\n2,5\n4,9", learning_rate="0.5", epochs=50)
    assert ends_at(found) == approx([2.0, 1.0], rel=1e-12)
    assert found.run.history.loss[-1] == approx(0.0, abs=1e-20)
    assert "y = 2.000 · x + 1.000" in screen_of("x,y\n1,3\n2,5\n4,9").words["your_readout"]


def n25():
    x = np.arange(-1.0, 6.0)
    way = {"optimizer": "adam", "learning_rate": "0.001", "epochs": 500, **start(0.5, 0)}
    assert ends_at(xy(x, 2 * x - 1, **way)) == approx([0.940436488868, 0.400207902491], rel=1e-11)
    assert xy(x, 2 * x - 1, **way, batch_size=10).run.settings.batch_size == 10


def n26():
    x = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
    way = {"optimizer": "adam", "learning_rate": "0.01", "epochs": 2000, "activation": "sigmoid", **start(0.5, 0)}
    found = xy(x, -1 / (np.exp(10 * x) + 1), **way)
    assert ends_at(found) == approx([1.796534574726, -4.712876633746], rel=1e-11)
    assert found.run.history.loss[-1] == approx(0.451842993186, rel=1e-11)


def n27():
    xor = "x1,x2,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0"
    way = {**RAW, "learning_rate": "0.5", "epochs": 5000, "start_weights": "0.8 −0.6"}
    found = run_on(xor, **way)
    assert found.yes_or_no
    assert ends_at(found) == approx([0.0, 0.0, 0.0], abs=1e-9)
    assert found.run.history.loss[-1] == approx(math.log(2.0), rel=1e-11)
    assert "no straight line parts these rows" in screen_of(xor, **way).words["your_boundary"]


def n28():
    found = xy([-20, -10, 10, 20], [0, 0, 1, 1], learning_rate="5", epochs=500)
    assert found.run.history.loss[-1] == approx(1.0000000494736474e-07, rel=1e-12)


def n29():
    rows = table("a,b,y", (0, 0, 1, 1), (1, 1, 0, 0), (0, 0, 1, 1))
    way = {"loss": "mean_squared_error", "bias": False, "learning_rate": "2", "epochs": 10_000}
    found = run_on(rows, **RAW, **way, start_weights="0.3; -0.2")
    assert ends_at(found)[:2] == approx([5.283258694883, -5.283236893610], rel=1e-11)
    last = found.run.last_epoch
    assert found.outputs(np.array([[0.0, 0.0], [1.0, 1.0]]), last).tolist() == [0.5, approx(0.500005450318, rel=1e-11)]


def n30():
    x = np.arange(-1.0, 6.0)
    way = {"activation": "relu", "optimizer": "adam", "learning_rate": "0.001", "epochs": 500, **start(-0.5, -1)}
    found = xy(x, 2 * x - 1, **way)
    assert set(found.run.history.weights[:, 0]) == {-0.5}
    assert set(found.run.history.loss) == {25.0}


def n35():
    found = run_on(HOUSES, learning_rate="0.5", epochs=2000)
    theta = [89597.909542798, 139.210674018, -8738.019112328]
    assert [found.best.bias, *found.best.weights] == approx(theta, rel=1e-10)
    assert ends_at(found) == approx([*theta[1:], theta[0]], rel=1e-9)
    price = found.outputs(np.array([[1650.0, 3.0]]), found.run.last_epoch)[0]
    assert price == approx(293081.464334896, rel=1e-10)
    screen = screen_of(HOUSES, learning_rate="0.5", epochs=2000, x1="1650", x2="3")
    assert "= **293081**" in screen.words["your_prediction"]
    assert "| area | 139.211 | 139.211 |" in screen.words["your_coefficients"]


def n37():
    x = (np.arange(20) + 0.5) / 20
    for times, of_sum in ((1, 0.15009381), (2, 0.07504690)):
        found = xy(np.repeat(x, times), np.repeat(x, times), bias=False, convention="sum")
        assert found.run.limit == approx(3.00187617, rel=1e-8)
        assert found.run.limit / found.factor == approx(of_sum, rel=1e-7)


def n39():
    found = xy(range(1, 6), [2.2, 3.8, 6.1, 8.3, 9.6], l2="0.1", learning_rate="0.04", epochs=5000)
    assert [*found.run.optimum.weights, found.run.optimum.bias] == approx([1.838095238095, 0.485714285714], rel=1e-11)
    assert ends_at(found) == approx([1.838095238095, 0.485714285714], rel=1e-9)


def n40():
    found = xy(range(4), [1, 3, 5, 7], learning_rate="0.05", epochs=3)
    assert found.run.history.loss.tolist() == approx([21.0, 7.05875, 2.373021875, 0.798102828125], rel=1e-12)
    batches = xy([1, 2, 3], [2, 4, 7], batch_size=2, shuffle=False, learning_rate="0.1", epochs=1)
    assert batches.run.history.loss[-1] == approx(9.410666667, rel=1e-9)


def n41():
    text = "u;v\n0,5;1\n1,000;2\n3;−2,5"
    notebook, values = brought(text)
    assert notebook.reading(values) == Question("1,000", 3, "u")
    notebook, values = brought(text, decimal_mark="comma")
    sheet = notebook.reading(values)
    assert [column.numbers.tolist() for column in sheet.columns] == [[0.5, 1.0, 3.0], [1.0, 2.0, -2.5]]
    found = run_on("u;v\n0,5;1\n1,5;2\n3;4", x1="−0,5")
    assert found.names == ("u",)
    assert "× (−0.5)" in screen_of("u;v\n0,5;1\n1,5;2\n3;4", x1="−0,5").words["your_prediction"]
    assert "×" not in screen_of("u;v\n0,5;1\n1,5;2\n3;4", x1="1,000").words["your_prediction"]


def n42():
    text = 'size,price\n"1,200","4,200"\n"7,000","9,500"\n5,0'
    notebook, values = brought(text)
    assert notebook.reading(values) == Question("1,200", 2, "size")
    assert "does **1,200** mean **1200**" in screen_of(text).words["your_reading"]
    found = run_on(text, decimal_mark="point")
    assert (found.chosen.X[:, 0].tolist(), found.chosen.y.tolist()) == ([1200, 7000, 5], [4200, 9500, 0])
    notebook, values = brought(text, decimal_mark="comma")
    assert not isinstance(notebook.reading(values), (Question, Refusal))  # the visitor says so


TESTS = {name.upper(): test for name, test in dict(globals()).items() if name[0] == "n" and name[1:].isdigit()}


@pytest.mark.parametrize("case", TESTS)
def test_the_right_value_of_a_public_case_on_the_page(case):
    assert case in IDS
    TESTS[case]()
