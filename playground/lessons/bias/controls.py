"""Controls that several of the chapter's ideas share."""

import streamlit as st

from playground.lessons.bias.experiment import experiment_of
from playground.lessons.bias.pair_text import UNITS
from playground.ui.own_rows import sampled, titled
from playground.ui.stage import Stage


def experiment_controls(stage: Stage, *, with_data: bool = True) -> None:
    """The controls of an experiment.

    with_data: False puts those of the data under "more", where the idea is about something else.
    """
    with st.container(gap="xxsmall"):
        about_the_data = st.container(gap="xxsmall")
        stage.slider("bias_learning_rate", "learning rate")
        stage.slider("bias_epochs", "epochs")
        with about_the_data if with_data else st.popover("more", icon=":material/tune:"):
            stage.selectbox("bias_dataset", "data", format_func=titled)
            stage.slider("mean_x", "mean of x")
            stage.slider("mean_y", "mean of y")
        st.caption(f"{UNITS} {sampled(experiment_of(stage.values).data)}")
