"""The page's table of state. What can be chosen follows from the table that a visitor brought."""

import re
from collections.abc import Callable, Hashable, Iterator

from playground.data.choosing import Chosen
from playground.data.reading import MOST_COLUMNS, MOST_ROWS
from playground.data.sheet import DELIMITERS, ENCODINGS
from playground.lessons.your_numbers.epochs import MOST_EPOCHS
from playground.lessons.your_numbers.keys import (
    AUTO,
    NUMBER,
    OF_RUN,
    PASTED,
    TOO_LONG,
    UPLOADED,
    YES_OR_NO,
)
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table_run import rows_of_run
from playground.lessons.your_numbers.titles import LONGEST_TITLE, LONGEST_UNIT, Title, title_key, unit_key, written_in
from playground.ui.numeric import LONGEST_TYPED, Shown, Whole
from playground.ui.parameters import Choice, Fitting, Parameter, Switch, Values
from playground.ui.ranges import Range
from playground.ui.some import Some
from playground.ui.state import Table
from playground.ui.texts import PackedText, Text


def table_of(notebook: Notebook) -> Table:
    """The rows for one visitor."""
    return (
        *_of_table(notebook),
        *_of_columns(notebook),
        *_of_titles(notebook),
        *rows_of_run(notebook),
        *_of_rows(notebook),
    )


def first_lines(values: Values, most: int = 1) -> Hashable:
    """What tells one table from another while its rows are corrected."""
    return values["your_file"], *values["your_table"].lstrip().split("\n", most)[:most]


def _of_table(notebook: Notebook) -> tuple[Parameter, ...]:
    return (
        PackedText(key="your_table", pack=notebook.packed),
        Switch(key="your_cells", linked=False),
        Text(key="your_file", linked=False),
        Choice(key="your_brought", start=PASTED, options=(PASTED, TOO_LONG, UPLOADED)),
        Choice(key="your_encoding", start=AUTO, options=(AUTO, *ENCODINGS), units=first_lines),
        Choice(key="your_delimiter", start=AUTO, options=(AUTO, *DELIMITERS), units=first_lines),
        # What a comma means in one table says nothing of another one with the same names.
        Choice(
            key="your_decimal_mark",
            start=AUTO,
            options=(AUTO, "point", "comma"),
            units=lambda values: first_lines(values, most=2),
        ),
        Choice(key="your_header", start=AUTO, options=(AUTO, "names", "numbers"), units=first_lines),
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


def _of_rows(notebook: Notebook) -> tuple[Parameter, ...]:
    def of_features(values: Values) -> Hashable:
        return notebook.names(values), values["your_features"]

    shown = Shown(start=MOST_EPOCHS, units=lambda values: tuple(values[key] for key in OF_RUN))
    row = Whole(key="your_row", reach=lambda values: Range(1, _n_samples(notebook, values), 1, 1), units=of_features)
    return (shown, row, *(Text(key=x_key(i), longest=LONGEST_TYPED, units=of_features) for i in range(MOST_COLUMNS)))


_DRAWN = re.compile(r"x,y(\n\d+(\.\d+)?,\d+(\.\d+)?)*\n?", re.ASCII)


def is_drawn(text: str) -> bool:
    """Whether points can be drawn: there are none yet, or the table is made of such points (see `static/points.js`)."""
    return not text.strip() or _DRAWN.fullmatch(text) is not None


def x_key(feature: int) -> str:
    """The key of what is typed for that feature, counted from 0, to be predicted from."""
    return f"your_x{feature + 1}"


def _n_samples(notebook: Notebook, values: Values) -> int:
    chosen = notebook.chosen(values)
    return len(chosen.y) if isinstance(chosen, Chosen) else MOST_ROWS
