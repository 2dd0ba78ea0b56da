"""What training reaches with a bias and without it, in words."""

from playground.figures.numbers import ROUNDING, equation, number, settled
from playground.learning.run import Run
from playground.lessons.bias.pair import Pair


def pair_lines(pair: Pair) -> str:
    """Both runs, one a line, and what their floors say."""
    return "  \n".join([with_bias_line(pair), _run_line("Without", pair.without_bias), _floors(pair)])


def with_bias_line(pair: Pair) -> str:
    """What the run with a bias has learned."""
    return _run_line("With bias", pair.with_bias)


def learned_line(pair: Pair) -> str:
    """The line and the loss of the run with a bias, without what could be reached."""
    return f"{_learned('With bias', pair.with_bias)}."


def _learned(name: str, run: Run) -> str:
    weight, bias = float(run.history.weights[-1, 0]), float(run.history.bias[-1])
    line = equation(weight, bias, smallest=ROUNDING) if run.settings.use_bias else f"y = {settled(weight)} x"
    return f"**{name}**: {line}, loss **{number(float(run.history.loss[-1]))}**"


def _run_line(name: str, run: Run) -> str:
    sentence = f"{_learned(name, run)}, lowest possible **{number(run.best.loss)}**"
    if run.converges:
        return f"{sentence}."
    assert run.limit is not None  # plain gradient descent on all rows
    rate = f"Rate {number(run.settings.rate)}"
    if not run.diverges:
        return f"{sentence}. {rate} is on its limit: it never settles."
    return f"{sentence}. {rate} is above its limit {number(run.limit, 4)}: it **diverges**{_sooner_or_later(run)}."


def _floors(pair: Pair) -> str:
    if not pair.floor_gain:
        return "Both can reach the same loss: the best line goes through (0, 0) here, so its bias is 0."
    return f"Without a bias the line must go through (0, 0): the lowest loss is {number(pair.floor_gain)} higher."


def _sooner_or_later(run: Run) -> str:
    """What to add where the loss of a run that diverges is still falling: other directions hide it at first."""
    loss = run.history.loss
    return "" if loss[-1] > loss[0] else ", though not in so few epochs: give it more"
