"""One update under the microscope: from a batch of rows to the new weight, number by number."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import streamlit as st

from playground.data import REAL, real, standard
from playground.learning import OPTIMIZERS, Settings
from playground.learning.batches import steps_per_epoch
from playground.lessons.weights.one_update import text as words
from playground.lessons.weights.one_update.model import Update, itemise
from playground.lessons.weights.one_update.model_puzzle import PUZZLES, Puzzle
from playground.lessons.weights.one_update.picture import microscope_picture
from playground.lessons.weights.one_update.text_optimizer import moments_table, update_sentence
from playground.ui import link
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission
from playground.ui.chart import live_chart
from playground.ui.choices import ALL_ROWS, batch_size_name
from playground.ui.live import Changes, Hand

BATCH_SIZES = (4, 1, 2, 8, 16, ALL_ROWS)
EPOCHS = 20
NOTHING = "nothing"
LARGEST_ANSWER = 1e15
QUESTION = Question(
    "guess_update",
    "A row's x is positive and its prediction is too high. Which way does it push the weight?",
    ("up", "down", "not at all"),
    answer="down",
    why="Its error and its x are above 0, so its share of the gradient is too, and a weight goes against its gradient. "
    "Every row of the batch pushes: the weight follows the sum.",
)


@dataclass(frozen=True, eq=False)
class Seen:
    """What is under the microscope: an update, the part of it that is shown, and the number that is hidden."""

    settings: Settings
    update: Update
    part: int
    hidden: str

    @property
    def puzzle(self) -> Puzzle | None:
        """The hidden number; None if there is none that can be worked out from what is shown."""
        too_long = self.hidden == "gradient" and len(self.update.rows) > words.MOST_ROWS
        not_plain = self.hidden == "step" and self.settings.optimizer != "sgd"
        if self.hidden == NOTHING or too_long or not_plain:
            return None
        decays = self.hidden == "new weight" and bool(self.update.decay.any())
        return None if decays else PUZZLES[self.hidden](self.update, self.settings.rate)


@lru_cache(maxsize=256)
def _itemised(dataset: str, settings: Settings, epoch: int, batch: int) -> Update | None:
    try:
        return itemise(*standard(dataset), settings, epoch, batch)
    except ValueError:  # the run has diverged by then
        return None


def update_under_the_microscope(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, middle, right = st.columns([1.0, 1.45, 3.2], gap="medium")
    with left:
        dataset, settings, epoch, batch = _controls()
    with right:
        part, hidden = _stepper(steps_per_epoch(settings, len(real(dataset).y)))
    seen = _itemised(dataset, settings, epoch, batch)
    if seen is None:
        with right:
            st.markdown(
                "By then this run has left the range of numbers. Choose an earlier epoch or a smaller learning rate."
            )
        return {}
    data, (X, y) = real(dataset), standard(dataset)
    now = Seen(settings, seen, part, hidden)
    picture = microscope_picture(X, y, seen, part, data.feature.name, data.label.name)
    with middle:
        st.container(key="place").markdown(words.place_sentence(seen, len(y), EPOCHS))
        changes = live_chart("update", picture, in_place=told.here)
    with right:
        answer = None if told.key else _question(now)
        _tables(now, hidden_text(now.puzzle, answer))
    explain(QUESTION, guess)
    show_mission(_mission(now, answer))
    return changes


IDEA = Idea("one update", QUESTION, update_under_the_microscope)


def _controls() -> tuple[str, Settings, int, int]:
    new_step: dict[str, Any] = {"on_change": _forget_answer}
    epoch = link.slider("epoch", 1, EPOCHS, 1, key="epoch", help="Which pass over all rows.", **new_step)
    places = st.container()
    rate = link.slider("learning rate", 0.01, 0.5, 0.1, 0.01, key="update_learning_rate", **new_step)
    with st.popover("more", icon=":material/tune:"):
        dataset = link.selectbox("data", list(REAL), "cars", key="update_dataset", **new_step)
        size = link.selectbox(
            "batch size", BATCH_SIZES, BATCH_SIZES[0], batch_size_name, key="update_batch_size", **new_step
        )
        optimizer = link.selectbox("optimizer", list(OPTIMIZERS), "sgd", key="update_optimizer", **new_step)
        st.caption(
            "Data are in standard units: mean 0, deviation 1. Every run starts at w = 0.6, b = 0.5. Rows are shuffled "
            "for every epoch, unless all are in one batch."
        )
    settings = Settings(
        optimizer=optimizer,
        learning_rate=rate,
        epochs=EPOCHS,
        batch_size=None if size == ALL_ROWS else size,
        initial_weights=(0.6,),
        initial_bias=0.5,
    )
    n_batches = steps_per_epoch(settings, len(real(dataset).y))
    batch = 1
    if n_batches > 1:
        with places:
            batch = link.slider("batch", 1, n_batches, 1, key="batch", help="Which part of these rows.", **new_step)
    return dataset, settings, epoch, batch - 1


def _stepper(n_batches: int) -> tuple[int, str]:
    """Which part is shown, and which number is hidden."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        part = link.segmented_control("part", words.PARTS, words.PARTS[0], key="part", label_visibility="collapsed")
        with st.container(horizontal=True, gap="small", width="content"):
            st.button("back", icon=":material/arrow_back:", key="part_back", on_click=_go, args=(-1, n_batches))
            st.button("forward", icon=":material/arrow_forward:", key="part_forward", on_click=_go, args=(1, n_batches))
        hidden = link.selectbox(
            "hide a cell", [NOTHING, *PUZZLES], NOTHING, key="hidden", on_change=_show_all_but_it, width=150
        )
    return words.PARTS.index(part), hidden


