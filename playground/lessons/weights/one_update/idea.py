"""One update under the microscope: from a batch of rows to the new weight, number by number."""

import streamlit as st

from playground.data.datasets import in_standard_units
from playground.figures.markup import as_plotly
from playground.figures.screen import Mission, Screen
from playground.learning.batches import rows_per_step
from playground.lessons.weights.one_update import text as words
from playground.lessons.weights.one_update.picture import microscope_picture, picture_without_update
from playground.lessons.weights.one_update.step import (
    EPOCHS,
    NOTHING,
    PARAMETERS,
    Focus,
    batches_of,
    data_of,
    focus_of,
    moved,
    settings_of,
)
from playground.lessons.weights.one_update.text_optimizer import moments_table, update_sentence
from playground.lessons.weights.one_update.text_part import part_table
from playground.ui.chapter import Idea, Question, arithmetic, is_answered
from playground.ui.lesson import sides
from playground.ui.own_rows import sampled, titled
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_update",
    "A row's x is positive and its prediction is too high. Which way does it push the weight?",
    ("up", "down", "not at all"),
    answer="down",
    why="Its error and its x are above 0, so its share of the gradient is too, and a weight goes against its gradient.",
    more="Every row of the batch pushes, and the weight follows the sum of the pushes.",
)


def one_update(values: Values) -> Screen:
    """What is seen."""
    focus, data = focus_of(values), data_of(values)
    X, y = in_standard_units(data)
    titles = as_plotly(data.feature.name), as_plotly(data.label.name)
    if focus is None:
        size = rows_per_step(settings_of(values), len(y))
        nothing = {"place": "", "question": "", "outcome": "", "itemised": words.DIVERGED, "whole_update": ""}
        return Screen(pictures={"update": picture_without_update(X, y, size, *titles)}, words=nothing)
    hints = words.hints(focus.hidden, focus.workable, focus.update)
    solved = focus.asked is not None and focus.asked.solved_by(focus.answer)
    return Screen(
        pictures={"update": microscope_picture(X, y, focus.update, focus.part, *titles)},
        words={
            "place": words.place_sentence(focus.update, EPOCHS),
            "question": _question(focus),
            "outcome": _outcome(focus),
            "itemised": _itemised(focus, is_answered(values, QUESTION)),
            "whole_update": f"{words.epoch_sentence(focus.update, len(y))}\n\n{_whole(focus)}",
        },
        mission=Mission("by_hand", "hide a cell and work it out.", solved, hints),
    )


def _question(focus: Focus) -> str:
    """What is asked, or why nothing is."""
    if focus.hidden == NOTHING:
        return ""
    if focus.puzzle is None:
        return "That number takes more than is shown here: choose sgd and a batch of at most 8 rows."
    if focus.is_early:
        return f"Go forward to “{words.PARTS[words.REACHED_AT[focus.hidden]]}”: what it takes is not shown yet."
    if focus.asked is None:
        return "The digits shown do not tell that number: it is what larger ones left over. Choose a smaller rate."
    return f"What is {words.task(focus.hidden)}?"


def _outcome(focus: Focus) -> str:
    """What the answer is worth."""
    if focus.asked is None:
        return ""
    is_no_number = bool(focus.typed.strip()) and focus.answer is None
    return words.NO_NUMBER if is_no_number else words.answer_sentence(focus.asked, focus.answer)


def _itemised(focus: Focus, answered: bool) -> str:
    """The numbers of the part that is shown; where one is hidden, all that it can be worked out from."""
    if focus.hidden != NOTHING:
        return _whole(focus)
    sentence = _sentence(focus) if answered else ""
    return f"{sentence}\n\n{part_table(focus.update, focus.settings, focus.part)}"


def _whole(focus: Focus) -> str:
    """The numbers of the rows, and of weight and bias, up to the part that is shown."""
    is_open = focus.workable is None or focus.workable.solved_by(focus.answer)
    hidden = "" if focus.workable is None or is_open else words.shown(focus.workable.value)
    table = words.parameters_table if focus.settings.optimizer == "sgd" else moments_table
    tables = words.rows_table(focus.update, focus.part, hidden), table(focus.update, focus.settings, focus.part, hidden)
    return "\n\n".join(tables)


def _sentence(focus: Focus) -> str:
    """What happens in the part that is shown."""
    is_last = focus.part == len(words.PARTS) - 1
    return update_sentence(focus.update, focus.settings) if is_last else words.part_sentence(focus.update, focus.part)


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures, beside = sides(1.0, 1.45, 3.2)
    with tried:
        _controls(stage)
    with pictures:
        stage.words("place")
        stage.picture("update")
    with beside:
        _stepper(stage)
        _answer_field(stage)
        stage.words("itemised")
        if stage.values["hidden"] == NOTHING and is_answered(stage.values, QUESTION):
            with arithmetic():
                stage.words("whole_update")


IDEA = Idea("one update", QUESTION, PARAMETERS, one_update, layout, missions=("by_hand",))


def _controls(stage: Stage) -> None:
    stage.slider("epoch", "epoch", help="Which pass over all rows.")
    if batches_of(stage.values) > 1:
        stage.slider("batch", "batch", help="Which part of these rows.")
    stage.slider("update_learning_rate", "learning rate")
    with st.popover("more", icon=":material/tune:"):
        stage.selectbox("update_dataset", "data", format_func=titled)
        stage.selectbox("update_batch_size", "batch size")
        stage.selectbox("update_optimizer", "optimizer")
        st.caption(
            "Data are in standard units: mean 0, deviation 1. Every run starts at w = 0.6, b = 0.5. Rows are shuffled "
            f"for every epoch, unless all are in one batch. {sampled(data_of(stage.values))}"
        )


def _stepper(stage: Stage) -> None:
    """Which part is shown, and which number is hidden."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        stage.segmented_control("part", "part", label_visibility="collapsed")
        with st.container(horizontal=True, gap="small", width="content"):
            st.button("back", icon=":material/arrow_back:", key="part_back", on_click=_move, args=(stage, -1))
            st.button("forward", icon=":material/arrow_forward:", key="part_forward", on_click=_move, args=(stage, 1))
        stage.selectbox("hidden", "hide a cell", on_change=_show_all_but_it, args=(stage,), width=150)


def _move(stage: Stage, by: int) -> None:
    stage.put(**moved(stage.latest(), by))


def _show_all_but_it(stage: Stage) -> None:
    if stage.latest()["hidden"] != NOTHING:
        stage.put(part=words.PARTS[-1])
    stage.on_change()


def _answer_field(stage: Stage) -> None:
    """The question for the hidden number, and the field for its answer."""
    focus = focus_of(stage.values)
    if focus is None or focus.hidden == NOTHING:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="puzzle"):
        stage.words("question", width="content")
        if focus.asked:
            stage.number_field("answer", _question(focus), label_visibility="collapsed", width=170)
            stage.words("outcome", width="content")
