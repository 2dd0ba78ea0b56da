"""The built-in data are the published ones, and made-up data are what their recipe says."""

import re
from pathlib import Path

import numpy as np
import pytest

from playground.data import MADE_UP, REAL, TITLES, MadeUp, made_up, real
from playground.data.sources import FOLDER
from playground.learning.memory import SHARED

README = (FOLDER / "README.md").read_text(encoding="utf-8")
ROWS_OF_FILE = {file: int(rows) for file, rows in re.findall(r"^\| (\w+\.csv) \| (\d+) \|", README, re.MULTILINE)}
ANSCOMBE = [name for name in REAL if name.startswith("anscombe")]


def line_by_hand(x, y):
    """Slope and intercept from the sums of the textbook."""
    n = len(x)
    slope = (n * (x * y).sum() - x.sum() * y.sum()) / (n * (x * x).sum() - x.sum() ** 2)
    return slope, (y.sum() - slope * x.sum()) / n


def test_the_readme_lists_every_file():
    assert set(ROWS_OF_FILE) == {path.name for path in FOLDER.glob("*.csv")}
    assert {source.file for source in REAL.values()} == set(ROWS_OF_FILE)


@pytest.mark.parametrize("file", sorted(ROWS_OF_FILE))
def test_a_file_has_as_many_rows_as_the_readme_says(file):
    lines = Path(FOLDER / file).read_text(encoding="utf-8").strip().splitlines()
    assert len(lines) - 1 == ROWS_OF_FILE[file]


@pytest.mark.parametrize("name", list(REAL))
def test_every_row_of_a_data_set_is_read(name):
    data, source = real(name), REAL[name]
    expected = 11 if source.only else ROWS_OF_FILE[source.file]
    assert data.X.shape == (expected, 1)
    assert data.y.shape == (expected,)
    assert np.isfinite(data.X).all()
    assert np.isfinite(data.y).all()


@pytest.mark.parametrize("name", list(REAL))
def test_a_data_set_says_what_it_is_and_who_measured_it(name):
    data = real(name)
    assert f"{len(data.y)} rows" in data.sentence
    if name not in ANSCOMBE:
        assert f"X: {data.feature.name} ({data.feature.unit})" in data.sentence
        assert f"y: {data.label.name} ({data.label.unit})" in data.sentence
    assert re.search(r"\b1\d{3}|20\d{2}\b", data.citation), "a source has a year"


@pytest.mark.parametrize("data", [*(real(name) for name in ANSCOMBE), made_up(MadeUp(n_samples=11))])
def test_data_without_units_say_so(data):
    assert data.sentence == "11 rows of X and y, without units."


def test_cars_have_a_mass_and_miles_per_gallon():
    assert real("cars").sentence == "X: mass (thousand lb), y: fuel economy (mpg), 32 rows."


@pytest.mark.parametrize(
    ("intercept", "line"), [(0.5, "y = 1.5 x + 0.5"), (-2.0, "y = 1.5 x − 2"), (0.0, "y = 1.5 x + 0")]
)
def test_made_up_data_cite_their_line(intercept, line):
    citation = made_up(MadeUp(intercept=intercept, seed=4)).citation
    assert citation == f"drawn at random, seed 4: {line} + noise 0.5"


def test_the_menu_has_the_data_sets_that_were_asked_for_and_made_up_data_last():
    wanted = ["penguins", "faithful", "galton", "cars", *ANSCOMBE, "made_up"]
    assert list(TITLES) == wanted
    assert len(ANSCOMBE) == 4
    assert list(TITLES)[-1] == MADE_UP


@pytest.mark.parametrize("name", ANSCOMBE)
def test_anscombes_four_share_one_line(name):
    data = real(name)
    slope, intercept = line_by_hand(data.X[:, 0], data.y)
    assert slope == pytest.approx(0.5, abs=5e-3)
    assert intercept == pytest.approx(3.0, abs=5e-3)


def test_anscombes_four_are_four():
    assert len({real(name).y.tobytes() for name in ANSCOMBE}) == 4


def test_well_known_lines_are_found():
    """Published: faithful 10.73 min a min and 33.47 (R, lm(waiting ~ eruptions)); cars -5.344 and 37.285 (mpg ~ wt)."""
    for name, slope, intercept in [("faithful", 10.7296, 33.4744), ("cars", -5.3445, 37.2851)]:
        found = line_by_hand(real(name).X[:, 0], real(name).y)
        assert found == pytest.approx((slope, intercept), abs=1e-3)


@pytest.mark.parametrize("name", list(REAL))
def test_data_shared_by_all_sessions_cannot_be_changed(name):
    data = real(name)
    for array in (data.X, data.y):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0.0


def test_the_same_seed_makes_up_the_same_data():
    SHARED.clear()
    first = made_up(MadeUp(seed=7))
    SHARED.clear()
    again = made_up(MadeUp(seed=7))
    assert first is not again
    assert (first.X == again.X).all()
    assert (first.y == again.y).all()
    assert not (first.X == made_up(MadeUp(seed=8)).X).any()


def test_without_noise_made_up_data_lie_on_their_line():
    data = made_up(MadeUp(slope=-2.0, intercept=0.7, noise=0.0))
    assert data.y == pytest.approx(-2.0 * data.X[:, 0] + 0.7, abs=1e-12)


def test_noise_is_the_deviation_from_the_line():
    data = made_up(MadeUp(slope=1.0, intercept=0.0, noise=2.0, n_samples=300, seed=3))
    assert np.std(data.y - data.X[:, 0]) == pytest.approx(2.0, rel=0.15)


def test_more_noise_moves_the_points_and_keeps_their_x():
    calm, loud = made_up(MadeUp(noise=0.1)), made_up(MadeUp(noise=2.0))
    assert (calm.X == loud.X).all()
    assert not (calm.y == loud.y).any()


@pytest.mark.parametrize("n_samples", [2, 300])
def test_made_up_data_have_as_many_rows_as_asked_for(n_samples):
    assert len(made_up(MadeUp(n_samples=n_samples)).y) == n_samples
