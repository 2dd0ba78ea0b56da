"""The controls of a neuron that the visitor holds by hand."""

from playground.lessons.bias.curve import UP
from playground.ui import link


def neuron_controls() -> tuple[str, float, float]:
    """A neuron that the visitor holds by hand: activation, weight and bias."""
    activation = link.segmented_control("activation", list(UP), "linear", key="held_activation")
    weight = link.slider("weight", -2.0, 2.0, 0.8, 0.05, key="held_weight")
    bias = link.slider("bias", -4.0, 4.0, 1.0, 0.05, key="held_bias")
    return activation, weight, bias
