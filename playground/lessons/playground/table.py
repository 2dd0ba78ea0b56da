"""The Playground's table of state."""

from collections.abc import Hashable

from playground.data import MADE_UP, REAL
from playground.data.own import OWN
from playground.learning import OPTIMIZERS
from playground.lessons.playground.model import (
    ALL_ROWS,
    BATCH_SIZES,
    batch_size_name,
    batch_sizes_of,
    data_of,
    ranges_of,
    rows_of,
    units_of_line,
    units_of_rate,
)
from playground.ui.board import UNIT, A, B
from playground.ui.numeric import Number, Shown, Whole
from playground.ui.own_rows import DataChoice, OwnRows
from playground.ui.parameters import Choice, Parameter, Switch, Values

MOST_EPOCHS = 200

BROUGHT = OwnRows(key="own")

TRAINING: tuple[Parameter, ...] = (
    DataChoice(key="dataset", start="penguins", options=(*REAL, MADE_UP, OWN), rows=BROUGHT.key),
    Switch(key="standardise", start=True),
    Choice(key="optimizer", start="sgd", options=tuple(OPTIMIZERS)),
    Choice(key="batch_size", start=ALL_ROWS, options=BATCH_SIZES, offered=batch_sizes_of, named=batch_size_name),
    Whole(key="seed", start=0, low=0, high=9999),
    Number(key="slope", start=1.5, low=-3.0, high=3.0, step=0.1),
    Number(key="intercept", start=0.5, low=-3.0, high=3.0, step=0.1),
    Number(key="noise", start=0.5, low=0.0, high=3.0, step=0.1),
    Whole(key="n_samples", start=60, low=2, high=300),
    Number(key="weight", reach=lambda values: ranges_of(values).weight, units=units_of_line),
    Number(key="bias", reach=lambda values: ranges_of(values).bias, units=units_of_line),
    Number(key="learning_rate", reach=lambda values: ranges_of(values).learning_rate, units=units_of_rate),
    Whole(key="epochs", start=50, low=1, high=MOST_EPOCHS),
    Whole(key="times_drawn", start=0, high=10_000, linked=False),
)
"""What the training is made of."""


def _rows(values: Values) -> Hashable:
    return data_of(values).name, values["dataset"], values["n_samples"], values["seed"]


LOOK: tuple[Parameter, ...] = (
    Switch(key="log_loss"),
    Switch(key="best"),
    Switch(key="bowl"),
    Switch(key="squares"),
    Whole(key="sample", reach=rows_of, units=_rows),
    Shown(units=lambda values: (_rows(values), *(values[row.key] for row in TRAINING if row.key != "times_drawn"))),
)
"""What is shown of it; another training starts at epoch 0."""

VECTORS: tuple[Parameter, ...] = (UNIT, A, B)
"""What is on the board."""

TABLE = (BROUGHT, *TRAINING, *LOOK, *VECTORS)
