"""The pictures and sentences of the dot product: what they show is what they were given."""

import json
import re
from itertools import product

import plotly.graph_objects as go
import pytest

from playground.learning import angle, norm
from playground.lessons.dot_product.many_numbers import text as words_many
from playground.lessons.dot_product.many_numbers.model import in_their_plane
from playground.lessons.dot_product.many_numbers.picture import plane_picture
from playground.lessons.dot_product.three_ways import text as words_three_ways
from playground.lessons.dot_product.three_ways.model import stands_on_zero, three_ways
from playground.lessons.dot_product.three_ways.picture import line_height_picture
from playground.lessons.dot_product.two_vectors import text as words_dot
from playground.lessons.dot_product.two_vectors.model import is_long_and_zero, limits, more_similar_wins

NUMBER = r"−?\d+(?:\.\d+)?"


def read(text):
    return float(text.replace("−", "-"))


def plane_of(u, v):
    return plane_picture(in_their_plane(u, v), (norm(u), norm(v)), angle(u, v))


@pytest.mark.parametrize(
    "picture",
    [
        line_height_picture(1.0, 1.5, 2.0, 3.5, (-1.5, 4.5)),
        plane_of((1, 2, 3), (3, 2, 1)),
        plane_of((1, 2), (-1e6, -1e6)),
        plane_of((0, 0), (1, 2)),
    ],
)
def test_plotly_accepts_the_pictures(picture):
    go.Figure(**picture.whole())
    json.dumps(picture.whole(), allow_nan=False)
    assert picture.alt


def test_the_bar_reaches_from_the_axis_to_the_line():
    bar, line, mark = line_height_picture(1.0, 1.5, 2.0, 3.5, (-1.5, 4.5)).traces
    assert (bar["x"], bar["y"]) == ([2.0, 2.0], [0.0, 3.5])
    assert (mark["x"], mark["y"]) == ([2.0], [3.5])
    slope = (line["y"][1] - line["y"][0]) / (line["x"][1] - line["x"][0])
    assert slope == pytest.approx(1.0)


def test_only_the_line_its_bar_and_the_mark_move():
    one = line_height_picture(1.0, 1.5, 2.0, 3.5, (-1.5, 4.5))
    other = line_height_picture(-2.0, 2.0, 3.0, -4.0, (8.0, -4.0))
    assert one.still() == other.still()
    assert other.change(one)["traces"].keys() == {"0", "1", "2"}


def test_arrows_keep_their_angle_and_the_ratio_of_their_lengths():
    *_, u, v = plane_of((0, 3, 0), (5, 5, 0)).traces  # 45 degrees, 3 and 5 √2
    assert u["x"][1] == pytest.approx(u["y"][1])
    assert v["x"][1] == pytest.approx(1.0)
    assert (u["x"][1] ** 2 + u["y"][1] ** 2) ** 0.5 == pytest.approx(3 / (5 * 2**0.5))


def test_a_column_of_zeros_leaves_no_arrows_and_says_so():
    picture = plane_of((0, 0), (1, 2))
    assert all(set(trace["x"]) == {None} for trace in picture.traces)
    assert "no direction" in picture.alt


def test_the_claim_names_the_part_that_breaks_with_its_number():
    said = words_dot.claim_words(limits((3.0, 1.0), (1.0, 2.0)), unit=False)
    assert "a · b = 5 is above 1" in said
    assert "a · a = 10 and b · b = 5 are not both 1" in said
    below = words_dot.claim_words(limits((3.0, 0.0), (-2.0, 0.0)), unit=False)
    assert "−6 is below −1" in below
    short = words_dot.claim_words(limits((0.5, 0.0), (0.0, 0.5)), unit=False)
    assert "above" not in short
    assert "0.25" in short


@pytest.mark.parametrize(("a", "b"), [((0.7071, 0.7071), (1.0, 0.0)), ((1.0, 0.0), (1.00001, 0.0))])
def test_a_claim_is_judged_by_the_digits_that_are_shown(a, b):
    seen = limits(a, b)
    assert seen.hold
    assert "not both" not in words_dot.claim_words(seen, unit=False)


