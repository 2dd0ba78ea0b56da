"""Which car is most like yours: sums of products and cosines from the measurements, by a plain calculation."""

import csv
from math import sqrt
from pathlib import Path

import pytest

from playground import data
from playground.lessons.dot_product.which_car.idea import IDEA, NAMES, QUESTION, which_car
from playground.lessons.dot_product.which_car.model import COSINE, DOT_PRODUCT, compare, standard_rows
from tests.lessons.dot_product.test_views import values_of

COLUMNS = ("weight_1000lb", "horsepower", "displacement_cuin", "mpg")
with (Path(data.__file__).parent / "cars.csv").open(newline="", encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))


def standardised():
    columns = []
    for name in COLUMNS:
        numbers = [float(row[name]) for row in ROWS]
        mean = sum(numbers) / len(numbers)
        deviation = sqrt(sum((number - mean) ** 2 for number in numbers) / len(numbers))
        columns.append([(number - mean) / deviation for number in numbers])
    return {row["car"]: numbers for row, numbers in zip(ROWS, zip(*columns, strict=True), strict=True)}


CARS = standardised()


def dot(one, other):
    return sum(x * y for x, y in zip(CARS[one], CARS[other], strict=True))


def cosine(one, other):
    return dot(one, other) / sqrt(dot(one, one) * dot(other, other))


def seen(car="Chrysler Imperial", measure=DOT_PRODUCT):
    return compare(standard_rows([[float(row[name]) for name in COLUMNS] for row in ROWS]), NAMES.index(car), measure)


def test_by_the_dot_product_the_lincoln_beats_the_imperial_itself():
    assert round(dot("Chrysler Imperial", "Lincoln Continental"), 1) == 11.0
    assert round(dot("Chrysler Imperial", "Chrysler Imperial"), 1) == 10.2
    assert NAMES[seen().first] == NAMES[seen().first_other] == "Lincoln Continental"
    assert not seen().comes_first


def test_by_cosine_nothing_is_more_like_a_car_than_itself_and_the_lincoln_comes_next():
    by_cosine = seen(measure=COSINE)
    assert by_cosine.comes_first
    assert NAMES[by_cosine.first_other] == "Lincoln Continental"
    assert round(cosine("Chrysler Imperial", "Lincoln Continental"), 2) == 0.98
    assert NAMES[by_cosine.opposite] == "Datsun 710"
    assert cosine("Chrysler Imperial", "Datsun 710") == pytest.approx(-0.985, abs=5e-4)


@pytest.mark.parametrize("car", NAMES)
@pytest.mark.parametrize(("measure", "plain"), [(DOT_PRODUCT, dot), (COSINE, cosine)])
def test_every_list_is_in_the_order_of_plain_sums(car, measure, plain):
    found = seen(car, measure)
    expected = {name: plain(car, name) for name in NAMES}
    assert [NAMES[row] for row in found.order] == sorted(NAMES, key=lambda name: -expected[name])
    assert found.values == pytest.approx([expected[name] for name in NAMES], rel=1e-9, abs=1e-9)


def test_what_comes_before_a_car_in_its_own_list_is_longer():
    lengths = {name: sqrt(dot(name, name)) for name in NAMES}
    for car in NAMES:
        first = NAMES[seen(car).first]
        assert first == car or lengths[first] > lengths[car]


def guessed(**wanted):
    return values_of(IDEA, "show me", **wanted)


def test_the_product_is_worked_out_from_the_numbers_of_both_cars():
    said = which_car(guessed()).words["worked_out"]
    assert "**Chrysler Imperial · Lincoln Continental** = 2.21 × 2.29 + 1.23 × 1.01 + 1.72 × 1.88 + " in said
    assert "(−0.909) × (−1.63) = **11.0**" in said
    assert "11.0 / (3.19 × 3.53) = **0.978**" in said


def test_the_list_shows_the_head_and_the_last_with_their_values():
    picture = which_car(guessed(measure=COSINE)).pictures["list"]
    texts = [text for trace in picture.traces for text in trace.get("text", ())]
    assert texts[:6] == [*(NAMES[row] for row in seen(measure=COSINE).order[:5]), "Datsun 710"]
    assert texts[6:][0] == "1.00"
    assert texts[-1] == f"−{-cosine('Chrysler Imperial', 'Datsun 710'):.3f}"


def test_before_the_answer_there_is_no_list_and_no_product():
    shown = which_car(values_of(IDEA, measure=COSINE, your_car="Valiant"))
    assert shown.pictures.keys() == {"profile"}
    names = [trace["name"] for trace in shown.pictures["profile"].traces]
    assert names == ["Chrysler Imperial", "Lincoln Continental", "Datsun 710"]
    assert not shown.words["worked_out"]
    assert QUESTION.answer == "the Lincoln Continental"
