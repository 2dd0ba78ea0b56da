"""Why the mean error goes to zero, or does not, in words."""

from playground.figures.numbers import number, settled
from playground.learning.run import Run
from playground.learning.stability import Regime
from playground.lessons.bias.back_on_track.model import can_be_on_track, mean_error_at_optimum, mean_errors, on_track
from playground.lessons.bias.pair_text import limit_words


def track_words(run: Run) -> str:
    """Why the mean error goes to zero with a bias, or does not."""
    errors = mean_errors(run)
    epochs = "1 epoch" if run.last_epoch == 1 else f"{run.last_epoch} epochs"
    course = f"It goes from {settled(errors[0])} to {settled(errors[-1])} in {epochs}"
    if run.diverges:
        return f"{course}. Rate {number(run.settings.rate)} is above the limit {limit_words(run)}: it diverges."
    if run.regime is Regime.EDGE:
        return f"{course}. The rate is on its limit, so it never settles."
    if not on_track(run):
        return f"{course}, and has not settled yet: give it more epochs."
    return f"{course}."


def without_words(run: Run) -> str:
    """Why the mean error goes to zero without a bias, or stays away from it."""
    last, at_best = settled(mean_errors(run)[-1]), settled(mean_error_at_optimum(run))
    if run.diverges:
        return f"It ends at {last}, as this run diverges. Lower the rate."
    if run.regime is Regime.EDGE:
        return f"It ends at {last}. The rate is on its limit, so it never settles. Lower the rate."
    if on_track(run):
        return f"It ends at {last}: here the best line goes through (0, 0) or close by, so nothing is missing."
    if can_be_on_track(run):
        return f"It ends at {last}. More epochs bring it to {at_best}: the best line goes through (0, 0) or close by."
    if last == at_best:
        return f"It ends at {at_best}, where the loss is lowest: more epochs do not help."
    return f"It ends at {last}. More epochs bring it to {at_best}, where the loss is lowest, and not to 0."
