"""The settings of a run as a visitor's course writes them."""

import re
from dataclasses import replace
from math import isfinite

from playground.data.sheet import Refusal
from playground.learning.arrays import Array
from playground.learning.settings import Settings
from playground.learning.stability import learning_rate_limit
from playground.lessons.your_numbers.keys import HALF, SUM
from playground.ui.parameters import Values
from playground.ui.typed import typed_number

ALL_ROWS = 0
LARGEST_TYPED = 1e9


def loss_factor(values: Values, n_samples: int) -> float:
    """The loss in the visitor's convention, in means over the rows of a step."""
    rows = min(values["your_batch_size"] or n_samples, n_samples)
    return {HALF: 0.5, SUM: float(rows)}.get(values["your_convention"], 1.0)


def settings_of(values: Values, X: Array, factor: float) -> Settings | Refusal:
    """The settings that do with the mean what the visitor's do with their convention.

    X: in the units trained in, or a few rows with the same products. A sum over m rows is m times their mean, and so is
    its gradient: with the rate r it steps as the mean does with m r. Adaptive optimizers divide the gradient by its
    size, and keep their rate.

    Raises:
        ValueError: a number is outside its range.
    """
    typed: dict[str, float | None] = {}
    for key, name in TYPED.items():
        typed[key] = typed_number(values[key], LARGEST_TYPED)
        if typed[key] is None and values[key].strip():
            return Refusal(f"{name} must be a number, such as 0.01 or 1e-9.")
    start = numbers_of(values["your_start_weights"])
    if start is None or (start and len(start) != X.shape[1]):
        return Refusal(f"The start must be {_counted(X.shape[1])}.")
    is_sgd = values["your_optimizer"] == "sgd"
    settings = Settings(
        optimizer=values["your_optimizer"],
        momentum=typed["your_momentum"] if is_sgd else None,
        nesterov=values["your_nesterov"] if is_sgd else None,
        loss=values["your_loss"],
        activation=values["your_activation"],
        use_bias=values["your_bias"],
        epochs=values["your_epochs"],
        batch_size=None if values["your_batch_size"] == ALL_ROWS else values["your_batch_size"],
        shuffle=values["your_shuffle"],
        initializer=values["your_initializer"],
        seed=values["your_seed"],
        initial_weights=start or None,
        initial_bias=typed["your_start_bias"] or 0.0,
        l1=(typed["your_l1"] or 0.0) / factor,
        l2=(typed["your_l2"] or 0.0) / factor,
    )
    rate = typed["your_learning_rate"]
    if rate is None:
        return replace(settings, learning_rate=values["your_rate_share"] * whole_rate(X, settings))
    return replace(settings, learning_rate=rate * factor if is_sgd else rate)


def whole_rate(X: Array, settings: Settings) -> float:
    """What the slider of the learning rate counts in, so that it moves as well in grams as in standard units.

    For sgd the limit that squared errors of a linear neuron have, also where this run has none: it tells how large the
    features are. Other optimizers step by about their rate whatever the features are: ten times their own default.
    """
    if settings.optimizer != "sgd":
        return 10.0 * replace(settings, learning_rate=None).rate
    alike = replace(settings, loss="mean_squared_error", activation="linear", batch_size=None, learning_rate=None)
    limit = learning_rate_limit(X, alike)
    return limit if limit and isfinite(limit) else 1.0


def numbers_of(text: str) -> tuple[float, ...] | None:
    """The numbers of a typed row, with blanks or semicolons between them; None if one of them is none."""
    cells = [cell for cell in re.split(r"[;\s]+", text.strip()) if cell]
    numbers = [typed_number(cell, LARGEST_TYPED) for cell in cells]
    found = tuple(number for number in numbers if number is not None)
    return found if len(found) == len(cells) else None


def refused_settings(error: ValueError) -> Refusal:
    """Why the core does not train with these settings, by what they are called on the page."""
    name, _, rule = str(error).partition(", got ")[0].partition(" ")
    return Refusal(f"That cannot be trained with: {CALLED.get(name, name)} {rule}.")


CALLED = {
    "learning_rate": "the learning rate",
    "initial_weights": "the start",
    "initial_bias": "the bias at the start",
}
"""What the page calls a field of `Settings`, where it is not its name."""
TYPED = {
    "your_learning_rate": "The learning rate",
    "your_momentum": "The momentum",
    "your_l1": "l1",
    "your_l2": "l2",
    "your_start_bias": "The bias at the start",
}
"""Numbers that are typed, and what they are called."""


def _counted(n_features: int) -> str:
    return "one number" if n_features == 1 else f"{n_features} numbers with blanks or semicolons between them"
