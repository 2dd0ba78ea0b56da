"""Your numbers: the visitor's own table, one feature or many, a number or a yes/no to predict."""

from contextlib import nullcontext

import streamlit as st

from playground.data.decoding import LARGEST_FILE
from playground.data.packing import pack
from playground.data.sheet import Question, Refusal, Sheet
from playground.figures.markup import as_markdown
from playground.figures.numbers import in_full
from playground.lessons.your_numbers.examples import EXAMPLES
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.keys import YES_OR_NO
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table import is_drawn, table_of, x_key
from playground.lessons.your_numbers.view import view_of
from playground.ui import session
from playground.ui.browser import place
from playground.ui.share import share
from playground.ui.stage import Part, Stage, open_stage, show
from playground.ui.state import Table

PAGE = "your_numbers"
UPLOAD = "your_upload"
_OWN = "_own_numbers"


def own() -> tuple[Notebook, Table, Part]:
    """This visitor's notebook, and the page's table of state and view with it."""
    if _OWN not in st.session_state:
        notebook = Notebook()
        table = table_of(notebook)
        part = Part(
            view_of(notebook), tuple(row.key for row in table), listen=lambda values: {"your_file": notebook.name}
        )
        st.session_state[_OWN] = notebook, table, part
    kept: tuple[Notebook, Table, Part] = st.session_state[_OWN]
    return kept


def take_file() -> None:
    """Take the file that was chosen in place of the one before; a file that was taken off the screen is dropped."""
    notebook, _, _ = own()
    try:
        file = st.session_state.get(UPLOAD)
    except (AttributeError, TypeError, ValueError):  # a browser may report anything
        file = None
    drop_file()
    if file is not None:
        notebook.take(file.file_id, file.getvalue(), file.name)


def drop_file() -> None:
    """Be without a file."""
    own()[0].take("", b"")


@st.fragment
def page() -> None:
    """The table and what is chosen on the left, what comes of it on the right."""
    notebook, table, part = own()
    waiting = st.empty()  # always there, so that all else keeps its place
    with waiting, st.spinner("Reading the table") if notebook.is_unread else nullcontext():
        stage = open_stage(PAGE, table, lambda values: part, "your-numbers")
    session.bring(notebook.own(stage.values))
    found, experiment = notebook.reading(stage.values), notebook.experiment(stage.values)
    left, right = st.columns([1.25, 3], gap="medium")
    with left:
        bring(stage, is_there=isinstance(found, Sheet))
        if isinstance(found, Sheet):
            choose(stage, found, notebook)
            settings(stage, experiment)
        share()
    with right:
        stage.words("your_reading")
        if found is None:
            examples(stage)
        if isinstance(found, Question):
            ask(stage)
        if isinstance(experiment, Experiment):
            results(stage, experiment)
    stage.close()


def bring(stage: Stage, is_there: bool) -> None:
    """Where a table comes from, and how it is read."""
    text = stage.values["your_table"]
    drawn = is_drawn(text) and not stage.values["your_file"]
    with st.expander("your table", expanded=drawn or not is_there, icon=":material/table:"):
        stage.text_area("your_table", "paste or type", height=170, placeholder=PLACEHOLDER, help=_PASTE)
        upload(own()[0])
        if drawn:
            with st.container(key="your_drawing"):
                st.markdown("or draw points", help=_DRAW)
                place("drawing", field="your_table")
        if text and pack(text) is None:
            st.caption("This table is too long for a link. To share it, share the file.")
        with st.popover("how it is read", icon=":material/tune:"):
            stage.selectbox("your_delimiter", "between cells")
            stage.selectbox("your_decimal_mark", "decimal mark")
            stage.selectbox("your_header", "first line holds")
            stage.selectbox("your_encoding", "encoding of a file")


def upload(notebook: Notebook) -> None:
    """A file; it is kept while the visitor looks at other pages, where Streamlit forgets what was uploaded."""
    if notebook.name and st.session_state.get(UPLOAD) is None:
        st.markdown(f"In use: the file {as_markdown(notebook.title)}")
        st.button("without it", key="your_file_off", icon=":material/close:", on_click=drop_file)
    else:
        largest = LARGEST_FILE // 2**20
        st.file_uploader("or a file", key=UPLOAD, max_upload_size=largest, help=_FILE, on_change=take_file)


