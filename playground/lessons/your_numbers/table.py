"""The page's table of state. What can be chosen follows from the table that a visitor brought."""

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from playground.data.choosing import Chosen
from playground.data.reading import MOST_COLUMNS, MOST_ROWS
from playground.data.sheet import DELIMITERS, ENCODINGS
from playground.learning import ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS
from playground.lessons.your_numbers.epochs import MOST_EPOCHS, most_epochs
from playground.lessons.your_numbers.keys import (
    ABOVE,
    AGAINST,
    AUTO,
    CONVENTIONS,
    MEAN,
    NUMBER,
    OF_RUN,
    PASTED,
    UPLOADED,
    YES_OR_NO,
)
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.settings import ALL_ROWS
from playground.lessons.your_numbers.titles import LONGEST_TITLE, LONGEST_UNIT, Title, title_key, unit_key, written_in
from playground.ui.parameters import Choice, Number, Parameter, Shown, Switch, TypedNumber, Values, Whole
from playground.ui.ranges import Range
from playground.ui.some import Some
from playground.ui.state import Table
from playground.ui.texts import PackedText, Text

BATCH_SIZES = (ALL_ROWS, 1, 2, 4, 8, 10, 16, 32, 64, 128, 256)
FIRST_EPOCHS = 200


@dataclass(frozen=True, kw_only=True)
class Fitting(Choice):
    """A choice that starts with what fits the rows above."""

    fits: Callable[[Values], Any]

    def start_of(self, values: Values) -> Any:
        return self.fits(values)


def table_of(notebook: Notebook) -> Table:
    """The rows for one visitor."""
    return (*_of_table(), *_of_columns(notebook), *_of_titles(notebook), *_of_run(notebook), *_of_rows(notebook))


def first_line(values: Values) -> Hashable:
    """What tells one table from another while its rows are corrected."""
    return values["your_file"], values["your_table"].lstrip().partition("\n")[0]


def _of_table() -> tuple[Parameter, ...]:
    return (
        PackedText(key="your_table"),
        Switch(key="your_cells", linked=False),
        Text(key="your_file", linked=False),
        Choice(key="your_brought", start=PASTED, options=(PASTED, UPLOADED)),
        Choice(key="your_encoding", start=AUTO, options=(AUTO, *ENCODINGS), units=first_line),
        Choice(key="your_delimiter", start=AUTO, options=(AUTO, *DELIMITERS), units=first_line),
        # What a comma means in one table says nothing of another one.
        Choice(
            key="your_decimal_mark",
            start=AUTO,
            options=(AUTO, "point", "comma"),
            units=lambda values: (values["your_file"], values["your_table"]),
        ),
        Choice(key="your_header", start=AUTO, options=(AUTO, "names", "numbers"), units=first_line),
    )


def _of_columns(notebook: Notebook) -> tuple[Parameter, ...]:
    def of_label(values: Values) -> Hashable:
        return notebook.names(values), values["your_label"]

    return (
        Fitting(
            key="your_label",
            options=range(MOST_COLUMNS),
            offered=notebook.usable,
            fits=notebook.first_label,
            units=notebook.names,
        ),
        Some(
            key="your_features",
            offered=notebook.features,
            fits=notebook.first_features,
            units=of_label,
        ),
        Fitting(
            key="your_kind",
            options=(NUMBER, YES_OR_NO),
            offered=notebook.kinds,
            fits=lambda values: notebook.kinds(values)[0],
            units=of_label,
        ),
        Switch(key="your_swapped", units=of_label),
    )


def _of_titles(notebook: Notebook) -> Iterator[Parameter]:
    """A title and a unit for each column that there may be."""

    def written(position: int, part: int) -> Callable[[Values], str]:
        def fits(values: Values) -> str:
            column = notebook.column(values, position)
            return written_in(column)[part] if column else ""

        return fits

    for i in range(MOST_COLUMNS):
        yield Title(key=title_key(i), longest=LONGEST_TITLE, fits=written(i, 0), units=notebook.names)
        yield Title(key=unit_key(i), longest=LONGEST_UNIT, fits=written(i, 1), units=notebook.names, may_be_empty=True)


