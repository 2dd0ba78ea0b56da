"""The Playground's controls: native widgets, each bound to the link under its own name."""

from dataclasses import asdict, fields
from typing import Any

import streamlit as st

from playground.data import MADE_UP, TITLES, Dataset, MadeUp, made_up, real
from playground.learning import OPTIMIZERS
from playground.ui.choices import ALL_ROWS, Choices, batch_size_name, random_line, ranges_of
from playground.ui.live import Hand
from playground.ui.ranges import Range, Ranges
from playground.ui.share import share

BATCH_SIZES = (ALL_ROWS, 1, 2, 4, 8, 16, 32, 64, 128)
MOST_EPOCHS = 200
_BOUND: dict[str, Any] = {"bind": "query-params"}


def controls() -> None:
    """Show the controls, in the order in which a visitor meets them."""
    # A link names an option as the menu does, so the menu uses the names of the code.
    dataset = st.selectbox("data", list(TITLES), key="dataset", label_visibility="collapsed", **_BOUND)
    # What is under "more" decides the sliders' ranges, so it is laid out later and read first.
    sliders = st.container(gap="xxsmall")
    with st.container(horizontal=True, gap="small"):
        more = st.popover("more", icon=":material/tune:")
        share()
    with more:
        buttons = st.container(horizontal=True, gap="small")
        standardise = st.toggle("standardise X and y", True, key="standardise", help=_STANDARDISE, **_BOUND)
        st.toggle("logarithmic loss axis", False, key="log_loss", **_BOUND)
        left, middle, right = st.columns([4, 3, 3], gap="small")
        optimizer = left.selectbox("optimizer", list(OPTIMIZERS), key="optimizer", **_BOUND)
        middle.selectbox("batch size", BATCH_SIZES, format_func=batch_size_name, key="batch_size", **_BOUND)
        seed = int(right.number_input("seed", 0, 9999, 0, key="seed", **_BOUND))
        recipe = _made_up_sliders(seed) if dataset == MADE_UP else MadeUp(seed=seed)
    data = made_up(recipe) if dataset == MADE_UP else real(dataset)
    reach, once_more = _ranges_of(data, optimizer, standardise)
    with sliders:
        _slider("weight", reach.weight, "The weight w that training starts with: the slope of the dashed line.")
        _slider("bias", reach.bias, "The bias b that training starts with: it moves the dashed line up or down.")
        _slider("learning_rate", reach.learning_rate, "How far each step goes against the gradient.")
        st.slider(
            "epochs",
            1,
            MOST_EPOCHS,
            Choices.epochs,
            key="epochs",
            help="How often training goes over all rows.",
            **_BOUND,
        )
    with buttons:
        drawn = random_line(data, seed, _times_drawn() + 1, standardise)
        start = reach.weight.nearest(drawn[0]), reach.bias.nearest(drawn[1])
        st.button("random start", icon=":material/casino:", help=_RANDOM, on_click=_random_start, args=start)
        st.button("reset", icon=":material/restart_alt:", on_click=_reset)
    if once_more:
        st.rerun()


def chosen(hand: Hand) -> Choices:
    """What the controls say, with the value under the finger in place of the one its slider reported last.

    It is read from the session, not handed on by `controls`: a finger reruns the pictures without the controls.
    """
    said = {field.name: st.session_state[field.name] for field in fields(Choices) if field.name in st.session_state}
    if hand.value is not None and hand.key in _MOVABLE:
        said[hand.key] = int(hand.value) if hand.key in ("epochs", "n_samples") else float(hand.value)
    return Choices(**said)


_MOVABLE = {"weight", "bias", "learning_rate", "epochs", "slope", "intercept", "noise", "n_samples"}

_STANDARDISE = (
    "Shift and scale X and y to mean 0 and deviation 1 before training, so that slider ranges and learning rates mean "
    "the same for every data set. Off: the neuron sees the raw units, and needs much smaller learning rates."
)


_RANDOM = "Draw the weight as Keras does (glorot_uniform, in standard units); the bias starts at 0."


def _ranges_of(data: Dataset, optimizer: str, standardise: bool) -> tuple[Ranges, bool]:
    """The ranges of weight, bias and learning rate, and whether the page must run once more to come to new ones.

    What was chosen in grams and millimetres means nothing in other units, so each starts anew there. A slider with a
    new range takes its value from the link first. So the old sliders are shown once more, at their start: that takes
    the old numbers out of the link.
    """
    units = "standard" if standardise else data.title
    wanted = ranges_of(data, optimizer, standardise)
    old_units, old_ranges = st.session_state.get(_SHOWN, (units, wanted))
    others = old_units != units
    shown: Ranges = old_ranges if others else wanted
    if others or st.session_state.pop(_ANEW, False):
        st.session_state.update({name: _start(getattr(shown, name)) for name in ("weight", "bias", "learning_rate")})
    for name, reach in vars(shown).items():
        kept = st.session_state.get(name)
        if kept is not None and reach != getattr(old_ranges, name):  # as another optimizer's rate
            st.session_state[name] = reach.nearest(kept) if reach.low <= kept <= reach.high else _start(reach)
    st.session_state.update({_SHOWN: (units, wanted), **({_ANEW: True} if others else {})})
    return shown, others


_SHOWN, _ANEW = "_ranges_shown", "_anew"


def _start(reach: Range) -> float:
    return reach.nearest(reach.start)


def _slider(name: str, reach: Range, help_text: str) -> None:
    label = name.replace("_", " ")
    shape = f"%.{reach.decimals}f"
    st.slider(label, reach.low, reach.high, _start(reach), reach.step, shape, key=name, help=help_text, **_BOUND)


def _made_up_sliders(seed: int) -> MadeUp:
    left, right = st.columns(2, gap="medium")
    return MadeUp(
        left.slider("slope", -3.0, 3.0, 1.5, 0.1, key="slope", **_BOUND),
        right.slider("intercept", -3.0, 3.0, 0.5, 0.1, key="intercept", **_BOUND),
        left.slider("noise", 0.0, 3.0, 0.5, 0.1, key="noise", **_BOUND),
        right.slider("n_samples", 2, 300, 60, key="n_samples", **_BOUND),
        seed,
    )


def _times_drawn() -> int:
    times: int = st.session_state.get("_times_drawn", 0)
    return times


def _random_start(weight: float, bias: float) -> None:
    st.session_state.update(weight=weight, bias=bias, _times_drawn=_times_drawn() + 1)


def _reset() -> None:
    """Put every control of the training back; none of them is in the link then."""
    st.session_state.update(asdict(Choices()))
