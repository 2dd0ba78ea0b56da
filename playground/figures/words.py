"""The sentences of the Playground, as the visitor reads them."""

from collections.abc import Sequence

from playground.figures.numbers import (
    ROUNDING,
    apart,
    below_one,
    cosine,
    decimals,
    equation,
    exact,
    factor,
    in_full,
    number,
    signed_terms,
)
from playground.learning.run import Run
from playground.learning.settings import Settings
from playground.learning.stability import Regime
from playground.learning.vectors import angle, cosine_similarity, dot_product, norm, products, projection


def readout(run: Run, epoch: int, feature: str, label: str) -> str:
    """What the run says after that epoch, as Markdown: the line in the units of the data first, loss, R2, regime."""
    weight, bias = float(run.history.weights[epoch, 0]), float(run.history.bias[epoch])
    weights_in_data_units, bias_in_data_units = run.in_data_units(run.history.weights[epoch], bias)
    in_data_units = equation(float(weights_in_data_units[0]), float(bias_in_data_units), f"· {feature}", label)
    r2 = run.r2(epoch)
    parts = []
    if run.standardizer is not None:  # of standard units nothing smaller than 0.005 can be seen
        parts.append(f"standard units: **{equation(weight, bias, smallest=0.005)}**")
    from_start = f" from\u00a0**{number(run.history.loss[0])}**" if epoch else ""
    parts.append(f"loss\u00a0**{number(run.history.loss[epoch])}**{from_start}")
    if r2 > LOWEST_R2:
        parts.append(f"R²\u00a0**{below_one(r2, 2)}**")
    lines = f"**epoch {epoch}**: **{in_data_units}**", _GAP.join(parts), regime_sentence(run)
    return "  \n".join(lines)


LOWEST_R2 = -100.0
"""Below it R² says no more than the loss does."""


_GAP = "\u2003 "
"""Room between the parts of a line; it may break there."""


def regime_sentence(run: Run) -> str:
    """How this learning rate behaves on these data, from the exact limit, and what to do about it."""
    if run.limit is None or run.regime is Regime.UNKNOWN:
        return f"{_no_limit(run.settings)}{_growth(run)}"
    top = f"limit {in_full(run.limit)}"
    if run.regime is Regime.DIVERGING:
        rate, limit = apart(run.settings.rate, run.limit)
        return f"**Diverging**: {rate} is above these data's limit {limit}, so {_divergence(run)}"
    way = _way_gone(run)
    if run.converges and way < NEARLY:
        done = f"{number(100 * way, 2)} % of the way down" if way > 0 else "hardly begun"
        how = "Smooth" if run.regime is Regime.SMOOTH else "Bouncing but converging"
        return f"**{how}**, {top}, but not finished: {done}. Give it more epochs{_or_another_rate(run)}."
    return {
        Regime.SMOOTH: f"**Smooth**, {top}: every step stays on its side of the optimum.",
        Regime.BOUNCING: f"**Bouncing but converging**, {top}: steps overshoot, by less each time.",
        Regime.EDGE: f"**On the edge**, {top}: it overshoots and never settles. Choose a smaller learning rate.",
    }[run.regime]


NEARLY = 0.99
"""The part of the way from the first loss to the lowest one that counts as all of it."""


def _way_gone(run: Run) -> float:
    """The part of the way from the first loss to the lowest one that the run has gone; 1 where there was none to go."""
    first, last, lowest = float(run.history.loss[0]), float(run.history.loss[-1]), run.best.loss
    return (first - last) / (first - lowest) if first - lowest > ROUNDING * first else 1.0


def _or_another_rate(run: Run) -> str:
    return " or a larger rate" if run.regime is Regime.SMOOTH else ""


def _divergence(run: Run) -> str:
    """What a rate above its limit does, and what the loss has done so far."""
    loss = run.history.loss
    falls = f" So far the loss has fallen, to {number(loss[-1])}: it will grow." if loss[-1] < loss[0] else ""
    return f"each step overshoots by more.{falls} Choose a smaller learning rate."


GROWN = 2.0
"""How many times its first value a loss must end at to be said to have grown: mini-batches hover."""


def _growth(run: Run) -> str:
    """What to say of a loss that has grown where no limit tells why; not a forecast, but what happened."""
    loss = run.history.loss
    if run.history.diverged:
        when = f"after epoch {run.last_epoch}" if run.last_epoch else "within the first epoch"
        return f" **Diverged** {when}: the numbers grew too large. Choose a smaller learning rate."
    if loss[-1] > GROWN * loss[0]:
        return f" Here the loss **grew** from {number(loss[0])}: choose a smaller learning rate."
    return ""


def _no_limit(settings: Settings) -> str:
    if settings.optimizer != "sgd":
        return f"{settings.optimizer} scales every step itself: its rate has no exact limit."
    if settings.batch_size is not None:
        return "Each batch has a limit of its own for the rate."
    return "With this loss or activation the rate has no single limit."


def dot_product_lines(a: Sequence[float], b: Sequence[float]) -> str:
    """Two vectors compared, with every product written out, as Markdown."""
    terms = " + ".join(f"{factor(x)} × {factor(y)}" for x, y in zip(a, b, strict=True))
    written = " ".join(signed_terms(products(a, b)))
    product = decimals(dot_product(a, b), norm(a) * norm(b))
    lines = [
        f"**a · b** = {terms} = {written} = **{product}**",
        f"**|a|** = {exact(norm(a))}, **|b|** = {exact(norm(b))}",
    ]
    degrees, similarity = angle(a, b), cosine_similarity(a, b)
    if degrees is None or similarity is None:
        lines.append("A zero vector has no direction, so there is no angle and no cosine similarity. Draw it longer.")
        return "  \n".join(lines)
    foot = projection(a, b)
    assert foot is not None  # b has a direction here
    lines += [
        f"**cosine similarity** = a · b / (|a| |b|) = **{cosine(similarity, degrees)}**",
        f"**angle** = {decimals(degrees)}°: {_direction(product, degrees)}",
        f"**projection of a on b** = ({', '.join(decimals(part, norm(a)) for part in foot)})",
    ]
    return "  \n".join(lines)


def _direction(product: str, degrees: float) -> str:
    if product == "0" and decimals(degrees) == "90":  # judged by the digits that are shown
        return "they are perpendicular, a · b = 0."
    return "they lean the same way, a · b > 0." if degrees < 90 else "they lean apart, a · b < 0."
