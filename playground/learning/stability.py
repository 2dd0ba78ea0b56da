"""How large a learning rate may be, and what a run at a rate will do: from curvature, not from a run.

For full-batch gradient descent on the squared error of a linear neuron one step multiplies the
distance to the optimum, along each eigenvector of the Hessian, by a fixed 1 x 1 matrix, or 2 x 2
with momentum. The roots (eigenvalues) of that matrix say everything.
"""

import math
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features
from playground.learning.batches import rows_per_step
from playground.learning.descent import trained
from playground.learning.optimizers import SGD
from playground.learning.quadratic import is_quadratic
from playground.learning.settings import Settings

ROUNDING = 1e-12


class Regime(StrEnum):
    """What a run does in the long run."""

    SMOOTH = "smooth"  # every direction goes straight to the optimum
    BOUNCING = "bouncing"  # it gets there, but overshoots in at least one direction
    EDGE = "edge"  # at the limit, within rounding: it never settles
    DIVERGING = "diverging"
    UNKNOWN = "unknown"  # no exact limit exists


def curvatures(X: ArrayLike, settings: Settings) -> Array:
    """Eigenvalues, ascending, of the Hessian of mean squared error + l2 |w|^2 in what is trained."""
    features = as_features(X)
    n_samples, n_features = features.shape
    gram = np.empty((n_features + 1, n_features + 1))
    gram[:-1, :-1] = features.T @ features
    gram[-1, :-1] = gram[:-1, -1] = np.ones(n_samples) @ features
    gram[-1, -1] = n_samples
    hessian = gram * (2.0 / n_samples)
    hessian[:-1, :-1] += 2.0 * settings.l2 * np.eye(n_features)
    moving = trained(settings, n_features) > 0.0
    return np.linalg.eigvalsh(hessian[np.ix_(moving, moving)])


def learning_rate_limit(X: ArrayLike, settings: Settings) -> float | None:
    """The rate at which training stops to converge, exactly.

    limit = 2 (1 + momentum) / (c lambda_max + (1 + momentum) weight_decay), with c = 1, and
    c = 1 + 2 momentum for nesterov; without momentum and decay that is 2 / lambda_max. It is where
    the first root of the step reaches -1 (see `step_roots`). Infinite where there is nothing to
    train. An l1 penalty adds bounded kicks and does not change it.

    None where no such limit exists: other optimizers divide the gradient by its own size, so they
    do not blow up but hover; other losses and activations have a curvature that changes along the
    way; with mini-batches every step has a Hessian of its own.
    """
    if not _is_linear_map(X, settings):
        return None
    rule = settings.update_rule
    assert isinstance(rule, SGD)
    ahead = 1.0 + rule.momentum
    c = 1.0 + 2.0 * rule.momentum if rule.nesterov else 1.0
    steepest = max(curvatures(X, settings), default=0.0)
    slowed = c * steepest + ahead * rule.weight_decay
    return float(2.0 * ahead / slowed) if slowed > 0.0 else math.inf


def step_roots(curvature: float, rule: SGD) -> tuple[complex, complex]:
    """The two factors by which one step multiplies the distance to the optimum, along one eigenvector.

    With a the rate times the curvature, k the weight decay's 1 - rate * weight_decay and mu the
    momentum: z^2 - (k - a + mu) z + mu k = 0; for nesterov z^2 - (k - a (1 + mu) + mu) z +
    mu (k - a) = 0. Without momentum the roots are k - a and 0.
    """
    mu = rule.momentum
    a = rule.learning_rate * curvature
    k = 1.0 - rule.learning_rate * rule.weight_decay
    if rule.nesterov:
        total, product = k - a * (1.0 + mu) + mu, mu * (k - a)
    else:
        total, product = k - a + mu, mu * k
    root = complex(total * total - 4.0 * product) ** 0.5
    return (total + root) / 2.0, (total - root) / 2.0


def regime(X: ArrayLike, settings: Settings) -> Regime:
    """What training will do at its rate, from the exact roots of its step.

    Directions without curvature do not move and do not count.
    """
    if not _is_linear_map(X, settings):
        return Regime.UNKNOWN
    rule = settings.update_rule
    assert isinstance(rule, SGD)
    sizes = curvatures(X, settings)
    curved = sizes[sizes > max(sizes, default=0.0) * len(sizes) * np.finfo(float).eps]
    roots = [root for curvature in curved for root in step_roots(float(curvature), rule)]
    largest = max(map(abs, roots), default=0.0)
    if abs(largest - 1.0) <= ROUNDING:
        return Regime.EDGE
    if largest > 1.0:
        return Regime.DIVERGING
    overshooting = any(abs(root.imag) > ROUNDING or root.real < -ROUNDING for root in roots)
    return Regime.BOUNCING if overshooting else Regime.SMOOTH


def _is_linear_map(X: ArrayLike, settings: Settings) -> bool:
    n_samples = len(as_features(X))
    return is_quadratic(settings) and settings.optimizer == "sgd" and rows_per_step(settings, n_samples) == n_samples
