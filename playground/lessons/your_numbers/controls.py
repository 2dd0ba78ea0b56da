"""What is chosen of a table, and how it is trained on."""

import streamlit as st

from playground.data.sheet import Refusal, Sheet
from playground.figures.markup import as_markdown
from playground.figures.numbers import in_full
from playground.lessons.your_numbers.epochs import MOST_EPOCHS
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.keys import YES_OR_NO
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.titles import title_key, unit_key
from playground.ui.numeric import Whole
from playground.ui.stage import Stage
from playground.ui.state import row_of


def choose(stage: Stage, sheet: Sheet, notebook: Notebook) -> None:
    """The label and the features."""
    names = [column.title for column in sheet.columns]
    with st.container(gap="xxsmall"):
        stage.selectbox("your_label", "predict (label)", format_func=lambda position: names[position])
        stage.multiselect("your_features", "from (features)", format_func=lambda position: names[position])
        if len(notebook.kinds(stage.values)) > 1:
            stage.segmented_control("your_kind", "as", label_visibility="collapsed")
        if stage.values["your_kind"] == YES_OR_NO:
            stage.toggle("your_swapped", "swap yes and no")
        titles(stage, sheet)


def titles(stage: Stage, sheet: Sheet) -> None:
    """What the chosen columns are called, and what they are measured in."""
    with st.popover("titles and units", icon=":material/straighten:"):
        for position in (stage.values["your_label"], *stage.values["your_features"]):
            name = as_markdown(sheet.columns[position].name)
            left, right = st.columns([2, 1], gap="small", vertical_alignment="bottom")
            with left:
                stage.text_input(title_key(position), name)
            with right:
                stage.text_input(unit_key(position), f"unit of {name}", placeholder="such as cm")


def settings(stage: Stage, experiment: Experiment | Refusal | None) -> None:
    """How it is trained."""
    rate = in_full(experiment.typed_rate) if isinstance(experiment, Experiment) else ""
    with st.container(gap="xxsmall"):
        is_typed = bool(stage.values["your_learning_rate"].strip())
        label = f"learning rate ({_what_one_is(stage, experiment)})"
        stage.slider("your_rate_share", label, help=_SHARE, disabled=is_typed)
        left, right = st.columns(2, gap="small")
        with left:
            stage.number_field("your_learning_rate", "or the rate", placeholder=rate, help=_RATE)
        with right:
            stage.number_input("your_epochs", "epochs", help=_of_epochs(stage))
        stage.toggle("your_standardise", "standardise", help=_STANDARDISE)
        with st.popover("more", icon=":material/tune:"):
            more(stage)


def _of_epochs(stage: Stage) -> str:
    """What they are, and why there are not more of them."""
    row = row_of(stage.table, "your_epochs")
    assert isinstance(row, Whole)
    most = row.range_of(stage.values).high
    return _EPOCHS if most == MOST_EPOCHS else f"{_EPOCHS} With these rows up to {most:.0f}, so that nobody waits long."


def _what_one_is(stage: Stage, experiment: Experiment | Refusal | None) -> str:
    """On the slider of the learning rate; see `whole_rate`."""
    if stage.values["your_optimizer"] != "sgd":
        return "1 is ten times the usual"
    has_none = isinstance(experiment, Experiment) and experiment.run.limit is None
    return "1: limit of squared errors" if has_none else "1 is its limit"


def more(stage: Stage) -> None:
    """What is needed less often."""
    left, right = st.columns(2, gap="small")
    with left:
        stage.selectbox("your_optimizer", "optimizer")
        stage.selectbox("your_loss", "loss")
        stage.selectbox("your_activation", "activation")
        stage.selectbox("your_convention", "the loss is the", help=_CONVENTION)
        stage.selectbox("your_batch_size", "batch size")
        stage.selectbox("your_test", "rows held back")
        stage.number_input("your_seed", "seed")
    with right:
        stage.number_field("your_momentum", "momentum", placeholder="0", help="For sgd: from 0 to below 1.")
        stage.number_field("your_l1", "l1", placeholder="0", help="A penalty on the sum of all |w|.")
        stage.number_field("your_l2", "l2", placeholder="0", help="A penalty on the sum of all w².")
        stage.selectbox("your_initializer", "weights start as")
        stage.text_input("your_start_weights", "or start at w =", placeholder="0.3 −0.5", help=_START)
        stage.number_field("your_start_bias", "start at b =", placeholder="0")
        stage.toggle("your_nesterov", "nesterov")
        stage.toggle("your_bias", "use a bias")
        stage.toggle("your_shuffle", "shuffle batches")
        stage.toggle("your_log_loss", "logarithmic loss")


_SHARE = (
    "For sgd 1 is the largest rate with which the squared error of a linear neuron still falls: that depends on how "
    "large the features are. Other losses and activations have no single limit; that one shows which rates are large. "
    "For the other optimizers 0.1 is their own default."
)
_RATE = "Such as 0.1 or 1e-9, as a course or a tutorial has it. Empty: what the slider says."
_EPOCHS = "How often training goes over all rows."
_STANDARDISE = "Shift and scale features and label to mean 0 and deviation 1 before training."
_CONVENTION = (
    "Some courses take half the mean of the squared errors, or their sum. With sgd your rate then does what it does "
    "there: a sum over m rows is m times their mean."
)
_START = "One number for each feature, with blanks between them, in the units that are trained in."
