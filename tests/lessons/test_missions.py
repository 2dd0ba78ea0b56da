"""Every mission: not solved when its idea opens, and reached by a visitor who does what its hints say."""

import random
import re

import pytest

from playground.lessons.bias.bias_alone.idea import IDEA as ALONE
from playground.lessons.bias.collar.idea import IDEA as COLLAR
from playground.lessons.bias.growing_error.idea import IDEA as RATE
from playground.lessons.bias.moves.idea import IDEA as THRESHOLD
from playground.lessons.bias.starts_at_zero.idea import IDEA as ZERO
from playground.lessons.bias.yes_or_no.idea import IDEA as YES
from playground.lessons.dot_product.many_numbers.idea import IDEA as COLUMNS
from playground.lessons.dot_product.three_pairs.idea import IDEA as PAIRS
from playground.lessons.dot_product.three_ways.idea import IDEA as HEIGHT
from playground.lessons.dot_product.turned.idea import IDEA as TURN
from playground.lessons.dot_product.two_vectors.idea import IDEA as VECTORS
from playground.lessons.dot_product.which_car.idea import IDEA as CAR
from playground.lessons.unanswered import FIRST
from playground.lessons.weights.first_sum.idea import IDEA as BY_HAND
from playground.lessons.weights.hundred_starts.idea import IDEA as STARTS
from playground.lessons.weights.one_update.idea import IDEA as UPDATE
from playground.lessons.weights.smaller_rate.idea import IDEA as SMALLER
from playground.lessons.weights.twins.idea import IDEA as TWINS
from playground.lessons.weights.weighted_sum.idea import IDEA as SUM
from playground.lessons.weights.when_weights_change.idea import IDEA as CHANGE
from playground.ui.chapter import SHOW_ME, table_of
from playground.ui.numeric import Number
from playground.ui.parameters import Choice
from playground.ui.part import FACTS
from playground.ui.state import row_of, settled
from tests.chapters import IDEAS

NUMBER = r"(−?\d+(?:\.\d+)?)"
PLAIN = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
MOST_STEPS = 12
LONGEST_HINT = 30
"""Words: a hint stays short."""


def value(text):
    return float(text.replace("\u00a0×\u00a010", "e").translate(PLAIN))


def found(pattern, text):
    """The numbers of a hint."""
    match = re.search(pattern.replace("#", NUMBER), text)
    return match and [value(each) for each in match.groups()]


def label_reached(values, hints):
    change = re.search(r"(?:Change|Set) (?:the weight of (.+?)|the bias) (?:by \S+, )?to " + NUMBER, hints[1])
    feature, wanted = change.groups()
    names = re.findall(r"(?:^|, )([^,]+?) " + NUMBER, SUM.view(values).pictures["neuron"].alt.split(": ", 1)[1])
    keys = {name.strip(): f"w{i}" for i, (name, _) in enumerate(names, start=1)}
    return {next((keys[name] for name in keys if feature and feature in name), "sum_bias"): value(wanted)}


def learning_starts(values, hints):
    if "Choose relu" in hints[0]:
        return {"fall_activation": "relu"}
    if "Start every bias at 0" in hints[1]:
        return {"draw_bias": False}
    return {"initializer": "random_uniform" if "random_uniform" in hints[1] else "glorot_uniform"}


def answer_by_hand(values, hints):
    if "The product is the easiest" in hints[1]:
        return {"hidden": "product", "part": "update"}
    factors = re.search(r"numbers of this step: (.+)\.$", hints[1]).group(1).split(" × ")
    one, other = (value(factor.strip("()")) for factor in factors)
    return {"answer": f"{one * other:.6f}"}


def perpendicular_arrows(values, hints):
    if "Turn it off" in hints[0]:
        return {"unit": False}
    ax, ay, bx, by = found(r"With a = \(#, #\) take b = \(#, #\)", hints[1])
    return {"a": (ax, ay), "b": (bx, by)}


def height_of_zero(values, hints):
    if "First make w and b at least 1" in hints[1]:
        return {"line_w": 1.0, "line_b": 1.0}
    return {"line_x": found("move x from # to #", hints[1])[1]}


def columns_in_one_direction(values, hints):
    columns = re.search(r"Take v = .+?: (.+)\.$", hints[1])
    if columns is None:
        return {"u": (1.0, 2.0), "v": (2.0, 4.0)}
    v = [value(part) for part in columns.group(1).split(", ")]
    rows = [i for i, (p, q) in enumerate(zip(values["u"], values["v"], strict=True)) if None not in (p, q)]
    return {"v": tuple(v[rows.index(i)] if i in rows else cell for i, cell in enumerate(values["v"]))}


def best_bias(values, hints):
    if slope := found("least-squares slope, #", hints[1]):
        return {"frozen_weight": slope[0]}
    return {"bias_learning_rate": found("At rate # a single step", hints[1])[0]}


def largest_rate(values, hints):
    return {"bias_learning_rate": found("try #", hints[1])[0]}


def threshold_at_target(values, hints):
    if "Choose relu" in hints[0]:
        return {"held_activation": "relu"}
    if alone := found("With weight 1, the bias must be #", hints[1]):
        return {"held_weight": 1.0, "held_bias": alone[0]}
    return {"held_bias": found(r"= #\.$", hints[1])[0]}


