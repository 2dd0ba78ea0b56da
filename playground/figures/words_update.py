"""One update in words: the table of a batch's rows, the table of the two parameters, and the hidden number."""

from collections.abc import Sequence

from playground.figures.words import number
from playground.learning.microscope import Update
from playground.learning.puzzle import DIGITS, Puzzle
from playground.learning.settings import Settings

PARTS = ("predict", "error", "gradient", "update")
"""The parts of one update, in the order in which they happen."""
MOST_ROWS = 8
"""Rows of a batch that are written out."""
HIDDEN, LATER = "**?**", "·"
_REACHED_AT = {"product": 0, "prediction": 0, "error": 1, "share": 2, "gradient": 2, "step": 3, "new weight": 3}


def shown(value: float) -> str:
    """A number of an update."""
    return number(value, DIGITS)


def _cell(name: str, value: float, part: int, hidden: str, here: bool = True) -> str:
    """One number: a dot before its part is reached, a question mark where it is hidden."""
    if _REACHED_AT.get(name, 0) > part:
        return LATER
    return HIDDEN if here and name == hidden else shown(value)


def rows_table(seen: Update, part: int, hidden: str = "") -> str:
    """The rows of the batch, number by number, up to that part (a position in PARTS), as Markdown."""
    size = len(seen.rows)
    share = "2 × error" + (f" / {size}" if size > 1 else "")
    heads = ["row", "x", "w × x", "+ b = prediction", "label y", "prediction − y = error", f"{share} × x", share]
    lines = [_line(heads), _line(["--:"] * len(heads))]
    for i in range(min(size, MOST_ROWS)):
        here = i == 0
        lines.append(
            _line(
                [
                    str(int(seen.rows[i]) + 1),
                    shown(seen.features[i, 0]),
                    _cell("product", seen.products[i, 0], part, hidden, here),
                    _cell("prediction", seen.predictions[i], part, hidden, here),
                    shown(seen.labels[i]) if part >= 1 else LATER,
                    _cell("error", seen.errors[i], part, hidden, here),
                    _cell("share", seen.shares[i, 0], part, hidden, here),
                    _cell("share", seen.shares[i, 1], part, ""),
                ]
            )
        )
    if size > MOST_ROWS:
        lines.append(_line(["…", f"{size - MOST_ROWS} more", *[""] * (len(heads) - 2)]))
    sums = [_cell("gradient", seen.gradient[0], part, hidden), _cell("gradient", seen.gradient[1], part, "")]
    lines.append(_line(["**sum**", *[""] * (len(heads) - 3), *sums]))
    return "\n".join(lines)


def parameters_table(seen: Update, settings: Settings, part: int, hidden: str = "") -> str:
    """Weight and bias: before, gradient, the optimizer's moments, step and after, up to that part, as Markdown."""
    moments = _moments(seen) if part >= 3 else {name: [LATER, LATER] for name in _moments(seen)}
    decays = seen.decay.any()
    plain = settings.optimizer == "sgd"
    step_head = f"step = −{number(settings.rate)} × gradient" if plain else "step"
    after_head = "before − decay + step = after" if decays else "before + step = after"
    heads = ["", "before", "gradient", *moments, *(["decay"] if decays else []), step_head, after_head]
    lines = [_line(heads), _line(["--:"] * len(heads))]
    before, after = [*seen.weights, seen.bias], [*seen.new_weights, seen.new_bias]
    for i, name in enumerate(("weight w", "bias b")):
        blank = hidden if i == 0 else ""
        lines.append(
            _line(
                [
                    f"**{name}**",
                    shown(before[i]),
                    _cell("gradient", seen.gradient[i], part, blank),
                    *(texts[i] for texts in moments.values()),
                    *([_cell("step", seen.decay[i], part, "")] if decays else []),
                    _cell("step", seen.step[i], part, blank),
                    _cell("new weight", after[i], part, blank),
                ]
            )
        )
    return "\n".join(lines)


