"""One update in words: the table of a batch's rows, the table of the two parameters, and the hidden number."""

from playground.figures.markup import table
from playground.figures.numbers import in_brackets, in_full, number, with_sign
from playground.learning.settings import Settings
from playground.lessons.weights.one_update.model import Update
from playground.lessons.weights.one_update.model_puzzle import DIGITS, Puzzle

PARTS = ("predict", "error", "gradient", "update")
"""The parts of one update, in the order in which they happen."""
MOST_ROWS = 8
"""Rows of a batch that are written out."""
PARAMETERS = ("weight\u00a0w", "bias\u00a0b")
HIDDEN, LATER = "**?**", "·"
REACHED_AT = {"product": 0, "prediction": 0, "error": 1, "share": 2, "gradient": 2, "step": 3, "new weight": 3}
"""The part, as a position in PARTS, in which each number is computed."""


ROUNDING = 1e-12
"""In standard units, a number of an update below this is what rounding left of 0."""


def shown(value: float) -> str:
    """A number of an update."""
    return number(value if abs(value) > ROUNDING else 0.0, DIGITS)


def number_with_sign(value: float) -> str:
    """A number that is added: + 0.5, − 0.5."""
    return with_sign(shown(value))


def cell(name: str, value: float, part: int, hidden: str) -> str:
    """One computed number: a dot before its part is reached, a question mark where it reads as the hidden one does.

    hidden: that number as shown; empty if none is. It may stand in several places: one row's share is the gradient.
    """
    if REACHED_AT[name] > part:
        return LATER
    text = shown(value)
    return HIDDEN if text == hidden else text


def rows_table(update: Update, part: int, hidden: str = "") -> str:
    """The rows of the batch, number by number, up to that part (a position in PARTS)."""
    size = len(update.rows)
    weight, bias = shown(update.weights[0]), number_with_sign(update.bias)
    share = "2\u00a0×\u00a0error" + (f" / {size}" if size > 1 else "")
    products = [f"{weight}\u00a0×\u00a0x", f"{bias} = prediction"]
    heads = ["row", "x", *products, "label y", "prediction − y = error", f"{share} × x", share]
    rows = [heads]
    for i in range(min(size, MOST_ROWS)):
        rows.append(
            [
                str(int(update.rows[i]) + 1),
                shown(update.features[i, 0]),
                cell("product", update.products[i, 0], part, hidden),
                cell("prediction", update.predictions[i], part, hidden),
                shown(update.labels[i]) if part >= 1 else LATER,
                cell("error", update.errors[i], part, hidden),
                *(cell("share", value, part, hidden) for value in update.shares[i]),
            ]
        )
    if size > MOST_ROWS:
        rows.append(["…", f"{size - MOST_ROWS} more", *[""] * (len(heads) - 2)])
    sums = [cell("gradient", value, part, hidden) for value in update.gradient]
    return table([*rows, ["**sum**", *[""] * (len(heads) - 3), *sums]])


def parameters_table(update: Update, settings: Settings, part: int, hidden: str = "") -> str:
    """Weight and bias under plain gradient descent: before, gradient, step and after, up to that part."""
    heads = ["", "before", "gradient", f"step = −{number(settings.rate)} × gradient", "before + step = after"]
    before, after = [*update.weights, update.bias], [*update.new_weights, update.new_bias]
    rows = [
        [
            f"**{name}**",
            shown(before[i]),
            cell("gradient", update.gradient[i], part, hidden),
            cell("step", update.step[i], part, hidden),
            cell("new weight", after[i], part, hidden),
        ]
        for i, name in enumerate(PARAMETERS)
    ]
    return table([heads, *rows])


def part_sentence(update: Update, part: int) -> str:
    """What happens in that part, in one line; `text_optimizer` has that of the last one."""
    rows = "every row" if len(update.rows) > 1 else "the row"
    each = f", divided by the {len(update.rows)} rows of the batch" if len(update.rows) > 1 else ""
    return (
        f"**Predict**: for {rows}, prediction = w × x + b.",
        "**Error**: how far each prediction lies above its label. The loss, the mean of error², "
        f"is {shown(update.loss)} for this batch.",
        f"**Gradient**: each row's share is 2 × error × x for the weight and 2 × error for the bias{each}. "
        "The sum of the shares is the gradient.",
    )[part]


def place_sentence(update: Update, last_epoch: int) -> str:
    """Where in the run this step is."""
    step, steps = (update.epoch - 1) * update.n_batches + update.batch + 1, last_epoch * update.n_batches
    return f"Step **{step}** of {steps}, in epoch {update.epoch}."


def epoch_sentence(update: Update, n_samples: int) -> str:
    """What an epoch, a batch and a step are."""
    batches = f"{update.n_batches} batches, {update.n_batches} steps" if update.n_batches > 1 else "one batch, one step"
    return (
        f"An epoch is one pass over all {n_samples} rows: here {batches}. "
        f"This is batch {update.batch + 1} of {update.n_batches}."
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
    return f"Any answer within ± {in_full(puzzle.tolerance, 2)} counts."


DIVERGED = "By then this run has left the range of numbers. Choose an earlier epoch or a smaller learning rate."
NO_NUMBER = ":fails: That is not a number. Write it like −0.25."


def answer_sentence(puzzle: Puzzle, answer: float | None) -> str:
    """What the answer is worth, and how exact it must be."""
    if answer is None:
        return tolerance_sentence(puzzle)
    if puzzle.solved_by(answer):
        return f":holds: **Right.** {working(puzzle)} = {shown(puzzle.value)}"
    side = "too low" if answer < puzzle.value else "too high"
    typed = f"{answer:.7f}".rstrip("0").rstrip(".").replace("-", "−")
    return f":fails: {typed} is {side}. {tolerance_sentence(puzzle)}"


def working(puzzle: Puzzle) -> str:
    """The arithmetic with its numbers, without its result."""
    if puzzle.factors:
        return " × ".join(_bracketed(factor) for factor in puzzle.factors)
    first, *others = puzzle.terms
    return " ".join([shown(first), *map(number_with_sign, others)])


def hints(name: str, puzzle: Puzzle | None, update: Update) -> tuple[str, str]:
    """Two hints for the hidden number, from what is shown now."""
    if puzzle is None:
        factors = f"{_bracketed(update.weights[0])} × {_bracketed(update.features[0, 0])}"
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
    return in_brackets(shown(value))
