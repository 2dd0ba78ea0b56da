"""Which epochs of a run are shown."""

import pytest

from playground.figures.epochs import MOST_SHOWN, curve_epochs, shown_epochs


@pytest.mark.parametrize("last", [0, 1, 2, 50, 99, 100, 101, 200, 1000, 100_000])
def test_at_most_a_hundred_epochs_are_shown_with_the_first_and_the_last_and_more_of_them_early(last):
    shown = shown_epochs(last)
    assert len(shown) <= MOST_SHOWN == 100
    assert (shown[0], shown[-1]) == (0, last)
    assert list(shown) == sorted(set(shown))
    assert {type(epoch) for epoch in shown} == {int}, "they are sent as JSON"
    assert len(shown) == last + 1 or sum(epoch <= last / 2 for epoch in shown) > 50
    assert set(shown) <= set(curve_epochs(last))


def test_a_hundred_epochs_are_all_shown():
    assert shown_epochs(99) == tuple(range(100))
    assert sum(epoch <= 1000 for epoch in shown_epochs(100_000)) > 50
