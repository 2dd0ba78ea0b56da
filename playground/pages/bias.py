"""Bias: what it moves, what training with it and without it reaches, and three claims about it put to the test."""

from playground.ui import bias_alone, bias_claims, bias_moves, bias_without
from playground.ui.chapter import chapter

chapter(
    "bias",
    {
        "moves, does not tilt": bias_moves.moves_does_not_tilt,
        "with and without": bias_without.with_and_without,
        "the bias alone": bias_alone.the_bias_alone,
        "claim: no growing error": bias_claims.keeps_the_error_from_growing,
        "claim: not linear": bias_claims.makes_it_not_linear,
        "claim: back on track": bias_claims.brings_it_back_on_track,
    },
    questions=[
        *(idea.QUESTION for idea in (bias_moves, bias_without, bias_alone)),
        *(bias_claims.GROWING, bias_claims.CURVED, bias_claims.TRACK),
    ],
)
