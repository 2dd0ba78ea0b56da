"""Bias: what it moves, what training with it and without it reaches, and three claims about it put to the test."""

from playground.lessons.bias.with_and_without import idea as with_and_without
from playground.ui.chapter import chapter

chapter("bias", "bias", [with_and_without.IDEA])