def neurons_that_differ(values, hints):
    if "Choose a random start" in hints[1]:
        return {"twins_start": "random"}
    if seed := found("take seed #", hints[1]):
        return {"twins_seed": int(seed[0])}
    return {"twins_epoch": int(found("From epoch # on", hints[1])[0])}


def sum_of_three(values, hints):
    order, weight = re.search(rf"Set the (first|second|third) weight to {NUMBER}", hints[1]).groups()
    return {f"first_w{('first', 'second', 'third').index(order) + 1}": value(weight)}


def start_that_learns(values, hints):
    if start := found("Take start #", hints[1]):
        return {"silent_start": int(start[0])}
    return {"silent_way": found("Move the way to #", hints[1])[0]}


def eleven_changes(values, hints):
    if "Take the penguins" in hints[1]:
        return {"change_dataset": "penguins"}
    return {"change_batch_size": int(found("batches of # rows", hints[1])[0])}


def car_that_comes_first(values, hints):
    if "Choose the dot product" in hints[1]:
        return {"measure": "dot product"}
    return {"your_car": re.search("Choose (.+) as your car", hints[1]).group(1)}


def pair_of_minus_two(values, hints):
    name, angle = re.search(rf"set ([ABC]) to {NUMBER}°", hints[1]).groups()
    return {f"angle_{name.lower()}": int(angle)}


def sum_that_points_up(values, hints):
    return {"turn": int(found("turn by #°", hints[1])[0])}


def few_mistakes(values, hints):
    if weight := found("Set the weight to #", hints[1]):
        return {"yes_weight": weight[0]}
    row = next(row for row in YES.parameters if row.key == "yes_bias")
    wanted = found(r"= #\.$", hints[1])[0]
    return {"yes_bias": min(row.positions(values), key=lambda position: abs(position - wanted))}


def bias_as_before(values, hints):
    if ruler := found("Let the ruler read # mm too much", hints[1]):
        return {"ruler": ruler[0]}
    return {"collar": found("Take a collar of # g", hints[1])[0]}


def bias_that_stays(values, hints):
    return {"zero_weight": found("take w = #", hints[1])[0]}


MISSIONS = [
    ("weights", SUM, label_reached, 60),
    ("weights", STARTS, learning_starts, 12),
    ("weights", UPDATE, answer_by_hand, 25),
    ("weights", TWINS, neurons_that_differ, 25),
    ("weights", BY_HAND, sum_of_three, 60),
    ("weights", SMALLER, start_that_learns, 40),
    ("weights", CHANGE, eleven_changes, 12),
    ("dot_product", PAIRS, pair_of_minus_two, 30),
    ("dot_product", TURN, sum_that_points_up, 20),
    ("dot_product", CAR, car_that_comes_first, 40),
    ("bias", YES, few_mistakes, 60),
    ("bias", COLLAR, bias_as_before, 40),
    ("bias", ZERO, bias_that_stays, 20),
    ("dot_product", VECTORS, perpendicular_arrows, 60),
    ("dot_product", HEIGHT, height_of_zero, 60),
    ("dot_product", COLUMNS, columns_in_one_direction, 60),
    ("bias", ALONE, best_bias, 25),
    ("bias", RATE, largest_rate, 25),
    ("bias", THRESHOLD, threshold_at_target, 40),
]
each_mission = pytest.mark.parametrize(
    ("chapter", "idea", "follow", "count"), MISSIONS, ids=[idea.name for _, idea, _, _ in MISSIONS]
)


def starts(table, idea, count):
    """The idea as it opens, and as visitors may have left it; the guess and what is typed are as at the start."""
    rng = random.Random(5)
    opened = settled(table, {})
    yield opened
    for _ in range(count):
        values = dict(opened)
        for key in (row.key for row in idea.parameters):
            row = row_of(table, key)
            if isinstance(row, Choice) and not row.own and key not in ("hidden", "update_optimizer"):
                values[key] = rng.choice(row.offers(values))
            elif isinstance(row, Number):
                values[key] = rng.choice(row.positions(values))
            elif key in ("a", "b"):
                values[key] = (float(rng.randint(-40, 40)) / 10, float(rng.randint(-40, 40)) / 10)
            values = settled(table, values)
        yield values


def test_each_idea_that_has_a_mission_is_here():
    assert sorted(idea.name for _, idea in IDEAS if idea.missions) == sorted(idea.name for _, idea, _, _ in MISSIONS)


@each_mission
def test_a_mission_is_not_solved_when_its_idea_opens(chapter, idea, follow, count):
    assert not idea.view(settled(table_for(chapter), {})).mission.solved


@each_mission
def test_a_mission_is_reached_by_what_its_hints_say(chapter, idea, follow, count):
    table = table_for(chapter)
    for begun in starts(table, idea, count):
        values = begun
        for _ in range(MOST_STEPS):
            shown = idea.view(values)
            if shown.mission is None or shown.mission.solved:
                break
            assert all(len(hint.split()) <= LONGEST_HINT for hint in shown.mission.hints)
            answer = {idea.question.key: SHOW_ME} if shown.mission.hints == FIRST else {}
            values = settled(table, {**values, **(answer or follow(values, shown.mission.hints))})
        mission = idea.view(values).mission
        assert mission is None or mission.solved, (begun, mission)


def table_for(chapter):
    ideas = [idea for name, idea, _, _ in MISSIONS if name == chapter]
    return (*table_of(chapter, ideas), *FACTS)
