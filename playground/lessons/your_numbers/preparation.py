"""The chosen rows made ready to train on: some held back, the others rescaled, and what does not depend on the run."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from playground.data.choosing import Chosen
from playground.learning.analysis import Optimum, least_squares
from playground.learning.arrays import Array, read_only
from playground.learning.memory import Memory
from playground.learning.run import Task, task
from playground.learning.scaling import Standardizer
from playground.learning.streams import sample, stream
from playground.lessons.your_numbers.keys import YES_OR_NO
from playground.ui.parameters import Values

Rows = NDArray[np.int64]
MOST_DRAWN = 2000
"""Points in a picture."""
MOST_MOVED = 200
"""Points that may move with the epoch: all of them are sent for each."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """Rows to train on.

    train, test: positions in the chosen rows, ascending; test is empty where none are held back. given: the rows of
    `train`; held_back: those of `test`, in the same units, None without any. standardizer: measured on the rows of
    `train`, whether or not they are rescaled; its label stands still where that is not rescaled. best: least squares in
    the data's units, for a linear neuron that predicts a number; else None. In standard units all means are 0, so there
    it needs no bias. drawn: positions in the chosen rows of
    those that pictures show; moved: of those that they show where marks may move with the epoch. memory: what follows
    from them alone, as the points of a picture: a drag along a slider has a hundred.
    """

    chosen: Chosen
    yes_or_no: bool
    train: Rows
    test: Rows
    given: Task
    held_back: Task | None
    standardizer: Standardizer
    best: Optimum | None
    drawn: Rows
    moved: Rows
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def ends(self) -> Array:
        """The smallest and the largest value of each feature and, last, of the label, shape (n_features + 1, 2)."""
        X, y = self.chosen.X, self.chosen.y
        return np.column_stack([np.append(X.min(axis=0), y.min()), np.append(X.max(axis=0), y.max())])

    @cached_property
    def is_a_toss_up(self) -> bool:
        """Whether no weights do better for a yes or no than weights and bias of 0.

        Half of the rows are a yes, and both halves have the same means: then all gradients are 0 there, and the loss,
        which is convex, is ln 2 at its lowest. Means may differ by a twentieth of a deviation, for 1e-3 of the loss.
        """
        X, is_yes = self.given.X, self.given.y == 1.0
        if is_yes.mean() != 0.5:
            return False
        apart = np.abs(X[is_yes].mean(axis=0) - X[~is_yes].mean(axis=0))
        return bool((apart <= 0.05 * X.std(axis=0)).all())

    @cached_property
    def few_drawn(self) -> tuple[Rows, Rows]:
        """Of the rows that are drawn those that may move with the epoch: trained on, and held back."""
        return self.parted(self.moved)

    @cached_property
    def all_drawn(self) -> tuple[Rows, Rows]:
        """The rows that are drawn: trained on, and held back."""
        return self.parted(self.drawn)

    def parted(self, rows: Rows) -> tuple[Rows, Rows]:
        """These rows, parted in those trained on and those held back."""
        held_back = np.isin(rows, self.test)
        return rows[~held_back], rows[held_back]


def prepare(chosen: Chosen, values: Values) -> Prepared:
    """The chosen rows as the visitor's values say."""
    train, test = split(len(chosen.y), values["your_test"], values["your_seed"])
    yes_or_no = values["your_kind"] == YES_OR_NO
    X, y = read_only(chosen.X[train]), read_only(chosen.y[train])
    rescales_label = not yes_or_no and values["your_activation"] == "linear"
    standardizer = Standardizer.fit(X, y)
    if not rescales_label:
        standardizer = replace(standardizer, y_mean=0.0, y_scale=1.0, y_rounding=0.0)
    rescaled = standardizer if values["your_standardise"] else None
    drawn = sample(len(chosen.y), MOST_DRAWN, values["your_seed"])
    return Prepared(
        chosen,
        yes_or_no,
        train,
        test,
        task(X, y, rescaled),
        task(chosen.X[test], chosen.y[test], rescaled) if len(test) else None,
        standardizer,
        least_squares(X, y, values["your_bias"] or values["your_standardise"]) if rescales_label else None,
        drawn,
        drawn[sample(len(drawn), MOST_MOVED, values["your_seed"])],
    )


def split(n_samples: int, per_cent: int, seed: int) -> tuple[Rows, Rows]:
    """Positions of the rows to train on and of those that are held back, at least one of each if any are."""
    if not per_cent or n_samples < 2:
        return np.arange(n_samples), np.arange(0)
    held_back = min(max(1, round(n_samples * per_cent / 100)), n_samples - 1)
    order = stream(seed, "split").permutation(n_samples)
    return np.sort(order[held_back:]), np.sort(order[:held_back])
