"""Which update is under the microscope, and how the visitor comes to it: its rows in the table of state."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from playground.data import Dataset
from playground.data.datasets import in_standard_units
from playground.learning import OPTIMIZERS, Settings
from playground.learning.batches import steps_per_epoch
from playground.learning.memory import remembered
from playground.lessons.playground.model import ALL_ROWS, batch_size_name
from playground.lessons.weights.brought import BROUGHT
from playground.lessons.weights.one_update import text as words
from playground.lessons.weights.one_update.model import Update, itemised
from playground.lessons.weights.one_update.model_puzzle import PUZZLES, Puzzle
from playground.lessons.weights.one_update.model_replay import Replay, replay
from playground.ui.numeric import Number, TypedNumber, Whole
from playground.ui.own_rows import DataChoice
from playground.ui.own_rows import itemised as rows_of
from playground.ui.parameters import Choice, Parameter, Values
from playground.ui.ranges import Range

BATCH_SIZES = (4, 1, 2, 8, 16, ALL_ROWS)
EPOCHS = 20
REPLAYED = (1, 4, EPOCHS)
"""So far a run is replayed, as its first epochs are looked at most, and all of them may be 20 000 steps."""
NOTHING = "nothing"
LARGEST_ANSWER = 1e15


def settings_of(values: Values) -> Settings:
    """The run that the update is a part of."""
    size = values["update_batch_size"]
    return Settings(
        optimizer=values["update_optimizer"],
        learning_rate=values["update_learning_rate"],
        epochs=EPOCHS,
        batch_size=None if size == ALL_ROWS else size,
        initial_weights=(0.6,),
        initial_bias=0.5,
    )


def data_of(values: Values) -> Dataset:
    """The rows that are learned from."""
    return rows_of(values["update_dataset"], values[BROUGHT.key])


def batches_of(values: Values) -> int:
    """How many batches an epoch has."""
    return steps_per_epoch(settings_of(values), len(data_of(values).y))


def asked_of(values: Values) -> Hashable:
    """What an answer is about: a step, and the number of it that is hidden."""
    keys = (
        "update_batch_size",
        "update_optimizer",
        "update_learning_rate",
        "epoch",
        "batch",
        "hidden",
    )
    return data_of(values).name, *(values[key] for key in keys)


@dataclass(frozen=True, kw_only=True)
class AnswerTo(Parameter):
    """What the answer is about, for screens of another step along a slider: it is no answer there."""

    key: str = "answer_to"
    linked: bool = False

    def check(self, value: Any, values: Values) -> Hashable:
        return asked_of(values) if values["answer"] else None


ANSWER = TypedNumber(key="answer", largest=LARGEST_ANSWER, own=True, units=asked_of)
PARAMETERS: tuple[Parameter, ...] = (
    BROUGHT,
    DataChoice(key="update_dataset", start="cars", rows=BROUGHT.key),
    Choice(key="update_batch_size", start=BATCH_SIZES[0], options=BATCH_SIZES, named=batch_size_name),
    Choice(key="update_optimizer", start="sgd", options=tuple(OPTIMIZERS)),
    Number(key="update_learning_rate", start=0.1, low=0.01, high=0.5, step=0.01),
    Whole(key="epoch", start=1, low=1, high=EPOCHS),
    Whole(key="batch", reach=lambda values: Range(1, batches_of(values), 1, 1)),
    Choice(key="part", start=words.PARTS[0], options=words.PARTS),
    Choice(key="hidden", start=NOTHING, options=(NOTHING, *PUZZLES)),
    ANSWER,
    AnswerTo(),
)


def moved(values: Values, by: int) -> dict[str, Any]:
    """One part on or back: after the last part of a step comes the first one of the next step; at the ends nothing."""
    n_batches, n_parts = batches_of(values), len(words.PARTS)
    step = (values["epoch"] - 1) * n_batches + values["batch"] - 1
    step, part = divmod(step * n_parts + words.PARTS.index(values["part"]) + by, n_parts)
    if not 0 <= step < EPOCHS * n_batches:
        return {}
    epoch, batch = divmod(step, n_batches)
    return {"epoch": epoch + 1, "batch": batch + 1, "part": words.PARTS[part]}


@dataclass(frozen=True, eq=False)
class Focus:
    """What is under the microscope: an update, the part of it that is shown, the hidden number, and the answer."""

    settings: Settings
    update: Update
    part: int
    hidden: str
    typed: str

    @property
    def puzzle(self) -> Puzzle | None:
        """The hidden number; None if there is none that can be worked out from what is shown."""
        too_long = self.hidden == "gradient" and len(self.update.rows) > words.MOST_ROWS
        not_plain = self.hidden == "step" and self.settings.optimizer != "sgd"
        if self.hidden == NOTHING or too_long or not_plain:
            return None
        decays = self.hidden == "new weight" and bool(self.update.decay.any())
        return None if decays else PUZZLES[self.hidden](self.update, self.settings.rate)

    @property
    def workable(self) -> Puzzle | None:
        """The hidden number if the digits that are shown tell it."""
        return self.puzzle if self.puzzle and self.puzzle.is_known else None

    @property
    def asked(self) -> Puzzle | None:
        """The hidden number once the visitor can work it out: None before its part is reached."""
        return None if self.is_early else self.workable

    @property
    def is_early(self) -> bool:
        """Whether the part that takes to the hidden number is still to come."""
        return self.hidden != NOTHING and self.part < words.REACHED_AT[self.hidden]

    @property
    def answer(self) -> float | None:
        """The answer; None where there is none, or nothing is asked."""
        return ANSWER.number(self.typed) if self.asked else None


def focus_of(values: Values) -> Focus | None:
    """What these values put under the microscope; None if the run has left the range of numbers by then."""
    settings = settings_of(values)
    update = _itemised(data_of(values), settings, values["epoch"], values["batch"] - 1)
    if update is None:
        return None
    typed = values["answer"] if values["answer_to"] == asked_of(values) else ""
    return Focus(settings, update, words.PARTS.index(values["part"]), values["hidden"], typed)


@remembered
def _itemised(data: Dataset, settings: Settings, epoch: int, batch: int) -> Update | None:
    try:
        epochs = next(epochs for epochs in REPLAYED if epochs >= epoch)
        return itemised(_replayed(data, settings, epochs), epoch, batch)
    except ValueError:  # the run has diverged by then
        return None


@remembered
def _replayed(data: Dataset, settings: Settings, epochs: int) -> Replay:
    return replay(*in_standard_units(data), settings, epochs)
