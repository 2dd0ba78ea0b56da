"""Data that can be trusted: a feature matrix and its labels, checked once at the door."""

import math
import operator
from decimal import Decimal
from numbers import Real
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
AnyArray = TypeVar("AnyArray", bound=NDArray[Any])


def read_only(array: AnyArray) -> AnyArray:
    """The same array, which nobody can write to from now on: what all sessions share must stay as it is."""
    array.flags.writeable = False
    return array


def as_features(X: ArrayLike) -> Array:
    """Return X as float64, without a copy where it already is.

    Args:
        X: numbers of shape (n_samples, n_features), at least one of each; True and False count as 1 and 0.

    Raises:
        ValueError: X is empty, not two-dimensional, masked, not numeric, not finite, or so large
            (about 1e154) that the sum of its squares is not finite.
    """
    return as_numbers("X", X, "(n_samples, n_features)", ndim=2)


def as_labels(y: ArrayLike, n_samples: int) -> Array:
    """Return y as float64 of shape (n_samples,), without a copy where it already is.

    Raises:
        ValueError: as for X, or y has not one label for each row of X.
    """
    labels = as_numbers("y", y, "(n_samples,)", ndim=1)
    if len(labels) != n_samples:
        raise ValueError(f"y must have one label for each row of X ({n_samples}), got {len(labels)}")
    return labels


def as_numbers(name: str, data: ArrayLike, shape: str, ndim: int) -> Array:
    """Return data as float64, without a copy where it already is.

    Args:
        name, shape: what a refusal calls the data and the shape it should have.
        ndim: how many dimensions that is.

    Raises:
        ValueError: as for X in `as_features`.
    """
    array = as_floats(name, data, shape, ndim)
    # The norm is one pass without a temporary; only if it is not finite is it worth asking why.
    with np.errstate(over="ignore", invalid="ignore"):
        norm = np.linalg.norm(array)
    if not np.isfinite(norm):
        bad = array[~np.isfinite(array)]
        if bad.size:
            raise ValueError(f"{name} must be finite, got {bad[0]}")
        raise ValueError(f"{name} must have finite squares, got {np.abs(array).max():g}")
    return array


def as_floats(name: str, data: ArrayLike, shape: str, ndim: int) -> Array:
    """Return data as float64 of any size, finite or not, without a copy where it already is.

    Args:
        name, shape, ndim: as in `as_numbers`.

    Raises:
        ValueError: data is empty, of other dimensions, masked, or not numeric.
    """
    if _is_masked(data):
        raise ValueError(f"{name} must not be masked: fill in what is missing, or leave its rows out")
    try:
        given = np.asarray(data)
    except ValueError:
        raise ValueError(f"{name} must have shape {shape}, got rows of different lengths") from None
    if given.ndim != ndim:
        raise ValueError(f"{name} must have shape {shape}, got shape {given.shape}")
    if given.size == 0:
        raise ValueError(f"{name} must not be empty, got shape {given.shape}")
    numeric = given.dtype.kind in "biuf" or (given.dtype.kind == "O" and all(map(_is_number, given.flat)))
    if not numeric:
        raise ValueError(f"{name} must hold numbers only, got {given.dtype} data")
    try:
        with np.errstate(over="ignore"):
            return np.asarray(given, dtype=np.float64)
    except OverflowError:
        raise ValueError(f"{name} must be finite, got a whole number beyond the range of floats") from None


def as_number(name: str, value: Any) -> float:
    """Return one number as a float.

    Raises:
        ValueError: value is not a number (True, text and arrays are none), or not finite.
    """
    if not _is_number(value) or isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{name} must be a number, got {value!r}")
    try:
        number = float(value)
    except OverflowError:
        raise ValueError(f"{name} must be a number, got {value!r}") from None
    if not math.isfinite(number):
        raise ValueError(f"{name} must be finite, got {value!r}")
    return number


def as_whole(name: str, value: Any) -> int:
    """Return one whole number as an int.

    Raises:
        ValueError: value is none (True and 1.0 are none).
    """
    if isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{name} must be a whole number, got {value!r}")
    try:
        return operator.index(value)
    except TypeError:
        raise ValueError(f"{name} must be a whole number, got {value!r}") from None


def _is_masked(data: Any) -> bool:
    """Whether data is a masked array, or a list with one in it: NumPy would take the values below the mask."""
    return isinstance(data, np.ma.MaskedArray) or (isinstance(data, (list, tuple)) and any(map(_is_masked, data)))


def _is_number(value: Any) -> bool:
    """Whether an object is a real number: float() would also take text."""
    return isinstance(value, (Real, Decimal, np.bool_))
