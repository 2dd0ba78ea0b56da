"""What is remembered: no more bytes than it may, and nothing of one visitor's for another."""

import sys

import numpy as np
import pytest

from playground.figures.picture import Picture
from playground.figures.screen import Screen
from playground.learning import Settings
from playground.learning.memory import Memory, Store, remembered, size_of
from playground.learning.run import run


def counting(most):
    computed = []
    store = Store(most, len)

    def repeated(text, times):
        def compute():
            computed.append((text, times))
            return text * times

        return store.get(repeated, (text, times), compute)

    return repeated, computed, store


def test_what_is_known_is_not_computed_again():
    repeated, computed, store = counting(10)
    assert [repeated("a", 3), repeated("a", 3), repeated("b", 2)] == ["aaa", "aaa", "bb"]
    assert computed == [("a", 3), ("b", 2)]
    assert (store.held, len(store)) == (5, 2)
    store.clear()
    assert (store.held, repeated("a", 3)) == (0, "aaa")
    assert len(computed) == 3


def test_the_oldest_go_where_there_is_no_room():
    repeated, computed, store = counting(10)
    repeated("a", 4)
    repeated("b", 4)
    repeated("a", 4)  # asked for again
    repeated("c", 4)
    assert store.held == 8
    computed.clear()
    repeated("a", 4)
    assert computed == []
    repeated("b", 4)
    assert computed == [("b", 4)]


def test_what_is_larger_than_all_room_is_given_and_not_kept():
    repeated, _, store = counting(10)
    assert repeated("a", 11) == "a" * 11
    assert (store.held, len(store)) == (0, 0)


def test_functions_share_the_room_and_are_told_apart():
    store = Store(10, len)
    assert store.get(str.upper, "a", lambda: "A" * 6) != store.get(str.lower, "a", lambda: "a" * 6)
    assert (store.held, len(store)) == (6, 1)


def test_where_only_some_are_weighed_all_count_as_much_as_these():
    weighed = []
    store = Store(100, lambda text: weighed.append(text) or len(text), weighs_every=3)
    for text in ("aaaa", "b", "cc", "ddd", "e"):
        store.get(str.upper, text, lambda text=text: text)
    assert weighed == ["aaaa", "ddd"]
    assert store.held == 4 + 4 + 4 + 3 + 3


@pytest.mark.parametrize(
    "whole",
    [
        np.zeros(10_000),
        [0.1 * i for i in range(10_000)],
        tuple(0.1 * i for i in range(10_000)),
        "x" * 100_000,
        {"x": [0.1 * i for i in range(5000)], "y": (np.zeros(2000), [f"row {i}" for i in range(500)])},
    ],
    ids=lambda whole: type(whole).__name__,
)
def test_the_size_is_about_what_python_says(whole):
    assert size_of(whole) == pytest.approx(in_full(whole), rel=0.1)


def in_full(whole):
    """Bytes as Python counts them, each object once."""
    found, parts = {}, [whole]
    while parts:
        part = parts.pop()
        if id(part) in found:
            continue
        found[id(part)] = part
        if isinstance(part, dict):
            parts += [*part, *part.values()]
        elif isinstance(part, (list, tuple)):
            parts += part
    return sum(map(sys.getsizeof, found.values()))


def test_a_run_is_as_large_as_its_rows_and_epochs_and_a_screen_as_its_numbers_and_words():
    X, y = np.arange(2000.0).reshape(-1, 1), np.arange(2000.0)
    short, long = (run(X, y, Settings(epochs=epochs, initial_weights=(0.0,))) for epochs in (0, 5000))
    assert size_of(short) > 4 * 2000 * 8  # X and y, as measured and as trained on
    assert size_of(long) - size_of(short) == 3 * 5000 * 8  # a weight, a bias and a loss an epoch
    small = Screen({"chart": Picture(({"x": [1.0], "y": [2.0]},), {}, "")}, {"numbers": "1"})
    large = Screen({"chart": Picture(({"x": [1.0] * 10_000, "y": [2.0] * 10_000},), {}, "")}, {"numbers": "1"})
    assert size_of(small) < 10_000
    assert size_of(large) > 20_000 * 24  # a float is an object of 24 bytes


def test_a_memory_keeps_the_latest_results_only():
    memory = Memory(most=32)
    for i in range(32 + 1):
        assert memory.get(abs, i, lambda i=i: i) == i
    assert memory.get(abs, 32, lambda: -1) == 32
    assert memory.get(abs, 0, lambda: -1) == -1


def test_named_arguments_count():
    @remembered
    def power(base, exponent=2):
        return [base**exponent]

    assert (power(3), power(3, exponent=3), power(base=2)) == ([9], [27], [4])
    assert power(3) is power(3)
