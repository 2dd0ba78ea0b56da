"""Dot product: two vectors compared, why w x + b is a dot product, and the same formula with many numbers."""

from playground.lessons.dot_product.many_numbers import idea as many_numbers
from playground.lessons.dot_product.three_ways import idea as three_ways
from playground.lessons.dot_product.two_vectors import idea as two_vectors
from playground.ui.chapter import chapter

chapter("dot_product", "dot-product", [two_vectors.IDEA, three_ways.IDEA, many_numbers.IDEA])
