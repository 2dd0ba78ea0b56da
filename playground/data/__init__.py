"""Data to learn from."""

from playground.data.datasets import MADE_UP, REAL, TITLES, Column, Dataset, MadeUp, made_up, real, standard

__all__ = ["MADE_UP", "REAL", "TITLES", "Column", "Dataset", "MadeUp", "made_up", "real", "standard"]