@pytest.mark.parametrize(("a", "b"), [((0.7, 0.7), (1.0, 0.0)), ((1.0, 0.0), (1.0001, 0.0))])
def test_what_breaks_the_claim_can_be_seen_in_its_digits(a, b):
    seen = limits(a, b)
    assert not seen.hold
    assert re.search(r"a · a = 0.98 |b · b = 1.0002 ", words_dot.claim_words(seen, unit=False))


def test_an_angle_that_reads_90_is_not_told_to_become_90():
    first = words_dot.zero_hints((100.0, 0.0), (0.05, 100.0), False, False)[0]
    assert first == "a · b is 5 and the angle 90° now. Arrows this long make a small miss large: draw them shorter."


def test_small_vectors_have_lengths_and_products_that_are_not_0():
    small = (0.00001, 0.00002)
    said = words_dot.comparison_lines(small, small).replace("*", "").replace("\u00a0", " ")
    assert "a · b = 0.00001 × 0.00001 + 0.00002 × 0.00002 = 1 × 10⁻¹⁰ + 4 × 10⁻¹⁰ = 5 × 10⁻¹⁰" in said
    assert "|a| = 0.00002236, |b| = 0.00002236" in said
    assert "projection of a on b = (0.00001, 0.00002)" in said
    assert "left over, the dashed line = (0, 0), length 0" in said
    many = words_many.many_lines(small, small, True).replace("*", "").replace("\u00a0", " ")
    assert "|u| = 0.00002236, |v| = 0.00002236" in many
    assert "= 5 × 10⁻¹⁰ / (0.00002236 × 0.00002236) = 1" in many
    claim = words_dot.claim_words(limits(small, small), unit=False).replace("\u00a0", " ")
    assert "a · a = 5 × 10⁻¹⁰ and b · b = 5 × 10⁻¹⁰ are not both 1" in claim


@pytest.mark.parametrize("size", [1e-5, 1.0, 900.0])
def test_what_rounding_leaves_of_parallel_and_perpendicular_vectors_is_0_at_any_size(size):
    b = (0.1 * size, 0.3 * size)
    parallel = words_dot.comparison_lines((0.7 * b[0], 0.7 * b[1]), b)
    assert "left over**, the dashed line = (0, 0), length 0" in parallel
    turned = words_dot.comparison_lines((-3 * b[1], 3 * b[0]), b)
    assert "perpendicular, a · b = 0." in turned
    assert "projection of a on b** = (0, 0)" in turned


def test_a_zero_vector_is_not_told_to_turn_on_what_is_on():
    said = words_dot.claim_words(limits((0.0, 0.0), (1.0, 0.0)), unit=True)
    assert "zero vector" in said
    assert "Turn on" not in said


def test_the_hint_for_a_product_of_zero_solves_the_mission():
    for ax, ay, bx, by in product((-3.0, 0.0, 1.5), repeat=4):
        a, b = (ax, ay), (bx, by)
        solved = is_long_and_zero(a, b, 2.0, 0.1)
        hint = words_dot.zero_hints(a, b, False, solved)[1]
        if not solved:
            numbers = [read(part) for part in re.findall(NUMBER, hint.split(":")[0])]
            assert is_long_and_zero(numbers[:2], numbers[2:], 2.0, 0.1), hint


def test_hints_name_the_unit_switch_while_it_is_on():
    a, b = (0.6, 0.8), (1.0, 0.0)
    assert "Turn it off" in words_dot.zero_hints(a, b, True, False)[0]


def test_a_projection_that_points_away_says_so():
    away, towards = three_ways(1.0, 1.0, -3.0), three_ways(1.0, 1.0, 3.0)
    assert away.along < 0 < towards.along
    assert "as green points away" in words_three_ways.projection_words(away)
    assert "points away" not in words_three_ways.projection_words(towards)


