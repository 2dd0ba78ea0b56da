"""The four counts of yes and no, against the answers of each row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.lessons.your_numbers.counting import Answers

OUTPUTS = st.one_of(st.floats(-2, 2), st.sampled_from([0.5, np.nextafter(0.5, 1), np.inf, -np.inf, np.nan]))


@given(rows=st.lists(st.tuples(OUTPUTS, st.sampled_from([0.0, 1.0])), min_size=1, max_size=20))
def test_the_counts_are_those_of_the_rows_one_by_one(rows):
    outputs, labels = map(np.array, zip(*rows, strict=True))
    found = Answers.of(outputs, labels)
    yes = [(said > 0.5, label == 1.0) for said, label in rows]
    assert found.right_yes == yes.count((True, True))
    assert found.wrong_yes == yes.count((True, False))
    assert found.right_no == yes.count((False, False))
    assert found.wrong_no == yes.count((False, True))
    assert found.accuracy == pytest.approx(sum(said == label for said, label in yes) / len(yes))


def test_counts_by_hand():
    found = Answers.of(np.array([0.9, 0.8, 0.5, 0.2, 0.1]), np.array([1.0, 0.0, 1.0, 0.0, 0.0]))
    assert found == Answers(right_yes=1, wrong_yes=1, right_no=2, wrong_no=1)
    assert found.accuracy == 0.6