def choose(stage: Stage, sheet: Sheet, notebook: Notebook) -> None:
    """The label and the features."""
    titles = [column.title for column in sheet.columns]
    with st.container(gap="xxsmall"):
        stage.selectbox("your_label", "predict (label)", format_func=lambda position: titles[position])
        stage.multiselect("your_features", "from (features)", format_func=lambda position: titles[position])
        if len(notebook.kinds(stage.values)) > 1:
            stage.segmented_control("your_kind", "as", label_visibility="collapsed")
        if stage.values["your_kind"] == YES_OR_NO:
            stage.toggle("your_swapped", "swap yes and no")


def settings(stage: Stage, experiment: Experiment | Refusal | None) -> None:
    """How it is trained."""
    rate = in_full(experiment.typed_rate) if isinstance(experiment, Experiment) else ""
    with st.container(gap="xxsmall"):
        is_typed = bool(stage.values["your_learning_rate"].strip())
        label = (
            f"learning rate (1 is {'its limit' if stage.values['your_optimizer'] == 'sgd' else 'ten times the usual'})"
        )
        stage.slider("your_rate_share", label, help=_SHARE, disabled=is_typed)
        left, right = st.columns(2, gap="small")
        with left:
            stage.number_field("your_learning_rate", "or the rate", placeholder=rate, help=_RATE)
        with right:
            stage.number_input("your_epochs", "epochs", help=_EPOCHS)
        stage.toggle("your_standardise", "standardise", help=_STANDARDISE)
        with st.popover("more", icon=":material/tune:"):
            more(stage)


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


def examples(stage: Stage) -> None:
    """Tables to begin with."""
    st.markdown("Or take one of these:")
    with st.container(horizontal=True):
        for i, (name, text) in enumerate(EXAMPLES.items(), start=1):
            st.button(name, key=f"your_example_{i}", on_click=stage.put, kwargs={"your_table": text})


def ask(stage: Stage) -> None:
    """Let the visitor say what a comma means."""
    with st.container(horizontal=True):
        for label, mark in (("between thousands", "point"), ("decimal comma", "comma")):
            key = f"your_comma_{mark}"
            st.button(label, key=key, on_click=stage.put, kwargs={"your_decimal_mark": mark}, type="primary")


def results(stage: Stage, experiment: Experiment) -> None:
    """Pictures, what they say, and what can be done with the neuron."""
    stage.picture("your_training")
    stage.play("your_training")
    stage.words("your_readout")
    stage.words("your_boundary")
    if "your_weights" in stage.screen.pictures:
        stage.picture("your_weights")
    left, right = st.columns(2, gap="medium")
    with left:
        stage.words("your_coefficients")
        if stage.screen.words["your_scaling"]:
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
        for i, name in enumerate(experiment.names):
            stage.number_field(x_key(i), as_markdown(name), width=130)
    stage.words("your_prediction")


PLACEHOLDER = "arm (cm)\theight (cm)\n62\t154\n68\t163"
_PASTE = "Copy cells in a spreadsheet and paste them here. Names in the first line, one row for each thing measured."
_DRAW = "Press to add a point, drag to move it. A double click or the delete key takes it away; arrow keys move it."
_FILE = (
    "A text file such as CSV, up to 10 MB, 100 000 rows and 50 columns. It stays in this visit: it is in no link, "
    "nobody else sees it, and it is gone when you leave."
)
_SHARE = (
    "For sgd 1 is the largest rate with which the squared error of a linear neuron still falls: that depends on how "
    "large the features are. For the other optimizers 0.1 is their own default."
)
_RATE = "Such as 0.1 or 1e-9, as a course or a tutorial has it. Empty: what the slider says."
_EPOCHS = "How often training goes over all rows."
_STANDARDISE = "Shift and scale features and label to mean 0 and deviation 1 before training."
_CONVENTION = (
    "Some courses take half the mean of the squared errors, or their sum. With sgd your rate then does what it does "
    "there: a sum over m rows is m times their mean."
)
_START = "One number for each feature, with blanks between them, in the units that are trained in."

show(page)