def test_a_pair_is_described_by_its_own_numbers():
    a, b = (4.5, 1.5), (1.0, 2.0)
    said = words_dot.pair_words(a, b, more_similar_wins(a, b))
    assert "cosine 1, and b · b = 5." in said
    assert "cosine 0.7071, and a · b = **7.5**." in said


def test_the_three_ways_end_in_the_same_number():
    for w, b, x in product((-2.0, 0.0, 0.3), (-1.5, 0.0, 2.0), (-3.0, 0.0, 1.1)):
        ways = three_ways(w, b, x)
        said = (
            words_three_ways.projection_words(ways),
            words_three_ways.sum_words(w, b, x, ways),
            words_three_ways.height_words(w, b, x, ways),
        )
        ends = [read(re.findall(rf"\*\*({NUMBER})\*\*", text)[-1]) for text in said]
        assert ends == pytest.approx([w * x + b] * 3, abs=1e-4)


def test_the_angle_says_on_which_side_of_zero_the_line_is():
    assert "above 0" in words_three_ways.angle_words(three_ways(1.0, 1.0, 1.0))
    assert "below 0" in words_three_ways.angle_words(three_ways(1.0, 1.0, -3.0))
    assert "perpendicular" in words_three_ways.angle_words(three_ways(1.0, -2.0, 2.0))
    assert "°" not in words_three_ways.angle_words(three_ways(0.0, 0.0, 2.0))
    near = words_three_ways.angle_words(three_ways(0.05, 0.0, 1.0))  # (0.05, 0) and (1, 1): the height is 0.05
    assert near == "Angle 45°, below 90°: the line is above 0 here."


def test_only_90_degrees_are_called_perpendicular_and_no_other_angle_reads_90():
    for w, b, x in product(
        [0.0, 0.05, 0.1, 1.0, 1.95], [-2.0, -0.05, 0.0, 0.05, 1.0], [-3.0, -0.05, 0.0, 0.05, 1.0, 3.0]
    ):
        ways = three_ways(w, b, x)
        said = words_three_ways.angle_words(ways)
        if ways.angle is not None:
            assert ("perpendicular" in said) == (ways.angle == pytest.approx(90.0, abs=1e-6))
        assert "Angle 90°" not in said


def test_the_hint_for_height_zero_names_the_place():
    w, b = 2.0, -1.0
    hint = words_three_ways.zero_hints(w, b, 3.0, three_ways(w, b, 3.0), False)[1]
    assert hint.endswith("to 0.5.")
    assert stands_on_zero(w, b, 0.5, 1.0)


def test_a_small_weight_or_bias_is_named_first():
    hint = words_three_ways.zero_hints(0.0, 2.0, 3.0, three_ways(0.0, 2.0, 3.0), False)[1]
    assert "w and b" in hint


def test_many_products_are_written_out_and_summed():
    text = words_many.many_lines([1, 2, 3], [4, -5, 6], True).replace("*", "")
    assert "u · v = 4 − 10 + 18 = 12" in text
    assert "|u| = 3.7417, |v| = 8.775" in text


def test_columns_of_zeros_have_no_angle():
    text = words_many.many_lines([0.0, 0.0], [1.0, 2.0], True)
    assert "no angle" in text
    assert "°" not in text


def test_missing_numbers_are_named_by_their_row():
    assert words_many.lonely_words([1]).startswith("Row 2:")
    assert words_many.lonely_words([1, 3]).startswith("Rows 2, 4:")


def test_hints_for_the_same_direction_come_from_the_table():
    first, second = words_many.same_direction_hints([1.0, -2.0], [2.0, 1.0], False, 1e6)
    assert "0 now" in first
    assert second.endswith("v = 2 × u: 2, −4.")
    assert words_many.same_direction_hints([1e6, 3.0], [0.0, 1.0], False, 1e6)[1].endswith("v = 0.5 × u: 500000, 1.5.")
    assert words_many.same_direction_hints([0.33333, 1.0], [1.0, 0.0], False, 1e6)[1].endswith(": 0.66666, 2.")
    assert "other than 0" in words_many.same_direction_hints([], [], False, 1e6)[0]
