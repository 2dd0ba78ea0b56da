"""What is said of an experiment after the shown epoch: the line in the data's units, loss, R² or accuracy, the rate."""

from playground.figures.markup import literal
from playground.figures.numbers import below_one, number, with_sign
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.keys import MEAN
from playground.lessons.your_numbers.scores import Score
from playground.lessons.your_numbers.text_rate import rate_words

DIGITS = 4
"""Of a weight: a price of 340000 and a weight of 139.2 are read against what a course prints."""
MOST_TERMS = 3
"""Features of an equation that is written out."""
GAP = "\u2003 "
LOWEST_R2 = -100.0
"""Below it R² says no more than the loss does."""


def readout(experiment: Experiment, epoch: int) -> str:
    """The neuron after that epoch, how good it is, and what its rate does."""
    lines = [f"**epoch {epoch}**: **{equation(experiment, epoch)}**", _loss(experiment, epoch)]
    if experiment.yes_or_no:
        lines.append(_right_and_wrong(experiment, epoch))
    lines.append(rate_words(experiment))
    return "  \n".join(line for line in lines if line)


def equation(experiment: Experiment, epoch: int) -> str:
    """The neuron in the data's own units; with many features only what they are."""
    weights, bias = experiment.in_data_units(epoch)
    label, activation = output_name(experiment), experiment.run.settings.activation
    last = with_sign(number(bias, DIGITS))
    if len(weights) > MOST_TERMS:
        inner = f"{len(weights)} weights times features, {last}"
    else:
        first, *others = (number(weight, DIGITS) for weight in weights.tolist())
        terms = zip([first, *map(with_sign, others)], experiment.names, strict=True)
        inner = " ".join([*(f"{weight} · {literal(name)}" for weight, name in terms), last])
    return f"{label} = {inner}" if activation == "linear" else f"{label} = {activation}({inner})"


def output_name(experiment: Experiment) -> str:
    """What the neuron's output is: of a yes or no a probability, where it cannot be below 0 or above 1."""
    if not experiment.yes_or_no:
        return literal(experiment.chosen.label.name)
    yes = literal(experiment.chosen.classes[1])
    return f"probability of {yes}" if experiment.run.settings.activation == "sigmoid" else f"output, 1 for {yes}"


def _loss(experiment: Experiment, epoch: int) -> str:
    at = experiment.epochs.index(epoch)
    train, test = experiment.scores.train, experiment.scores.test
    name = "loss" if experiment.convention == MEAN else f"loss ({experiment.convention})"
    start = f" from\u00a0**{number(float(experiment.called(train.loss[0])))}**" if epoch else ""
    parts = [f"{name}\u00a0**{number(float(experiment.called(train.loss[at])))}**{start}"]
    best = experiment.run.optimum
    if best is not None:
        lowest = "where it ends with l2" if experiment.run.settings.l2 else "lowest"
        parts.append(f"{lowest}\u00a0**{number(float(experiment.called(best.loss)))}**")
    if (r2 := _r2(train, at)) is not None:
        parts.append(f"R²\u00a0**{r2}**")
    if test is not None:
        held_back = [f"loss\u00a0**{number(float(experiment.called(test.loss[at])))}**"]
        if (r2 := _r2(test, at)) is not None:
            held_back.append(f"R²\u00a0**{r2}**")
        parts.append(f"held back: {', '.join(held_back)}")
    return GAP.join(parts)


def _r2(score: Score, at: int) -> str | None:
    if score.r2 is None or not score.r2[at] > LOWEST_R2:
        return None
    return below_one(float(score.r2[at]), 3)


def _right_and_wrong(experiment: Experiment, epoch: int) -> str:
    """Accuracy and the four counts, on the rows trained on and on those held back."""
    no, yes = map(literal, experiment.chosen.classes)
    lines = []
    for name, rows in (("", experiment.prepared.given), ("held back: ", experiment.prepared.held_back)):
        if rows is None:
            continue
        counts = experiment.answers(rows, epoch)
        lines.append(
            f"{name}accuracy\u00a0**{number(100 * counts.accuracy)}\u00a0%**{GAP}"
            f"said {yes}: **{counts.right_yes}** right, **{counts.wrong_yes}** wrong{GAP}"
            f"said {no}: **{counts.right_no}** right, **{counts.wrong_no}** wrong"
        )
    return "  \n".join(lines)


def boundary_words(experiment: Experiment) -> str:
    """What the boundary is."""
    if not experiment.yes_or_no or len(experiment.names) != 2:
        return ""
    return (
        "The boundary is where w · x + b = 0, and the arrow is w: that way the neuron says yes. The bias moves the "
        "boundary and does not turn it. Twice the weights and twice the bias leave it where it is, and make the neuron "
        "surer."
    )


def why_it_stays(experiment: Experiment, epoch: int) -> str:
    """Why a neuron for yes or no has learned nothing: no straight boundary parts the rows."""
    at = experiment.epochs.index(epoch)
    loss, n_features = float(experiment.scores.train.loss[at]), len(experiment.names)
    settings = experiment.run.settings
    may_be = experiment.yes_or_no and n_features == 2 and settings.loss == "binary_crossentropy" and epoch > 0
    if not (may_be and abs(loss - LN_2) < 1e-3 and experiment.prepared.is_a_toss_up):
        return ""
    return (
        "Every output is about .5, and the loss is ln 2 = 0.693: no better than tossing a coin. One neuron draws one "
        "straight boundary, and no straight line parts these rows. That takes several neurons, one after the other."
    )


LN_2 = 0.6931471805599453
