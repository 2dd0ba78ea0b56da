"""Bias: what it moves and decides, what training reaches with it and without it, and three claims put to the test."""

from playground.lessons.bias.back_on_track import idea as back_on_track
from playground.lessons.bias.bias_alone import idea as bias_alone
from playground.lessons.bias.collar import idea as collar
from playground.lessons.bias.growing_error import idea as growing_error
from playground.lessons.bias.moves import idea as moves
from playground.lessons.bias.not_linear import idea as not_linear
from playground.lessons.bias.starts_at_zero import idea as starts_at_zero
from playground.lessons.bias.with_and_without import idea as with_and_without
from playground.lessons.bias.yes_or_no import idea as yes_or_no
from playground.ui.chapter import chapter

IDEAS = (
    moves,
    starts_at_zero,
    with_and_without,
    yes_or_no,
    collar,
    bias_alone,
    growing_error,
    not_linear,
    back_on_track,
)

chapter("bias", "bias", [idea.IDEA for idea in IDEAS])
