"""One part of an update at a time: the numbers that it takes and the ones that it makes, and no others."""

from playground.figures.markup import table
from playground.learning.arrays import Array
from playground.learning.settings import Settings
from playground.lessons.weights.one_update.model import Update
from playground.lessons.weights.one_update.text import PARAMETERS, number_with_sign, shown

FEW_ROWS = 4
"""Rows that are written out; all of them are in the whole table."""


def part_table(update: Update, settings: Settings, part: int) -> str:
    """The numbers of that part (a position in PARTS)."""
    return _parameters(update, settings) if part == 3 else _rows(update, part)


def _rows(update: Update, part: int) -> str:
    size = len(update.rows)
    columns = {"row": [str(int(row) + 1) for row in update.rows], **_columns(update, part)}
    rows = [[*columns], *([column[i] for column in columns.values()] for i in range(min(size, FEW_ROWS)))]
    if size > FEW_ROWS:
        rows.append(["…", f"{size - FEW_ROWS} more", *[""] * (len(columns) - 2)])
    if part == 2:
        rows.append(["**sum**", *[""] * (len(columns) - 3), *(shown(value) for value in update.gradient)])
    return table(rows)


def _columns(update: Update, part: int) -> dict[str, list[str]]:
    """The columns of a part, by their heads."""
    x, predictions = _each(update.features[:, 0]), _each(update.predictions)
    errors, size = _each(update.errors), len(update.rows)
    if part == 0:
        product = f"{shown(update.weights[0])}\u00a0×\u00a0x"
        return {
            "x": x,
            product: _each(update.products[:, 0]),
            f"{number_with_sign(update.bias)} = prediction": predictions,
        }
    if part == 1:
        return {"prediction": predictions, "label y": _each(update.labels), "prediction − y = error": errors}
    share = "2\u00a0×\u00a0error" + (f" / {size}" if size > 1 else "")
    of_weight, of_bias = (_each(update.shares[:, i]) for i in (0, 1))
    return {"error": errors, "x": x, f"{share} × x": of_weight, share: of_bias}


def _parameters(update: Update, settings: Settings) -> str:
    """Weight and bias before the step and after it; how the optimizer makes the step is in the whole table."""
    heads = ["", "before", "gradient", f"step of {settings.optimizer}", "after"]
    before, after = [*update.weights, update.bias], [*update.new_weights, update.new_bias]
    rows = zip(PARAMETERS, before, update.gradient, update.step, after, strict=True)
    return table([heads, *([f"**{name}**", *map(shown, numbers)] for name, *numbers in rows)])


def _each(values: Array) -> list[str]:
    return [shown(value) for value in values.tolist()]