def _of_run(notebook: Notebook) -> tuple[Parameter, ...]:
    return (
        Switch(key="your_standardise", start=True),
        Choice(key="your_test", start=0, options=(0, 10, 20, 30, 40, 50), named=lambda share: f"{share} %"),
        Whole(key="your_seed", start=0, low=0, high=9999),
        Choice(key="your_optimizer", start="sgd", options=tuple(OPTIMIZERS)),
        Fitting(
            key="your_activation",
            options=tuple(ACTIVATIONS),
            fits=lambda values: "sigmoid" if values["your_kind"] == YES_OR_NO else "linear",
            units=_kind,
        ),
        Fitting(
            key="your_loss",
            options=tuple(LOSSES),
            offered=lambda values: _losses(notebook, values),
            fits=lambda values: "binary_crossentropy" if _is_sigmoid_of_yes_or_no(values) else "mean_squared_error",
            units=_kind,
        ),
        Choice(key="your_convention", start=MEAN, options=CONVENTIONS),
        Number(key="your_rate_share", start=0.1, low=0.02, high=1.5, step=0.02),
        TypedNumber(
            key="your_learning_rate",
            units=lambda values: (values["your_standardise"], values["your_optimizer"], values["your_convention"]),
        ),
        TypedNumber(key="your_momentum"),
        Switch(key="your_nesterov"),
        Switch(key="your_bias", start=True),
        TypedNumber(key="your_l1"),
        TypedNumber(key="your_l2"),
        Choice(
            key="your_batch_size",
            start=ALL_ROWS,
            options=BATCH_SIZES,
            named=lambda size: "all rows" if size == ALL_ROWS else str(size),
        ),
        Switch(key="your_shuffle", start=True),
        Choice(key="your_initializer", start="zeros", options=tuple(INITIALIZERS)),
        Text(key="your_start_weights", units=lambda values: values["your_features"]),
        TypedNumber(key="your_start_bias"),
        Whole(key="your_epochs", reach=lambda values: Range(1, _most_epochs(notebook, values), 1, FIRST_EPOCHS)),
        Switch(key="your_log_loss"),
        Choice(key="your_view", start=AGAINST, options=(AGAINST, ABOVE), offered=views, units=_kind),
    )


def _of_rows(notebook: Notebook) -> tuple[Parameter, ...]:
    def of_features(values: Values) -> Hashable:
        return notebook.names(values), values["your_features"]

    shown = Shown(start=MOST_EPOCHS, units=lambda values: tuple(values[key] for key in OF_RUN))
    row = Whole(key="your_row", reach=lambda values: Range(1, _n_samples(notebook, values), 1, 1), units=of_features)
    return (shown, row, *(TypedNumber(key=x_key(i), units=of_features) for i in range(MOST_COLUMNS)))


_DRAWN = re.compile(r"x,y(\n\d+(\.\d+)?,\d+(\.\d+)?)*\n?", re.ASCII)


def is_drawn(text: str) -> bool:
    """Whether points can be drawn: there are none yet, or the table is made of such points (see `static/points.js`)."""
    return not text.strip() or _DRAWN.fullmatch(text) is not None


def _kind(values: Values) -> Hashable:
    return str(values["your_kind"])


def x_key(feature: int) -> str:
    """The key of what is typed for that feature, counted from 0, to be predicted from."""
    return f"your_x{feature + 1}"


def views(values: Values) -> list[str]:
    """How a run can be seen: two features and a number that a straight neuron predicts also from above."""
    is_plane = len(values["your_features"]) == 2 and values["your_kind"] == NUMBER
    return [AGAINST, ABOVE] if is_plane and values["your_activation"] == "linear" else [AGAINST]


def _is_sigmoid_of_yes_or_no(values: Values) -> bool:
    return bool(values["your_kind"] == YES_OR_NO and values["your_activation"] == "sigmoid")


def _losses(notebook: Notebook, values: Values) -> list[str]:
    """All losses, but binary_crossentropy only for labels from 0 to 1 that stay as they are."""
    chosen = notebook.chosen(values)
    if not isinstance(chosen, Chosen):
        return list(LOSSES)
    is_share = chosen.y.min() >= 0.0 and chosen.y.max() <= 1.0
    stays = values["your_activation"] != "linear" or values["your_kind"] == YES_OR_NO or not values["your_standardise"]
    return [loss for loss in LOSSES if loss != "binary_crossentropy" or (is_share and stays)]


def _most_epochs(notebook: Notebook, values: Values) -> int:
    chosen = notebook.chosen(values)
    if not isinstance(chosen, Chosen):
        return MOST_EPOCHS
    reads_once = values["your_loss"] == "mean_squared_error" and values["your_activation"] == "linear"
    return most_epochs(len(chosen.y), reads_once, values["your_batch_size"] or None)


def _n_samples(notebook: Notebook, values: Values) -> int:
    chosen = notebook.chosen(values)
    return len(chosen.y) if isinstance(chosen, Chosen) else MOST_ROWS
