"""One neuron, and layers of them: forward pass, training, and what can be said about both. NumPy only."""

from playground.learning.analysis import Optimum, condition_number, least_squares, r2_score
from playground.learning.initializers import INITIALIZERS, draw
from playground.learning.losses import LOSSES
from playground.learning.network import Layer, Network
from playground.learning.network_training import NetworkHistory, train_network
from playground.learning.neuron import ACTIVATIONS, predict
from playground.learning.optimizers import OPTIMIZERS
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings
from playground.learning.stability import Regime, curvatures, learning_rate_limit, regime, step_roots
from playground.learning.streams import stream
from playground.learning.surface import falls, loss_surface
from playground.learning.training import History, train
from playground.learning.vectors import angle, cosine_similarity, dot_product, norm, products, projection

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "LOSSES",
    "OPTIMIZERS",
    "History",
    "Layer",
    "Network",
    "NetworkHistory",
    "Optimum",
    "Regime",
    "Settings",
    "Standardizer",
    "angle",
    "condition_number",
    "cosine_similarity",
    "curvatures",
    "dot_product",
    "draw",
    "falls",
    "learning_rate_limit",
    "least_squares",
    "loss_surface",
    "norm",
    "predict",
    "products",
    "projection",
    "r2_score",
    "regime",
    "step_roots",
    "stream",
    "train",
    "train_network",
]
