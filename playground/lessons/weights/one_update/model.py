"""One update under the microscope: every number between a batch of rows and the new weights."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from playground.learning.arrays import Array, as_whole, read_only
from playground.learning.batches import row_slope
from playground.learning.descent import penalty_gradient, trained
from playground.learning.losses import LOSSES
from playground.learning.neuron import ACTIVATIONS
from playground.learning.settings import Settings
from playground.lessons.weights.one_update.model_replay import Replay, replay


@dataclass(frozen=True, eq=False)
class Update:
    """One step of a run, with m rows in its batch, d features, and (w, b) wherever there are d + 1 numbers.

    Arrays are read-only.

    Attributes:
        epoch, batch, n_batches: which step: epochs count from 1, the n_batches of an epoch from 0.
        batch_size: rows of a batch; only the last one of an epoch may have fewer.
        rows: the rows of X in this batch, in the order taken, shape (m,).
        features, labels: of these rows, shapes (m, d) and (m,).
        weights, bias: before the step, shape (d,) and a number.
        products: features * weights, shape (m, d).
        sums: the products of a row plus the bias, shape (m,).
        predictions: the activation of the sums, shape (m,).
        errors: prediction - label, shape (m,).
        losses: of each row, shape (m,).
        shares: dL/dsum * (x, 1) / m of each row, shape (m, d + 1); their sum is the gradient.
        loss: the mean of the losses, so from before the step and without penalties.
        gradient: of that loss, shape (d + 1,).
        state_before, state_after: the optimizer's moments, a NamedTuple (see `optimizers`), or () where it has none.
        decay: what weight decay takes away, shape (d + 1,).
        step: what the optimizer adds, shape (d + 1,); 0 for a parameter that is not trained.
        new_weights, new_bias: (w, b) - decay + step.
    """

    epoch: int
    batch: int
    n_batches: int
    batch_size: int
    rows: NDArray[np.int64]
    features: Array
    labels: Array
    weights: Array
    bias: float
    products: Array
    sums: Array
    predictions: Array
    errors: Array
    losses: Array
    shares: Array
    loss: float
    gradient: Array
    state_before: Any
    decay: Array
    step: Array
    state_after: Any
    new_weights: Array
    new_bias: float


def itemise(X: ArrayLike, y: ArrayLike, settings: Settings, epoch: int, batch: int = 0) -> Update:
    """The step that `train` takes with batch number `batch` of an epoch, number by number; see `itemised`.

    X, y, settings: as for `train`.

    Raises:
        ValueError: as for `train`, and as in `itemised`.
    """
    return itemised(replay(X, y, settings), epoch, batch)


def itemised(run: Replay, epoch: int, batch: int = 0) -> Update:
    """The step that a run takes with batch number `batch` of an epoch, number by number.

    Its numbers are those of `train` but for rounding, about 1e-12 of the largest: sums are taken in another order.

    Args:
        run: the run.
        epoch: from 1, the first, to settings.epochs.
        batch: from 0, the first of the epoch.

    Raises:
        ValueError: there is no such epoch or batch; the run has diverged by then.
    """
    epoch = _within("epoch", epoch, 1, run.settings.epochs)
    batch = _within("batch", batch, 0, run.n_batches - 1)
    rows = run.rows(epoch, batch)
    with np.errstate(all="ignore"):
        numbers = _numbers(run.X[rows], run.y[rows], run.settings, *run.before(epoch, batch))
    for name, value in numbers.items():
        for array in value if isinstance(value, tuple) else [value]:
            if not np.isfinite(array).all():
                raise ValueError(f"epoch must be before the run diverges, got {epoch}, where {name} is not finite")
            if isinstance(array, np.ndarray):
                read_only(array)
    return Update(
        epoch=epoch,
        batch=batch,
        n_batches=run.n_batches,
        batch_size=run.batch_size,
        rows=read_only(rows),
        **numbers,
    )


def _numbers(X: Array, y: Array, settings: Settings, parameters: Array, state: Any) -> dict[str, Any]:
    """All that happens to the rows of one batch, in the order in which it happens; keys as in `Update`."""
    products = X * parameters[:-1]
    sums = products.sum(axis=1) + parameters[-1]
    predictions = ACTIVATIONS[settings.activation].output(sums)
    losses = LOSSES[settings.loss].value(predictions, y)
    slopes = row_slope(settings)(sums, y)
    shares = slopes[:, None] * np.column_stack([X, np.ones(len(X))]) / len(X)
    gradient = shares.sum(axis=0)

    # From here on a step of `descent.steps`, with its parts kept.
    rule, moving = settings.update_rule, trained(settings, X.shape[1])
    step, state_after = rule.update((gradient + penalty_gradient(parameters, settings)) * moving, state)
    decay = rule.learning_rate * rule.weight_decay * moving * parameters
    new = parameters - decay + step
    return {
        "features": X,
        "labels": y,
        "weights": parameters[:-1],
        "bias": float(parameters[-1]),
        "products": products,
        "sums": sums,
        "predictions": predictions,
        "errors": predictions - y,
        "losses": losses,
        "shares": shares,
        "loss": float(losses.mean()),
        "gradient": gradient,
        "state_before": state,
        "decay": decay,
        "step": step,
        "state_after": state_after,
        "new_weights": new[:-1],
        "new_bias": float(new[-1]),
    }


def _within(name: str, value: int, first: int, last: int) -> int:
    number = as_whole(name, value)
    if not first <= number <= last:
        raise ValueError(f"{name} must be from {first} to {last}, got {value!r}")
    return number
