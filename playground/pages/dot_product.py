"""Dot product: two vectors compared, why w x + b is a dot product, and the same formula with many numbers."""

from playground.ui import dot_many, dot_three_ways, dot_vectors
from playground.ui.chapter import chapter

chapter(
    "dot_product",
    {
        "two vectors": dot_vectors.two_vectors,
        "the same number three ways": dot_three_ways.same_number_three_ways,
        "many numbers": dot_many.many_numbers,
    },
    questions=[idea.QUESTION for idea in (dot_vectors, dot_three_ways, dot_many)],
)
