"""The recorded Keras runs, as data and Settings of this package."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from playground.learning import Settings

FOLDER = Path(__file__).parents[1] / "golden"
LOSS_NAMES = {"mse": "mean_squared_error", "mae": "mean_absolute_error"}


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def settings_of(run: dict[str, Any]) -> Settings:
    name, _, kind = run["optimizer"].partition("_")
    return Settings(
        optimizer=name,
        momentum=0.9 if kind else None,
        nesterov=kind == "nesterov",
        learning_rate=run["learning_rate"],
        epochs=run["epochs"],
        batch_size=run["batch_size"],
        shuffle=run["shuffle"],
        loss=LOSS_NAMES.get(run["loss"], run["loss"]),
        activation=run["activation"] or "linear",
        use_bias=run["use_bias"],
        l1=run["l1"],
        l2=run["l2"],
        initial_weights=run["initial_weights"],
        initial_bias=run["initial_bias"] or 0.0,
    )


def array(values: Any) -> np.ndarray:
    return np.array(values, dtype=float)
