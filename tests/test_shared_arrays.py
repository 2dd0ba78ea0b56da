"""What every session shares is read-only: no visitor's run can change another one's."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np
import pytest

from playground.data import MadeUp, made_up, real, standard
from playground.data.tables import table
from playground.learning import OPTIMIZERS, Settings
from playground.lessons.bias import experiment
from playground.lessons.bias.bias_alone import idea as bias_alone
from playground.lessons.bias.moves import idea as moves
from playground.lessons.bias.starts_at_zero import idea as starts_at_zero
from playground.lessons.bias.yes_or_no import idea as yes_or_no
from playground.lessons.dot_product.which_car import idea as which_car
from playground.lessons.playground.model import run_of
from playground.lessons.playground.table import TABLE
from playground.lessons.weights.hundred_starts import idea as hundred_starts
from playground.lessons.weights.one_update import step as one_update
from playground.lessons.weights.raw_or_standardised import idea as raw_or_standardised
from playground.lessons.weights.smaller_rate import idea as smaller_rate
from playground.lessons.weights.twins import model as twins
from playground.lessons.weights.when_weights_change import idea as when_weights_change
from playground.lessons.weights.where_weights_come_from import idea as where_weights_come_from
from playground.ui.state import settled


def arrays(value: Any) -> Iterator[np.ndarray]:
    """All arrays in a value, however deep."""
    if isinstance(value, np.ndarray):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from arrays(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from arrays(part)


CHOSEN = experiment.Experiment(real("cars"), 1.0, 2.0, 0.2, 5)
START = Settings(learning_rate=0.1, initial_weights=(0.6,), initial_bias=0.5, epochs=3, batch_size=4)
SHARED = {
    "real data": lambda: real("cars"),
    "standard units": lambda: standard("cars"),
    "made-up data": lambda: made_up(MadeUp()),
    "table": lambda: table("penguins"),
    "run": lambda: run_of(settled(TABLE, {"dataset": "cars"})),
    "rows": lambda: CHOSEN.rows,
    "pair": lambda: CHOSEN.pair,
    "bias alone": lambda: bias_alone._trained(CHOSEN, 0.5),
    "curve": lambda: moves.curve_of("relu", 1.0, 0.0),
    "random start": lambda: where_weights_come_from._drawn("glorot_normal", 3, 1, 0),
    "hundred starts": lambda: hundred_starts._fallen(real("penguins"), "glorot_uniform", 0, True, "relu"),
    "twins": lambda: twins.twins(0.5),
    "strangers": lambda: twins.strangers(1),
    "falling": lambda: smaller_rate._falling(False),
    "bowls": lambda: raw_or_standardised._bowls_of(real("cars")),
    "changes": lambda: when_weights_change._run(real("cars"), 4),
    "from zero": lambda: starts_at_zero._run(0.5),
    "labels": lambda: yes_or_no._labels("Adelie"),
    "cars compared": lambda: which_car._compared("Valiant", "dot product"),
    "basin": lambda: hundred_starts._basin(real("penguins"), "glorot_uniform", "relu"),
    **{
        f"update, {name}": lambda name=name: one_update._itemised(real("cars"), replace(START, optimizer=name), 2, 1)
        for name in OPTIMIZERS
    },
}


@pytest.mark.parametrize("name", SHARED)
def test_what_sessions_share_cannot_be_written_to(name):
    found = list(arrays(SHARED[name]()))
    assert found
    assert not [array for array in found if array.flags.writeable]
