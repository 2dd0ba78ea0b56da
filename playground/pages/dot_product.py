"""Dot product: what "similar" means, why w x + b is a dot product, and the same formula with many numbers."""

from playground.lessons.dot_product.many_numbers import idea as many_numbers
from playground.lessons.dot_product.three_pairs import idea as three_pairs
from playground.lessons.dot_product.three_ways import idea as three_ways
from playground.lessons.dot_product.turned import idea as turned
from playground.lessons.dot_product.two_vectors import idea as two_vectors
from playground.lessons.dot_product.which_car import idea as which_car
from playground.ui.chapter import chapter

IDEAS = (two_vectors, three_pairs, turned, which_car, three_ways, many_numbers)

chapter("dot_product", "dot-product", [idea.IDEA for idea in IDEAS])