def _go(by: int, n_batches: int) -> None:
    """One part on or back; after the last part of a step comes the first one of the next step."""
    now = st.session_state
    step = (now["epoch"] - 1) * n_batches + now.get("batch", 1) - 1
    step, part = divmod(step * len(words.PARTS) + words.PARTS.index(now["part"]) + by, len(words.PARTS))
    if 0 <= step < EPOCHS * n_batches:
        epoch, batch = divmod(step, n_batches)
        if (epoch + 1, batch + 1) != (now["epoch"], now.get("batch", 1)):
            _forget_answer()
        now.update(epoch=epoch + 1, batch=batch + 1, part=words.PARTS[part])


def _forget_answer() -> None:
    """An answer belongs to the step it was given for."""
    st.session_state["answer"] = ""
    link.keep("answer", None)


def _show_all_but_it() -> None:
    _forget_answer()
    if st.session_state["hidden"] != NOTHING:
        st.session_state["part"] = words.PARTS[-1]


def hidden_text(puzzle: Puzzle | None, answer: float | None) -> str:
    """How the hidden number reads; empty where none is, or none any more as the answer was right."""
    return "" if puzzle is None or puzzle.solved_by(answer) else words.shown(puzzle.value)


def _tables(now: Seen, hidden: str) -> None:
    """The numbers of the rows, and of weight and bias."""
    with st.container(key="itemised", gap="xsmall"):
        if now.hidden == NOTHING:  # else the question has that place
            st.markdown(_sentence(now))
        st.markdown(words.rows_table(now.update, now.part, hidden))
        table = words.parameters_table if now.settings.optimizer == "sgd" else moments_table
        st.markdown(table(now.update, now.settings, now.part, hidden))


def _sentence(now: Seen) -> str:
    """What happens in the part that is shown."""
    is_last = now.part == len(words.PARTS) - 1
    return update_sentence(now.update, now.settings) if is_last else words.part_sentence(now.update, now.part)


def _question(now: Seen) -> float | None:
    """Ask for the hidden number and say what the answer is worth; None where there is no question, or no answer."""
    if now.hidden == NOTHING:
        return None
    puzzle = now.puzzle
    if puzzle is None:
        st.markdown("That number takes more than is shown here: choose sgd and a batch of at most 8 rows.")
        return None
    if now.part < words.REACHED_AT[now.hidden]:
        st.markdown(f"Go forward to “{words.PARTS[words.REACHED_AT[now.hidden]]}”: what it takes is not shown yet.")
        return None
    question = f"What is {words.task(now.hidden)}?"
    with st.container(horizontal=True, vertical_alignment="center", key="puzzle"):
        st.markdown(question, width="content")
        typed, answer = link.number_field(
            question, LARGEST_ANSWER, key="answer", label_visibility="collapsed", width=170
        )
        is_no_number = bool(typed.strip()) and answer is None
        st.markdown(words.NO_NUMBER if is_no_number else words.answer_sentence(puzzle, answer), width="content")
    return answer


def _mission(now: Seen, answer: float | None) -> Mission:
    solved = now.puzzle is not None and now.puzzle.solved_by(answer)
    return Mission("by_hand", "hide a cell and work it out.", solved, words.hints(now.hidden, now.puzzle, now.update))
