"""Bias: what it moves, what training with it and without it reaches, and three claims about it put to the test."""

from playground.chapters.bias import bias_alone, claims, moves, with_and_without
from playground.ui.chapter import chapter

chapter("bias", [moves.IDEA, with_and_without.IDEA, bias_alone.IDEA, *claims.IDEAS])
