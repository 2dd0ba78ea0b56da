"""Your numbers: the visitor's own table, one feature or many, a number or a yes/no to predict."""

from contextlib import nullcontext

import streamlit as st

from playground.data.sheet import Question, Sheet
from playground.figures.markup import as_markdown
from playground.lessons.your_numbers.bring import ask, bring, examples
from playground.lessons.your_numbers.controls import choose, settings
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.keys import PASTED, TOO_LONG, UPLOADED
from playground.lessons.your_numbers.table import x_key
from playground.lessons.your_numbers.table_run import views
from playground.lessons.your_numbers.visitor import drop_file, own
from playground.ui import session
from playground.ui.share import EVERYTHING, share
from playground.ui.stage import Stage, open_stage, show

PAGE = "your_numbers"
# What is said of a link, by where the table came from.
HOLDS = {
    PASTED: EVERYTHING,
    TOO_LONG: "This page's address holds what you chose, but has no room for the table: share that as a file.",
    UPLOADED: "This page's address holds what you chose, but not the file, which stays with you. To share the numbers "
    "as well, paste them instead.",
}


def page() -> Stage:
    """The table and what is chosen on the left, what comes of it on the right. In a narrow window one stands below the
    other, and there the settings follow the picture, so that a hand on them sees what they do."""
    notebook, table, part = own()
    waiting, on_top = st.empty(), st.container()  # always there, so that all else keeps its place
    with waiting, st.spinner("Reading the table") if notebook.is_unread else nullcontext():
        stage = open_stage(PAGE, table, lambda values: part, "your-numbers")
    session.bring(notebook.own(stage.values))
    found, experiment = notebook.reading(stage.values), notebook.experiment(stage.values)
    is_gone = found is None and stage.values["your_brought"] != PASTED
    if is_gone:
        with on_top:  # also where one column stands below the other
            stage.words("your_reading")
    is_narrow = stage.values["narrow"]
    left, right = (st.container(), st.container()) if is_narrow else st.columns([1.25, 3], gap="medium")
    with left:
        bring(stage, is_there=isinstance(found, Sheet))
        if isinstance(found, Sheet):
            choose(stage, found, notebook)
            if not is_narrow:
                settings(stage, experiment)
        share(holds=HOLDS[stage.values["your_brought"]])
    with right:
        if not is_gone:
            stage.words("your_reading")
        if found is None:
            examples(stage)
        if isinstance(found, Question):
            ask(stage, found)
        if isinstance(experiment, Experiment):
            training(stage)
        if is_narrow and isinstance(found, Sheet):
            settings(stage, experiment)
        if isinstance(experiment, Experiment):
            results(stage, experiment)
    return stage


def training(stage: Stage) -> None:
    """The picture of the run, and what plays it."""
    if len(views(stage.values)) > 1:
        stage.segmented_control("your_view", "seen as", label_visibility="collapsed")
    stage.picture("your_training")
    stage.play("your_training")


def results(stage: Stage, experiment: Experiment) -> None:
    """What the picture says, the weights, and what can be done with the neuron."""
    stage.words("your_readout")
    stage.words("your_boundary")
    if stage.look(lambda screen: "your_weights" in screen.pictures):
        stage.picture("your_weights")
    left, right = st.columns(2, gap="medium")
    with left:
        stage.words("your_coefficients")
        if stage.look(lambda screen: bool(screen.words["your_scaling"])):
            with st.expander("raw or standardised?", icon=":material/straighten:"):
                stage.words("your_scaling")
    with right:
        predict(stage, experiment)
        stage.number_input("your_row", "the sum of row", width=170)
        stage.words("your_sum")


def predict(stage: Stage, experiment: Experiment) -> None:
    """A row is typed, and the neuron answers."""
    st.markdown("**Predict**: type a row.")
    with st.container(horizontal=True, gap="small", key="your_row_typed"):
        for i, column in enumerate(experiment.chosen.features):
            hint = " or ".join(column.words)
            stage.text_input(x_key(i), as_markdown(column.title), width=130, placeholder=hint or None)
    stage.words("your_prediction")


show(page, forget=drop_file)
