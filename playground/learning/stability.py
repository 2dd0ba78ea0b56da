"""How large a learning rate may be, and what a run at a rate will do: from curvature, not from a run.

For full-batch gradient descent on the squared error of a linear neuron one step multiplies the
distance to the optimum, along each eigenvector of the Hessian, by a fixed 1 x 1 matrix, or 2 x 2
with momentum. The roots (eigenvalues) of that matrix say everything.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features
from playground.learning.batches import takes_all_rows
from playground.learning.descent import trained
from playground.learning.logistic import is_logistic
from playground.learning.optimizers import SGD
from playground.learning.quadratic import is_quadratic
from playground.learning.settings import Settings

ROUNDING = 1e-12
LARGE = 1e100
"""Next to a sum of roots of this size their product does not count, and its square may leave the range of floats."""


class Regime(StrEnum):
    """What a run does in the long run."""

    SMOOTH = "smooth"  # every direction goes straight to the optimum
    BOUNCING = "bouncing"  # it gets there, but overshoots in at least one direction
    EDGE = "edge"  # at the limit, within rounding: it never settles
    DIVERGING = "diverging"
    UNKNOWN = "unknown"  # no exact limit exists


def curvatures(X: ArrayLike, settings: Settings) -> Array:
    """Eigenvalues, ascending, of the Hessian of mean squared error + l2 |w|^2 in what is trained.

    2/n (X, 1)' (X, 1), plus 2 l2 for each weight; infinite where that is beyond the range of numbers.
    """
    features = as_features(X)
    n_samples, n_features = features.shape
    gram = np.empty((n_features + 1, n_features + 1))
    gram[:-1, :-1] = features.T @ features
    gram[-1, :-1] = gram[:-1, -1] = np.ones(n_samples) @ features
    gram[-1, -1] = n_samples
    half = gram / n_samples
    half[np.diag_indices(n_features)] += settings.l2
    moving = trained(settings, n_features) > 0.0
    with np.errstate(over="ignore"):
        sizes: Array = 2.0 * np.linalg.eigvalsh(half[np.ix_(moving, moving)])
    return np.maximum(sizes, 0.0)  # none is below 0 but for rounding


def learning_rate_limit(X: ArrayLike, settings: Settings) -> float | None:
    """The rate at which training stops to converge, exactly.

    limit = 2 (1 + momentum) / (c lambda_max + (1 + momentum) weight_decay), with c = 1, and
    c = 1 + 2 momentum for nesterov; without momentum and decay that is 2 / lambda_max. It is where
    the first root of the step reaches -1 (see `step_roots`). Infinite where there is nothing to
    train. An l1 penalty adds bounded kicks and does not change it.

    None where no such limit exists: other optimizers divide the gradient by its own size, so they
    do not blow up; other losses and activations have a curvature that changes along the
    way; with mini-batches every step has a Hessian of its own.
    """
    if not _is_linear_map(X, settings):
        return None
    rule = settings.update_rule
    assert isinstance(rule, SGD)
    return _limit(curvatures(X, settings), rule)


def sure_rate(X: ArrayLike, settings: Settings) -> float | None:
    """The rate below which every step on the binary cross-entropy of a sigmoid neuron is sure to go down.

    16 / h_max, with the largest of `curvatures`; infinite where there is nothing to train. The sigmoid is nowhere
    steeper than 1/4, so this loss is curved at most an eighth as much as squared errors are, and a step along the
    gradient of less than 2 / (h_max / 8) cannot end higher (Nesterov, "Introductory Lectures on Convex Optimization",
    2004, section 1.2.3). With larger ones it may go down all the same. That Keras clips a probability near 0 or 1 makes
    a difference of 1e-7 at most.

    None for other losses, activations and optimizers, with momentum, penalties, weight decay or mini-batches.
    """
    rule = settings.update_rule
    is_plain = isinstance(rule, SGD) and not any((rule.momentum, rule.weight_decay, settings.l1, settings.l2))
    if not (is_logistic(settings) and is_plain and settings.batch_size is None):
        return None
    largest = float(max(curvatures(X, settings), default=0.0))
    return 16.0 / largest if largest > 0.0 else math.inf


ARRIVED = 0.01
"""The part of what there was to gain that a run may leave and still count as arrived."""


@dataclass(frozen=True)
class RateZones:
    """What learning rates do, for plain gradient descent: below `slow` the flattest direction takes more epochs than
    there are, up to `smooth` every direction goes straight to the optimum, up to `limit` the steepest overshoots by
    less each time, and above it by more.
    """

    slow: float
    smooth: float
    limit: float


def rate_zones(X: ArrayLike, settings: Settings) -> RateZones | None:
    """The zones of learning rates on these data; None where there is no exact limit, with momentum or weight decay.

    Along an eigenvector of the Hessian with curvature h each epoch multiplies the distance to the optimum by
    1 - rate h, so the loss to gain there by its square: smooth = 1 / h_max, limit = 2 / h_max, and slow solves
    (1 - slow h_min)^(2 epochs) = ARRIVED, over directions with any curvature.
    """
    rule = settings.update_rule
    if not _is_linear_map(X, settings) or not isinstance(rule, SGD) or rule.momentum or rule.weight_decay:
        return None
    curved = _curved(curvatures(X, settings))
    if not len(curved) or not math.isfinite(float(curved[-1])):
        return None
    slow = (1.0 - ARRIVED ** (0.5 / settings.epochs)) / float(curved[0])
    smooth = 1.0 / float(curved[-1])
    return RateZones(min(slow, smooth), smooth, 2.0 * smooth)


def step_roots(curvature: float, rule: SGD) -> tuple[complex, complex]:
    """The two factors by which one step multiplies the distance to the optimum, along one eigenvector.

    With a the rate times the curvature, k the weight decay's 1 - rate * weight_decay and mu the
    momentum: z^2 - (k - a + mu) z + mu k = 0; for nesterov z^2 - (k - a (1 + mu) + mu) z +
    mu (k - a) = 0. Without momentum the roots are k - a and 0.

    Raises:
        ValueError: the rate times the curvature is beyond the range of numbers.
    """
    mu = rule.momentum
    a = rule.learning_rate * curvature
    k = 1.0 - rule.learning_rate * rule.weight_decay
    if rule.nesterov:
        total, product = k - a * (1.0 + mu) + mu, mu * (k - a)
    else:
        total, product = k - a + mu, mu * k
    if not math.isfinite(total):
        raise ValueError(f"learning_rate times curvature must be finite, got {rule.learning_rate:g} and {curvature:g}")
    if abs(total) > LARGE:
        return complex(total), complex(product / total)
    under_root = total * total - 4.0 * product
    if under_root < 0.0:
        pair = complex(total, math.sqrt(-under_root)) / 2.0
        return pair, pair.conjugate()
    larger = (total + math.copysign(math.sqrt(under_root), total)) / 2.0
    return complex(larger), complex(product / larger if larger else 0.0)  # their product: a difference loses digits


def regime(X: ArrayLike, settings: Settings) -> Regime:
    """What training will do at its rate: from its limit, and below that from the exact roots of its step.

    A root near +1 is a slow direction, which still goes straight to the optimum: only at -1 does a
    run lose its way. Directions without curvature move by weight decay alone, and do not count
    without it.
    """
    if not _is_linear_map(X, settings):
        return Regime.UNKNOWN
    rule = settings.update_rule
    assert isinstance(rule, SGD)
    sizes = curvatures(X, settings)
    limit = _limit(sizes, rule)
    if abs(rule.learning_rate - limit) <= ROUNDING * limit < math.inf:
        return Regime.EDGE
    if rule.learning_rate > limit:
        return Regime.DIVERGING
    counted = sizes if rule.weight_decay else _curved(sizes)
    roots = [root for curvature in counted for root in step_roots(float(curvature), rule)]
    overshooting = any(abs(root.imag) > ROUNDING or root.real < -ROUNDING for root in roots)
    return Regime.BOUNCING if overshooting else Regime.SMOOTH


def _curved(sizes: Array) -> Array:
    """Those of the ascending curvatures that are more than rounding."""
    return sizes[sizes > max(sizes, default=0.0) * len(sizes) * np.finfo(float).eps]


def _limit(curvatures: Array, rule: SGD) -> float:
    """As in `learning_rate_limit`, from the ascending curvatures of what is trained."""
    if not len(curvatures):
        return math.inf
    ahead = 1.0 + rule.momentum
    c = 1.0 + 2.0 * rule.momentum if rule.nesterov else 1.0
    slowed = c * float(curvatures[-1]) + ahead * rule.weight_decay
    return 2.0 * ahead / slowed if slowed > 0.0 else math.inf


def _is_linear_map(X: ArrayLike, settings: Settings) -> bool:
    n_samples = len(as_features(X))
    return is_quadratic(settings) and settings.optimizer == "sgd" and takes_all_rows(settings, n_samples)
