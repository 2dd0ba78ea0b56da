"""Dot product: two vectors compared, why w x + b is a dot product, and the same formula with many numbers."""

from playground.chapters.dot_product import many_numbers, three_ways, two_vectors
from playground.ui.chapter import chapter

chapter("dot_product", [two_vectors.IDEA, three_ways.IDEA, many_numbers.IDEA])
