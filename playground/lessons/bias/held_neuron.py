"""A neuron that the visitor holds by hand: its rows in the table of state, and its controls."""

from typing import NamedTuple

from playground.lessons.bias.curve import UP
from playground.ui.numeric import Number
from playground.ui.parameters import Choice, Parameter, Values
from playground.ui.stage import Stage

HELD_NEURON: tuple[Parameter, ...] = (
    Choice(key="held_activation", start="linear", options=tuple(UP)),
    Number(key="held_weight", start=0.8, low=-2.0, high=2.0, step=0.05),
    Number(key="held_bias", start=1.0, low=-4.0, high=4.0, step=0.05),
)


class HeldNeuron(NamedTuple):
    """Activation, weight and bias as the visitor has set them."""

    activation: str
    weight: float
    bias: float


def held_neuron_of(values: Values) -> HeldNeuron:
    """The neuron that these values set up."""
    return HeldNeuron(values["held_activation"], values["held_weight"], values["held_bias"])


def neuron_controls(stage: Stage) -> None:
    """Its controls."""
    stage.segmented_control("held_activation", "activation")
    stage.slider("held_weight", "weight")
    stage.slider("held_bias", "bias")
