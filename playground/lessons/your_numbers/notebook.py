"""One visitor's notebook: the file they brought, and what was computed from their table.

It belongs to one session and goes with it. Nothing in it is in a cache that others share.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field

from playground.data.choosing import Chosen, choose, classes_of, first_choice
from playground.data.own import Own, own_of
from playground.data.packing import pack
from playground.data.reading import MOST_COLUMNS, read
from playground.data.sheet import Format, Question, Refusal, Sheet, SheetColumn
from playground.learning.memory import Memory
from playground.lessons.weights.raw_or_standardised.model import Scaling, scaling_of
from playground.lessons.your_numbers import keys
from playground.lessons.your_numbers.experiment import Experiment, experiment
from playground.lessons.your_numbers.preparation import Prepared, prepare
from playground.lessons.your_numbers.settings import refused_settings
from playground.lessons.your_numbers.titles import title_key, titled, unit_key
from playground.ui.parameters import Values


@dataclass(eq=False)
class Notebook:
    """What one visitor has brought.

    file: the bytes of an uploaded file; name: what tells it from others, '' without one; title: its own name.
    had_table: whether there was a table in this session.
    """

    name: str = ""
    file: bytes = b""
    title: str = ""
    had_table: bool = False
    _latest: Memory = field(default_factory=lambda: Memory(most=1))
    _runs: Memory = field(default_factory=lambda: Memory(most=2))

    def take(self, name: str, file: bytes, title: str = "") -> None:
        """Take a file, in place of the one before and of all that came of it; '' and b"" for none."""
        self.name, self.file, self.title = name, file, title
        self._latest, self._runs = Memory(most=1), Memory(most=2)

    def origin(self, values: Values) -> str:
        """Where the table comes from. What a link says of it holds until there is one: it may be gone."""
        text = values["your_table"].strip()
        self.had_table |= bool(self.name or text)
        if self.name:
            return keys.UPLOADED
        if text:
            return keys.PASTED if self.packed(values["your_table"]) else keys.TOO_LONG
        return keys.PASTED if self.had_table else str(values["your_brought"])

    def packed(self, text: str) -> str | None:
        """A pasted table as it stands in a link; None if that is too long."""
        result: str | None = self._latest.get(pack, text, lambda: pack(text))
        return result

    @property
    def is_unread(self) -> bool:
        """Whether there is a file that was not read yet: a large one takes a second or two."""
        return bool(self.file) and not self._latest.knows(read)

    def reading(self, values: Values) -> Sheet | Refusal | Question | None:
        """What comes of reading the table; None if there is none yet."""
        if values["your_file"] != self.name or not (self.name or values["your_table"].strip()):
            return None
        content: bytes | str = self.file if self.name else values["your_table"]
        result: Sheet | Refusal | Question = self._latest.get(
            read, _those(values, (*keys.TABLE, *keys.FORMAT)), lambda: read(content, format_of(values))
        )
        return result

    def sheet(self, values: Values) -> Sheet | None:
        """The table, if it can be read."""
        found = self.reading(values)
        return found if isinstance(found, Sheet) else None

    def names(self, values: Values) -> Hashable:
        """The names of the columns: those of another table are others."""
        sheet = self.sheet(values)
        return tuple(column.name for column in sheet.columns) if sheet else None

    def usable(self, values: Values) -> list[int]:
        """Positions of columns that can be the label or a feature; without a table all there could be."""
        sheet = self.sheet(values)
        if sheet is None:
            return list(range(MOST_COLUMNS))
        return [i for i, column in enumerate(sheet.columns) if column.is_usable]

    def first_label(self, values: Values) -> int | None:
        """The label to start with."""
        sheet = self.sheet(values)
        return first_choice(sheet)[0] if sheet else None

    def features(self, values: Values) -> list[int]:
        """What can be a feature beside the label."""
        return [position for position in self.usable(values) if position != values["your_label"]]

    def first_features(self, values: Values) -> list[int]:
        """The features to start with: all but the label, and but what only counts."""
        sheet = self.sheet(values)
        if sheet is None:
            return []
        left = self.features(values)
        return [position for position in left if not sheet.columns[position].is_index] or left

    def kinds(self, values: Values) -> list[str]:
        """What the label can be taken for: a yes or no, if it has two values, and a number, if it is one."""
        sheet = self.sheet(values)
        if sheet is None or values["your_label"] is None:
            return [keys.NUMBER, keys.YES_OR_NO]
        column = sheet.columns[values["your_label"]]
        two = classes_of(column)
        if column.codes is not None:
            return [keys.YES_OR_NO]
        if two == ("0", "1"):
            return [keys.YES_OR_NO, keys.NUMBER]
        return [keys.NUMBER, keys.YES_OR_NO] if two else [keys.NUMBER]

    def chosen(self, values: Values) -> Chosen | Refusal | None:
        """The rows to learn from; None without a table."""
        sheet = self.sheet(values)
        if sheet is None or values["your_label"] is None:
            return None
        label, features, kind, swapped = (values[key] for key in keys.CHOICE)
        result: Chosen | Refusal = self._latest.get(
            choose,
            _those(values, (*keys.TABLE, *keys.FORMAT, *keys.CHOICE)),
            lambda: choose(sheet, label, features, kind == keys.YES_OR_NO, swapped),
        )
        return result

    def titled(self, values: Values) -> Chosen | Refusal | None:
        """The same with the visitor's titles and units."""
        chosen = self.chosen(values)
        if not isinstance(chosen, Chosen):
            return chosen
        positions = values["your_label"], *values["your_features"]
        those = tuple(key(position) for position in positions for key in (title_key, unit_key))
        result: Chosen = self._latest.get(
            titled, (chosen, _those(values, those)), lambda: titled(chosen, positions, values)
        )
        return result

    def column(self, values: Values, position: int) -> SheetColumn | None:
        """The column at that position, if there is one."""
        sheet = self.sheet(values)
        return sheet.columns[position] if sheet and position < len(sheet.columns) else None

    def experiment(self, values: Values) -> Experiment | Refusal | None:
        """The run on these rows; a refusal if there can be none; None without rows."""
        chosen = self.titled(values)
        if not isinstance(chosen, Chosen):
            return chosen
        try:
            prepared = self._latest.get(
                prepare, (chosen, _those(values, keys.PREPARATION)), lambda: prepare(chosen, values)
            )
        except ValueError as error:
            return refused_settings(error)
        result: Experiment | Refusal = self._runs.get(
            experiment, (chosen, _those(values, keys.OF_RUN)), lambda: experiment(prepared, values)
        )
        return result

    def own(self, values: Values) -> Own | None:
        """The rows as a data set for other pages; None without rows.

        Links hold them as they do the table: if it was pasted or drawn.
        """
        chosen = self.titled(values)
        if not isinstance(chosen, Chosen):
            return None
        result: Own | None = self._latest.get(own_of, chosen, lambda: own_of(chosen, may_travel=not self.name))
        return result

    def scaling(self, prepared: Prepared) -> Scaling:
        """What standardising does to the rows trained on."""
        result: Scaling = self._latest.get(scaling_of, prepared, lambda: scaling_of(prepared.given.X, prepared.given.y))
        return result


def format_of(values: Values) -> Format:
    """How the table is to be read, as far as the visitor says it."""
    encoding, delimiter, mark, header = (None if values[key] == keys.AUTO else values[key] for key in keys.FORMAT)
    return Format(
        encoding,
        delimiter,
        {"point": ".", "comma": ","}.get(mark or ""),
        None if header is None else header == "names",
    )


def _those(values: Values, of: tuple[str, ...]) -> tuple[Hashable, ...]:
    return tuple(values[key] for key in of)
