"""When the weights change, in words."""

from playground.figures.markup import table
from playground.figures.numbers import counted, number
from playground.lessons.weights.when_weights_change.model import TARGET, Changes

CLAIM = "The optimizer changes the weights after each epoch"
TASK = f"let the weights change exactly {TARGET} times in one epoch."
INTRODUCTION = "An epoch takes every row once. A batch is some of the rows, taken together."
ALL_ROWS, KERAS = 0, 32
"""The batch size that stands for all rows, and Keras's default."""


def size_named(size: int) -> str:
    """A batch size as the menu and the link say it."""
    return {ALL_ROWS: "all rows", 1: "1 row"}.get(size, f"{size} rows")


def count_words(run: Changes, rows_read: int) -> str:
    """How often the weights have changed so far."""
    epoch, row = divmod(rows_read, run.n_samples)
    if row == 0 and epoch:
        epoch, row = epoch - 1, run.n_samples
    done = run.done(rows_read)
    times = "time" if done == 1 else "times"
    where = f"Epoch **{epoch + 1}**, row {row} of {run.n_samples}" if rows_read else "Before the first row"
    return f"{where}: the weights have changed **{done}** {times}."


def because(run: Changes, row: str) -> str:
    """How many changes an epoch has, and why, as the reason of a verdict."""
    whole, left = divmod(run.n_samples, run.batch_size)
    if run.after_each_epoch:
        every = f"All {run.n_samples} {row}s are" if run.n_samples > 1 else f"The only {row} is"
        return f"{every} one batch: **1** change an epoch. It is true for all rows only."
    batches = f"{counted(run.per_epoch, 'batch')} of {run.batch_size}"
    if left:
        batches = f"{counted(whole, 'batch')} of {run.batch_size} and one of {left}"
    if run.batch_size == 1:
        batches = f"{whole} batches of a single {row}"
    return f"{run.n_samples} {row}s make {batches}: **{run.per_epoch}** changes an epoch."


def epochs_table(run: Changes, rows_read: int) -> str:
    """What Keras prints for each epoch that has been finished, beside the loss reached, as a table."""
    finished = rows_read // run.n_samples
    rows = [["epoch", "Keras prints", "loss reached"]]
    for epoch in range(len(run.printed)):
        losses = [number(float(each[epoch])) for each in (run.printed, run.reached)] if epoch < finished else ["", ""]
        rows.append([str(epoch + 1), *losses])
    return table(rows)


PRINTED = (
    "Keras prints the mean of the batches' losses, each taken just before its change. The loss reached is that of all "
    "rows after the epoch. Here rows come in the order of the table; Keras shuffles them unless told otherwise."
)


def hints(run: Changes, size: int | None, row: str) -> tuple[str, str]:
    """How to come to TARGET changes. size: the batch size that does it with these rows; None if none does."""
    n_rows = run.n_samples
    if run.per_epoch == TARGET:
        full = TARGET - 1
        last = f"{n_rows} − {full} × {run.batch_size} = {n_rows - full * run.batch_size}."
        return "You are there. How many rows has the last batch?", last
    first = f"Now it is {run.per_epoch}: {counted(n_rows, row)}, divided by {run.batch_size} and rounded up."
    if size is None:
        these = "your rows" if row == "row" else f"the {row}s"
        return first, f"Take the penguins: no batch size here does it with {these}."
    default = ", Keras's default" if size == KERAS else ""
    return first, f"Choose batches of {size_named(size)}{default}: {n_rows} / {size} = {number(n_rows / size)}."
