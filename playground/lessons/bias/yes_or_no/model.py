"""A sigmoid neuron that says yes or no from one feature: where it switches, and how often it is mistaken."""

from dataclasses import dataclass

import numpy as np

from playground.learning.arrays import Array, Flags
from playground.learning.batches import mean_losses
from playground.learning.settings import Settings
from playground.learning.shape import threshold
from playground.learning.training import train

EPOCHS, RATE = 500, 1.0
"""The rate is for a feature whose mean square is 1; see `trained`."""


@dataclass(frozen=True)
class Decision:
    """A neuron that says yes where weight * (x - zero) + bias is above 0, which is where its sigmoid is above 1/2.

    Attributes:
        weight, bias: of the neuron. zero: from where the feature is measured.
    """

    weight: float
    bias: float
    zero: float

    @property
    def switch(self) -> float | None:
        """Where it changes from no to yes or back, on the feature's own scale; None if it never does."""
        place = threshold(self.weight, self.bias)
        return None if place is None else place + self.zero

    def sums(self, x: Array) -> Array:
        """weight * (x - zero) + bias at each x, of the same shape."""
        total: Array = self.weight * (x - self.zero) + self.bias
        return total

    def says_yes(self, x: Array) -> Flags:
        """Whether it says yes at each x, of the same shape."""
        yes: Flags = self.sums(x) > 0.0
        return yes

    def mistaken(self, x: Array, labels: Array) -> Flags:
        """At which x it does not say what the label does, 1 for yes and 0 for no."""
        wrong: Flags = self.says_yes(x) != (labels > 0.5)
        return wrong

    def accuracy(self, x: Array, labels: Array) -> float:
        """The share of x at which it says what the label does."""
        return 1.0 - float(self.mistaken(x, labels).mean())

    def loss(self, x: Array, labels: Array) -> float:
        """Its binary_crossentropy over all x."""
        settings = Settings(activation="sigmoid", loss="binary_crossentropy")
        here = np.array([[self.weight, self.bias]])
        return float(mean_losses((x - self.zero)[:, None], labels, settings, here)[0])


def trained(x: Array, labels: Array, zero: float, use_bias: bool) -> Decision:
    """Train from weight 0 and bias 0 with the feature measured from `zero`.

    With a bias it does not matter where the feature is measured from, as the bias makes up for it: then it is trained
    in standard units. Without one it is only rescaled. The rate is RATE divided by the mean square of the feature as
    it is learned from, so that it is below its limit wherever zero lies.

    Args:
        x: of shape (n_samples,). labels: 1 for yes and 0 for no, of the same shape.
    """
    centre, scale = float(x.mean()) if use_bias else zero, float(x.std())
    rescaled = (x - centre) / scale
    settings = Settings(
        activation="sigmoid",
        loss="binary_crossentropy",
        learning_rate=RATE / float(np.square(rescaled).mean()),
        epochs=EPOCHS,
        use_bias=use_bias,
        initial_weights=(0.0,),
    )
    history = train(rescaled[:, None], labels, settings)
    weight = float(history.weights[-1, 0]) / scale
    return Decision(weight, float(history.bias[-1]) + weight * (zero - centre), zero)
