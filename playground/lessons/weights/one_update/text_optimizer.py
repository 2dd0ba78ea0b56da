"""What an optimizer makes of a gradient, in words: its moments and its step, each with its formula and numbers."""

from collections.abc import Callable
from typing import Any

from playground.figures.markup import table
from playground.figures.numbers import number
from playground.learning.settings import Settings
from playground.lessons.weights.one_update.model import Update
from playground.lessons.weights.one_update.text import LATER, PARAMETERS, cell, shown

_BECOMES = "\u00a0→\u00a0"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def moments_table(update: Update, settings: Settings, part: int, hidden: str = "") -> str:
    """Weight and bias before, their gradient g, the optimizer's moments, the step and after.

    Up to that part (a position in `text.PARTS`). One row each, as the formulas are long.
    """
    moments, step = _RULES[settings.optimizer](settings.update_rule, update)
    before, after = [*update.weights, update.bias], [*update.new_weights, update.new_bias]
    rows = [["", *(f"**{name}**" for name in PARAMETERS)], ["before", *map(shown, before)]]
    rows.append(["gradient g", *_cells("gradient", update, part, hidden)])
    rows += [[formula, *_moment(name, update, part)] for name, formula in moments.items()]
    rate, decay = settings.rate, settings.update_rule.weight_decay
    if decay:
        taken = [cell("step", value, part, hidden) for value in update.decay]
        rows.append([f"decay = {number(rate)} × {number(decay)} × before", *taken])
    rows.append([f"step = {step}", *_cells("step", update, part, hidden)])
    news = [cell("new weight", value, part, hidden) for value in after]
    rows.append([f"after = before {'− decay ' if decay else ''}+ step", *news])
    return table(rows)


def update_sentence(update: Update, settings: Settings) -> str:
    """What the optimizer does in this step, in one line."""
    name = settings.optimizer
    if name == "sgd":
        return "**Update**: both parameters go against their gradient, as far as the learning rate says."
    if name not in ("adam", "adamw"):
        return f"**Update**: {name} makes the step out of the gradient and what it remembers of earlier ones."
    rule: Any = settings.update_rule
    t = update.state_after.steps
    steps = str(t).translate(_SUPERSCRIPT)
    early = f"√(1 − {rule.beta_2:g}{steps}) / (1 − {rule.beta_1:g}{steps}) = {shown(rule.correction(t))}"
    return f"**Update**: m and v started at 0, which c = {early} makes up for."


def _cells(name: str, update: Update, part: int, hidden: str) -> list[str]:
    return [cell(name, value, part, hidden) for value in getattr(update, name)]


def _moment(name: str, update: Update, part: int) -> list[str]:
    before, after = getattr(update.state_before, name), getattr(update.state_after, name)
    if part < 3:
        return [f"{shown(old)}{_BECOMES}{LATER}" for old in before]
    return [f"{shown(old)}{_BECOMES}{shown(new)}" for old, new in zip(before, after, strict=True)]


def _rest(share: float) -> str:
    return f"{1 - share:g}"


def _rmsprop(rule: Any, update: Update) -> tuple[dict[str, str], str]:
    moments = {"mean_square": f"mean square v = {rule.rho:g} v + {_rest(rule.rho)} g²"}
    return moments, f"−{number(rule.learning_rate)} × g / √(v + {number(rule.epsilon, 1)})"


def _adagrad(rule: Any, update: Update) -> tuple[dict[str, str], str]:
    return {
        "square_sum": "square sum v = v + g²"
    }, f"−{number(rule.learning_rate)} × g / √(v + {number(rule.epsilon, 1)})"


def _adam(rule: Any, update: Update) -> tuple[dict[str, str], str]:
    moments = {
        "mean": f"mean m = {rule.beta_1:g} m + {_rest(rule.beta_1)} g",
        "mean_square": f"mean square v = {rule.beta_2:g} v + {_rest(rule.beta_2)} g²",
    }
    return moments, f"−{number(rule.learning_rate)} × c × m / (√v + {number(rule.epsilon, 1)})"


def _lion(rule: Any, update: Update) -> tuple[dict[str, str], str]:
    moments = {"mean": f"mean m = {rule.beta_2:g} m + {_rest(rule.beta_2)} g"}
    return moments, f"−{number(rule.learning_rate)} × sign({rule.beta_1:g} m before + {_rest(rule.beta_1)} g)"


_RULES: dict[str, Callable[[Any, Update], tuple[dict[str, str], str]]] = {
    "rmsprop": _rmsprop,
    "adagrad": _adagrad,
    "adam": _adam,
    "adamw": _adam,
    "lion": _lion,
}
"""The formulas of each optimizer's moments (name in its state -> formula) and of its step."""
