"""Least squares and ridge on tables that are brought, as scikit-learn has them (`tests/golden/closed_form.json`)."""

import json
from pathlib import Path

import numpy as np
import pytest

from playground.figures.numbers import number
from playground.lessons.your_numbers.text_rows import DIGITS
from tests.lessons.your_numbers.brought import ends_at, run_on, screen_of, table

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "closed_form.json").read_text(encoding="utf-8"))
FITS = [fit for fit in GOLDEN["fits"] if np.ndim(fit["coef"]) == 1]


def named(fit):
    return "_".join(
        str(fit[part]) for part in ("dataset", "model", "alpha", "feature_index", "target_index") if part in fit
    )


def columns_of(fit):
    """X, shape (n_samples, n_features), and y of a fit."""
    data = GOLDEN["datasets"][fit["dataset"]]
    X, y = (
        np.array(data["X"] if "X" in data else data["x"], dtype=float),
        np.array(data.get("y", data.get("Y")), dtype=float),
    )
    X = X[:, None] if X.ndim == 1 else X
    if fit.get("feature_index") is not None:
        X = X[:, [fit["feature_index"]]]
    return X, y[:, fit["target_index"]] if y.ndim == 2 else y


def text_of(X, y):
    return table(",".join([*(f"x{i}" for i in range(X.shape[1])), "y"]), *X.T, y)


@pytest.mark.parametrize("fit", FITS, ids=named)
def test_least_squares_of_a_table_that_is_brought(fit):
    X, y = columns_of(fit)
    chosen = {"kind": "a number"} if len(set(y)) > 2 else {}
    l2 = repr(fit["alpha"] / len(y)) if fit["alpha"] else ""
    found = run_on(text_of(X, y), standardise=False, l2=l2, **chosen)
    assert found.run.optimum.weights.tolist() == pytest.approx(fit["coef"], rel=1e-8, abs=1e-9)
    assert found.run.optimum.bias == pytest.approx(fit["intercept"], rel=1e-9)
    assert found.run.optimum.loss == pytest.approx(fit["mse"], rel=1e-9)


@pytest.mark.parametrize("fit", [fit for fit in FITS if not fit["alpha"]], ids=named)
def test_a_long_run_ends_at_least_squares_in_the_datas_own_units(fit):
    X, y = columns_of(fit)
    found = run_on(text_of(X, y), rate_share=0.9, epochs=100_000)
    assert ends_at(found) == pytest.approx([*fit["coef"], fit["intercept"]], rel=1e-6, abs=1e-6)
    assert found.scores.train.r2[-1] == pytest.approx(fit["r2"], rel=1e-9)


@pytest.mark.parametrize("fit", [fit for fit in FITS if not fit["alpha"]], ids=named)
def test_the_table_of_coefficients_shows_what_scikit_learn_finds(fit):
    words = screen_of(text_of(*columns_of(fit))).words["your_coefficients"]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in words.splitlines()]
    at = rows[0].index("least squares")
    shown = [row[at] for row in rows[1:]]
    assert shown == [number(value, DIGITS) for value in [*fit["coef"], fit["intercept"]]]
