"""What is said of a visitor's table: how it was read, what was left out, what is asked."""

from collections.abc import Sequence

from playground.data.sheet import Question, Sheet
from playground.figures.markup import literal
from playground.figures.numbers import counted
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.keys import PASTED, TOO_LONG, UPLOADED

MOST_NAMED = 8
"""Lines, or names, in a sentence."""

EMPTY = (
    "**Bring a table of your own**: measure something, and paste it from a spreadsheet, type it, or choose a file. "
    "Each row is one thing that was measured; one column is what the neuron should predict (the label), the others "
    "are what it predicts it from (the features)."
)
NO_FILE = (
    "**The file is not here**: it stays in the visit in which it was chosen, and goes when that ends or the server is "
    "restarted; choose it again."
)
NO_TEXT = (
    "**The table is not here**: it was too long for this page's address, so it stayed in the visit in which it was "
    "pasted. Paste it again, or choose it as a file."
)
WITHOUT_TABLE = {PASTED: EMPTY, TOO_LONG: NO_TEXT, UPLOADED: NO_FILE}
"""What is said without a table, by where it came from."""
BETWEEN = {"comma": "commas", "semicolon": "semicolons", "tab": "tabs", "bar": "bars", "blanks": "blanks"}


def reading_words(sheet: Sheet) -> str:
    """How the table was read, as far as it was guessed."""
    of = sheet.format
    between = BETWEEN[of.delimiter or ""]
    mark = "a decimal comma" if of.decimal_mark == "," else "a decimal point"
    names = "names in the first line" if of.header else "no line of names"
    rows, columns = counted(len(sheet.lines), "row"), counted(len(sheet.columns), "column")
    lines = [f"Read as {of.encoding} with {between} between cells, {mark} and {names}: {rows}, {columns}."]
    lines += [literal(column.problem.text) for column in sheet.columns if column.problem][:MOST_NAMED]
    return "  \n".join(lines)


def rows_words(experiment: Experiment, n_drawn: int) -> str:
    """Which rows and columns are left out, or say nothing, and how many are drawn."""
    chosen = experiment.chosen
    lines = []
    if chosen.dropped:
        have = "row has" if len(chosen.dropped) == 1 else "rows have"
        left = "is" if len(chosen.dropped) == 1 else "are"
        lines.append(f"{len(chosen.dropped)} {have} a gap and {left} left out: {_lines(chosen.dropped)}.")
    for column in [each for each in chosen.features if each.words][:MOST_NAMED]:
        no, yes = map(literal, column.words)
        lines.append(f"**{literal(column.name)}**: {no} counts as 0 and {yes} as 1.")
    for name in chosen.constant[:MOST_NAMED]:
        lines.append(f"**{literal(name)}** is constant: nothing can be learned from it.")
    if len(experiment.test):
        lines.append(f"{counted(len(experiment.train), 'row')} to train on, {len(experiment.test)} held back.")
    if n_drawn < len(chosen.y):
        lines.append(f"The picture shows a random sample of {n_drawn} rows; all numbers use all of them.")
    return "  \n".join(lines)


def question_words(question: Question) -> str:
    """What is asked about a cell with two readings."""
    cell, sign = question.cell, question.sign
    name = "comma" if sign == "," else "point"
    return (
        f"Line {question.line}, column “{literal(question.column)}”: does **{literal(cell)}** mean "
        f"**{literal(cell.replace(sign, ''))}**, with a {name} between thousands, or "
        f"**{literal(cell.replace(',', '.'))}**, with a decimal {name}?"
    )


def _lines(lines: Sequence[int]) -> str:
    named = ", ".join(map(str, lines[:MOST_NAMED]))
    more = f" and {len(lines) - MOST_NAMED} more" if len(lines) > MOST_NAMED else ""
    return f"{'line' if len(lines) == 1 else 'lines'} {named}{more}"
