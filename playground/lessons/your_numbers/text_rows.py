"""Tables in words: the coefficients beside least squares, and the sum that the neuron makes of a row."""

from collections.abc import Sequence

import numpy as np

from playground.data.sheet import SheetColumn
from playground.data.sources import Column
from playground.figures.markup import literal, table
from playground.figures.numbers import bare, in_brackets, number
from playground.figures.quantity import Quantity, in_unit
from playground.figures.written_sum import written_sum
from playground.learning.arrays import Array
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.text import output_name
from playground.ui.typed import typed_number

DIGITS = 6
LARGEST_X = 1e15
"""Of what is typed."""
ROUNDING = 1e-12
"""An error below this share of what it is the difference of is none."""


def coefficients(experiment: Experiment, epoch: int) -> str:
    """Each weight in the data's units, what least squares finds, and the standardised weight."""
    weights, bias = experiment.in_data_units(epoch)
    standard, best = experiment.in_standard_units(epoch), experiment.best
    penalised = experiment.run.optimum if experiment.run.settings.l2 and experiment.best else None
    columns = ["in the data's units", "neuron"] + ["least squares"] * bool(best) + ["best with l2"] * bool(penalised)
    rows = [[*columns, "standardised"]]
    ridge = experiment.run.in_data_units(penalised.weights, penalised.bias) if penalised else None
    for i, column in enumerate(experiment.chosen.features):
        cells = [literal(column.title), number(float(weights[i]), DIGITS)]
        cells += [number(float(best.weights[i]), DIGITS)] if best else []
        cells += [number(float(ridge[0][i]), DIGITS)] if ridge else []
        rows.append([*cells, number(float(standard[i]), 3)])
    cells = ["bias", number(bias, DIGITS)]
    cells += [number(best.bias, DIGITS)] if best else []
    cells += [number(float(ridge[1]), DIGITS)] if ridge else []
    rows.append([*cells, ""])
    return table(rows) + _without_bias(experiment)


def _without_bias(experiment: Experiment) -> str:
    settings, is_rescaled = experiment.run.settings, experiment.run.standardizer is not None
    if settings.use_bias or not is_rescaled:
        return ""
    return (
        "\n\nWithout a bias the neuron passes through the point of all means here: standardising has moved it to 0. "
        "The bias in the table is what that makes in the data's units."
    )


def row_words(experiment: Experiment, epoch: int, row: int) -> str:
    """The sum written out for one of the chosen rows, counted from 1, and how far off it is."""
    chosen = experiment.chosen
    x, measured = chosen.X[row - 1], float(chosen.y[row - 1])
    held_back = ", held back" if row - 1 in experiment.test else ""
    head = f"**Row {row}** (line {int(chosen.lines[row - 1])}{held_back}): "
    output = float(experiment.outputs(x[None, :], epoch)[0])
    written = sum_words(experiment, epoch, x)
    if experiment.yes_or_no:
        truth = chosen.classes[int(measured)]
        return f"{head}{written}  \nIt is {literal(truth)}: {'right' if (output > 0.5) == bool(measured) else 'wrong'}."
    error = output - measured
    shown = "0" if abs(error) <= ROUNDING * (abs(output) + abs(measured)) else _bare(error)
    with_unit = in_unit(f"**{_bare(measured)}**", _label(experiment))
    return f"{head}{written}  \nMeasured: {with_unit}, so the error is {in_unit(shown, _label(experiment))}."


def sum_words(experiment: Experiment, epoch: int, x: Array) -> str:
    """The sum of weights times features plus bias, in the data's units, and what the neuron makes of it."""
    weights, bias = experiment.in_data_units(epoch)
    with np.errstate(all="ignore"):
        written = written_sum(x.tolist(), weights.tolist(), float(bias), DIGITS, DIGITS)
    factors = zip(map(in_brackets, written.weights), map(in_brackets, written.features), strict=True)
    summed = " + ".join([*(f"{weight} × {value}" for weight, value in factors), in_brackets(written.bias)])
    output, total = float(experiment.outputs(x[None, :], epoch)[0]), bare(written.output)
    activation = experiment.run.settings.activation
    if activation == "linear":
        return f"{summed} = {in_unit(f'**{total}**', _label(experiment))}"
    return f"{summed} = {total}, {activation}({total}) = {in_unit(f'**{_bare(output)}**', _label(experiment))}"


def prediction(experiment: Experiment, epoch: int, typed: Sequence[str]) -> str:
    """What the neuron answers for a row that was typed; what is missing or cannot be read, if something is."""
    named = list(zip(experiment.chosen.features, typed, strict=True))
    missing = [column.name for column, text in named if not text.strip()]
    if len(missing) == len(named):
        return "The neuron answers, and what it has learned stays as it is."
    row = [typed_value(column, text) for column, text in named]
    for (column, text), value in zip(named, row, strict=True):
        if text.strip() and value is None:
            return f"{literal(column.name)}: {_what_to_write(column)}."
    if missing:
        return f"Still missing: {', '.join(map(literal, missing[:5]))}{' and more' if len(missing) > 5 else ''}."
    try:
        return f"{output_name(experiment)}: {sum_words(experiment, epoch, np.array(row, dtype=np.float64))}"
    except ValueError:  # in standard units it cannot be squared
        return "That is too far away from the numbers of the table."


def typed_value(column: SheetColumn, text: str) -> float | None:
    """What was typed for that column: a number, or one of its two words; None if it is neither."""
    kinds = [word.casefold() for word in column.words]
    if text.strip().casefold() in kinds:
        return float(kinds.index(text.strip().casefold()))
    return typed_number(text, LARGEST_X)


def _what_to_write(column: SheetColumn) -> str:
    if column.words:
        no, yes = map(literal, column.words)
        return f"write “{no}”, which counts as 0, or “{yes}”, which counts as 1"
    return "that is no clear number. Write it without a unit and without signs between thousands, such as 1200.5"


def _label(experiment: Experiment) -> Quantity:
    """The label for words; a probability has no unit."""
    label = experiment.chosen.label
    return Column("", literal(label.name), "" if experiment.yes_or_no else literal(label.unit))


def _bare(value: float) -> str:
    """A number without zeros at its end: 1650, 0.5."""
    return bare(number(value, DIGITS))
