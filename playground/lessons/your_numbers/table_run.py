"""The rows of the table of state for how the neuron is trained."""

from collections.abc import Hashable

from playground.data.choosing import Chosen
from playground.learning import ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS
from playground.lessons.your_numbers.epochs import MOST_EPOCHS, most_epochs
from playground.lessons.your_numbers.keys import ABOVE, AGAINST, CONVENTIONS, MEAN, NUMBER, YES_OR_NO
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.settings import ALL_ROWS
from playground.ui.numeric import Number, TypedNumber, Whole
from playground.ui.parameters import Choice, Fitting, Parameter, Switch, Values
from playground.ui.ranges import Range
from playground.ui.texts import Text

BATCH_SIZES = (ALL_ROWS, 1, 2, 4, 8, 10, 16, 32, 64, 128, 256)
FIRST_EPOCHS = 200


def rows_of_run(notebook: Notebook) -> tuple[Parameter, ...]:
    """For one visitor."""
    return (
        Switch(key="your_standardise", start=True),
        Choice(key="your_test", start=0, options=(0, 10, 20, 30, 40, 50), named=lambda share: f"{share} %"),
        Whole(key="your_seed", start=0, low=0, high=9999),
        Choice(key="your_optimizer", start="sgd", options=tuple(OPTIMIZERS)),
        Fitting(
            key="your_activation",
            options=tuple(ACTIVATIONS),
            fits=lambda values: "sigmoid" if values["your_kind"] == YES_OR_NO else "linear",
            units=_kind,
        ),
        Fitting(
            key="your_loss",
            options=tuple(LOSSES),
            offered=lambda values: _losses(notebook, values),
            fits=lambda values: "binary_crossentropy" if _is_sigmoid_of_yes_or_no(values) else "mean_squared_error",
            units=_kind,
        ),
        Choice(key="your_convention", start=MEAN, options=CONVENTIONS),
        Number(key="your_rate_share", start=0.1, low=0.02, high=1.5, step=0.02),
        TypedNumber(
            key="your_learning_rate",
            units=lambda values: (values["your_standardise"], values["your_optimizer"], values["your_convention"]),
        ),
        TypedNumber(key="your_momentum"),
        Switch(key="your_nesterov"),
        Switch(key="your_bias", start=True),
        TypedNumber(key="your_l1"),
        TypedNumber(key="your_l2"),
        Choice(
            key="your_batch_size",
            start=ALL_ROWS,
            options=BATCH_SIZES,
            named=lambda size: "all rows" if size == ALL_ROWS else str(size),
        ),
        Switch(key="your_shuffle", start=True),
        Choice(key="your_initializer", start="zeros", options=tuple(INITIALIZERS)),
        Text(key="your_start_weights", units=lambda values: values["your_features"]),
        TypedNumber(key="your_start_bias"),
        Whole(key="your_epochs", reach=lambda values: Range(1, _most_epochs(notebook, values), 1, FIRST_EPOCHS)),
        Switch(key="your_log_loss"),
        Choice(key="your_view", start=AGAINST, options=(AGAINST, ABOVE), offered=views, units=_kind),
    )


def _kind(values: Values) -> Hashable:
    return str(values["your_kind"])


def views(values: Values) -> list[str]:
    """How a run can be seen: two features and a number that a straight neuron predicts also from above."""
    is_plane = len(values["your_features"]) == 2 and values["your_kind"] == NUMBER
    return [AGAINST, ABOVE] if is_plane and values["your_activation"] == "linear" else [AGAINST]


def _is_sigmoid_of_yes_or_no(values: Values) -> bool:
    return bool(values["your_kind"] == YES_OR_NO and values["your_activation"] == "sigmoid")


def _losses(notebook: Notebook, values: Values) -> list[str]:
    """All losses, but binary_crossentropy only for labels from 0 to 1 that stay as they are."""
    chosen = notebook.chosen(values)
    if not isinstance(chosen, Chosen):
        return list(LOSSES)
    is_share = chosen.y.min() >= 0.0 and chosen.y.max() <= 1.0
    stays = values["your_activation"] != "linear" or values["your_kind"] == YES_OR_NO or not values["your_standardise"]
    return [loss for loss in LOSSES if loss != "binary_crossentropy" or (is_share and stays)]


def _most_epochs(notebook: Notebook, values: Values) -> int:
    chosen = notebook.chosen(values)
    if not isinstance(chosen, Chosen):
        return MOST_EPOCHS
    reads_once = values["your_loss"] == "mean_squared_error" and values["your_activation"] == "linear"
    return most_epochs(len(chosen.y), reads_once, values["your_batch_size"] or None)