def _moments(seen: Update) -> dict[str, list[str]]:
    """What the optimizer remembers, before and after, one text a parameter."""
    before, after = seen.state_before._asdict(), seen.state_after._asdict()
    return {
        f"{name.replace('_', ' ')} before → after": [
            f"{shown(before[name][i])} → {shown(after[name][i])}" for i in range(len(seen.gradient))
        ]
        for name in before
        if name != "steps"
    }


def part_sentence(seen: Update, settings: Settings, part: int) -> str:
    """What happens in that part, in one line."""
    rows = "every row" if len(seen.rows) > 1 else "the row"
    each = f", divided by the {len(seen.rows)} rows of the batch" if len(seen.rows) > 1 else ""
    return (
        f"**Predict**: for {rows}, prediction = w × x + b.",
        "**Error**: how far each prediction lies above its label. The loss, the mean of error², "
        f"is {shown(seen.loss)} for this batch.",
        f"**Gradient**: each row's share is 2 × error × x for the weight and 2 × error for the bias{each}. "
        "The sum of the shares is the gradient.",
        "**Update**: " + _rule(settings),
    )[part]


def _rule(settings: Settings) -> str:
    if settings.optimizer == "sgd":
        return "both parameters go against their gradient, as far as the learning rate says."
    return f"{settings.optimizer} makes the step out of the gradient and what it remembers of earlier ones."


def place_sentence(seen: Update, n_samples: int, last_epoch: int) -> str:
    """Where in the run this step is, and what an epoch and a step are."""
    step, steps = (seen.epoch - 1) * seen.n_batches + seen.batch + 1, last_epoch * seen.n_batches
    batches = f"{seen.n_batches} batches, {seen.n_batches} steps" if seen.n_batches > 1 else "one batch, one step"
    return (
        f"Step **{step}** of {steps}: epoch {seen.epoch}, batch {seen.batch + 1} of {seen.n_batches}. "
        f"An epoch is one pass over all {n_samples} rows: here {batches}."
    )


def task(name: str) -> str:
    """What the visitor is to work out."""
    return {
        "product": "w × x of the first row",
        "prediction": "the prediction of the first row",
        "error": "the error of the first row",
        "share": "the first row's share of the weight's gradient",
        "gradient": "the gradient of the weight",
        "step": "the step of the weight",
        "new weight": "the weight after the step",
    }[name]


def tolerance_sentence(puzzle: Puzzle) -> str:
    """How exact the answer must be."""
    return f"Any answer within ± {number(puzzle.tolerance, 2)} counts."


def answer_sentence(puzzle: Puzzle, answer: float | None) -> str:
    """What the answer is worth."""
    if answer is None:
        return ""
    if puzzle.solved_by(answer):
        return f":material/check_circle: **Right.** {working(puzzle)} = {shown(puzzle.value)}"
    side = "too low" if answer < puzzle.value else "too high"
    return f":material/cancel: {number(answer, 6)} is {side}."


def working(puzzle: Puzzle) -> str:
    """The arithmetic with its numbers, without its result."""
    if puzzle.factors:
        return " × ".join(_bracketed(factor) for factor in puzzle.factors)
    first, *others = puzzle.terms
    return " ".join([shown(first), *(f"{'−' if term < 0 else '+'} {shown(abs(term))}" for term in others)])


def hints(name: str, puzzle: Puzzle | None, seen: Update) -> tuple[str, str]:
    """Two hints for the hidden number, from what is shown now."""
    if puzzle is None:
        factors = f"{_bracketed(seen.weights[0])} × {_bracketed(seen.features[0, 0])}"
        return (
            "Choose a number under “hide a cell”. A question mark takes its place, and a field asks for it.",
            f"The product is the easiest: here it is {factors}.",
        )
    return f"You are looking for {task(name)}: {_FORMULAS[name]}.", f"With the numbers of this step: {working(puzzle)}."


_FORMULAS = {
    "product": "w × x",
    "prediction": "w × x + b",
    "error": "prediction − label",
    "share": "2 / rows in the batch × error × x",
    "gradient": "the sum of the shares of all rows of the batch",
    "step": "−learning rate × gradient",
    "new weight": "before + step",
}


def _bracketed(value: float) -> str:
    return f"({shown(value)})" if value < 0 else shown(value)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
