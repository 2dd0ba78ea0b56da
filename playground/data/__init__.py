"""Data to learn from."""

from playground.data.datasets import MADE_UP, TITLES, Dataset, MadeUp, made_up, real, standard
from playground.data.sources import REAL, Column

__all__ = ["MADE_UP", "REAL", "TITLES", "Column", "Dataset", "MadeUp", "made_up", "real", "standard"]
