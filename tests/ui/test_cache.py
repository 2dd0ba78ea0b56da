"""A cache holds no more bytes than it may, and forgets what was not asked for the longest."""

from playground.figures.picture import Picture
from playground.figures.screen import Screen
from playground.ui import strip
from playground.ui.cache import cached


def counting(most):
    computed = []

    @cached(most, len)
    def repeated(text, times):
        computed.append((text, times))
        return text * times

    return repeated, computed


def test_what_is_known_is_not_computed_again():
    repeated, computed = counting(10)
    assert [repeated("a", 3), repeated("a", 3), repeated("b", 2)] == ["aaa", "aaa", "bb"]
    assert computed == [("a", 3), ("b", 2)]
    assert repeated.held == 5
    repeated.clear()
    assert (repeated.held, repeated("a", 3)) == (0, "aaa")
    assert len(computed) == 3


def test_the_oldest_go_where_there_is_no_room():
    repeated, computed = counting(10)
    repeated("a", 4)
    repeated("b", 4)
    repeated("a", 4)  # asked for again
    repeated("c", 4)
    assert repeated.held == 8
    computed.clear()
    repeated("a", 4)
    assert computed == []
    repeated("b", 4)
    assert computed == [("b", 4)]


def test_what_is_larger_than_all_room_is_given_and_not_kept():
    repeated, _ = counting(10)
    assert repeated("a", 11) == "a" * 11
    assert repeated.held == 0


def test_a_screen_is_as_large_as_its_numbers_and_words():
    small = Screen({"chart": Picture(({"x": [1.0], "y": [2.0]},), {}, "")}, {"numbers": "1"})
    large = Screen({"chart": Picture(({"x": [1.0] * 10_000, "y": [2.0] * 10_000},), {}, "")}, {"numbers": "1"})
    assert strip.size_of_screen(small) < 10_000
    assert strip.size_of_screen(large) > 20_000 * 24  # a float is an object of 24 bytes
