"""Record what links open: `python -m tests.links.record` adds to `recorded.json` the journeys that are not in it.

The record is a promise to everyone who has such a link: what is in it stays, and no failing test is made to pass by it.
The pictures were once made anew on purpose: since then the Playground opens at epoch 0, and axes of epochs end at 50.
The words below the neuron and a handle of two rows were moved since: outside their axes they had not been drawn.
Each link is one that the app writes, as a visitor's steps are taken here and the address that they lead to is read.
"""

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import numpy as np

from playground.data.packing import pack
from tests.links.screen import NAMES, controls_of, opened, seen, value_of, visit

RECORD = Path(__file__).with_name("recorded.json")
PLAYGROUND, WEIGHTS, DOT_PRODUCT, BIAS = "", "weights", "dot-product", "bias"
BOARDS = ("board", "two_vectors")
TABLE = "numbers_table"


def ideas(chapter, *names):
    """The steps to a chapter's ideas."""
    return [{f"{chapter}_idea": name} for name in names]


SUM, START, HUNDRED, UPDATE, BY_HAND, TWINS, SMALLER, SCALING, CHANGE = ideas(
    "weights",
    "the weighted sum",
    "where weights come from",
    "a hundred starts",
    "one update",
    "a sum by hand",
    "twins",
    "can a smaller rate save it?",
    "raw or standardised?",
    "when do weights change?",
)
TWO, THREE_WAYS, MANY, PAIRS, TURNED, CAR = ideas(
    "dot_product",
    "two vectors",
    "the same number three ways",
    "many numbers",
    "three pairs",
    "turn both",
    "which car is most like yours?",
)
MOVES, PAIR, ALONE, GROWING, CURVED, TRACK, ZERO, YES, COLLAR = ideas(
    "bias",
    "moves, does not tilt",
    "with and without",
    "the bias alone",
    "claim: no growing error",
    "claim: not linear",
    "claim: back on track",
    "it starts at zero",
    "yes or no?",
    "the collar",
)


def board(a, b, unit=False, key="board"):
    """A step: vectors drawn on a board."""
    return {key: {"a": list(a), "b": list(b), "unit": unit}}


def cells(**columns):
    """A step: numbers typed into the table, as `u={0: "7"}`."""
    rows = {}
    for name, typed in columns.items():
        for row, text in typed.items():
            rows.setdefault(row, {})[name] = text
    return {TABLE: {"edited_rows": rows, "added_rows": [], "deleted_rows": []}}


RAW = {"standardise": False}
OWN = "your_numbers"
ARMS = pack("arm\tcm\tleg\t\theight\tcm\n1.0\t5.0\t3.0\n2.0\t1.0\t5.0\n4.0\t6.0\t9.0")
"""Somebody's own rows with two features; a visitor who comes with them has them in the data menus."""
PAIR_OF_COLUMNS = pack("arm\tcm\theight\tcm\n1.0\t3.0\n2.0\t5.0\n4.0\t9.0")

# Steps follow each other; what is in one step is set at once. A text is a button, by its key or label. Controls that
# decide what others there are, or put others back, come in a step before them.
JOURNEYS = {
    # The Playground.
    "playground at its start": (PLAYGROUND, []),
    "a line and a rate": (PLAYGROUND, [{"weight": 2.35, "bias": -1.05, "learning_rate": 0.37, "epochs": 73}]),
    "all sliders at their low ends": (PLAYGROUND, [{"weight": -5.0, "bias": -5.0, "learning_rate": 0.01, "epochs": 1}]),
    "all sliders at their high ends": (PLAYGROUND, [{"weight": 5.0, "bias": 5.0, "learning_rate": 2.0, "epochs": 200}]),
    "faithful by rmsprop, row by row": (
        PLAYGROUND,
        [{"dataset": "faithful", "optimizer": "rmsprop", "batch_size": 1}, {"epochs": 12, "weight": 0.0}],
    ),
    "galton by adagrad in twos": (
        PLAYGROUND,
        [{"dataset": "galton", "optimizer": "adagrad", "batch_size": 2, "seed": 7}, {"learning_rate": 1.5}],
    ),
    "cars by adam in fours": (
        PLAYGROUND,
        [{"dataset": "cars", "optimizer": "adam", "batch_size": 4, "log_loss": True}, {"bias": 0.0}],
    ),
    "anscombe 1 by adamw in eights": (
        PLAYGROUND,
        [{"dataset": "anscombe_1", "optimizer": "adamw", "batch_size": 8}, {"learning_rate": 0.02}],
    ),
    "anscombe 2 by lion in sixteens": (
        PLAYGROUND,
        [{"dataset": "anscombe_2", "optimizer": "lion", "batch_size": 16}, {"weight": 3.3}],
    ),
    "anscombe 3 in batches of 32": (PLAYGROUND, [{"dataset": "anscombe_3", "batch_size": 32, "log_loss": True}]),
    "anscombe 4 in batches of 64": (PLAYGROUND, [{"dataset": "anscombe_4", "batch_size": 64, "seed": 9999}]),
    "penguins in batches of 128": (PLAYGROUND, [{"batch_size": 128, "seed": 12}, {"learning_rate": 0.9}]),
    "penguins in grams, a tiny rate": (PLAYGROUND, [RAW, {"weight": 15.0, "bias": 3500.0, "learning_rate": 5.75e-6}]),
    "penguins in grams, all ends": (
        PLAYGROUND,
        [RAW, {"weight": 500.0, "bias": -10000.0, "learning_rate": 2.5e-7, "epochs": 200}],
    ),
    "cars in miles per gallon": (
        PLAYGROUND,
        [{"dataset": "cars", **RAW}, {"weight": 1.5, "bias": 13.0, "learning_rate": 0.023}],
    ),
    "galton in inches by adam": (
        PLAYGROUND,
        [{"dataset": "galton", "optimizer": "adam", **RAW}, {"weight": 0.3, "bias": 61.0, "learning_rate": 1.15}],
    ),
    "anscombe 4 in its units, too fast": (
        PLAYGROUND,
        [{"dataset": "anscombe_4", "batch_size": 4, **RAW}, {"learning_rate": 0.01, "epochs": 30}],
    ),
    "made-up data": (
        PLAYGROUND,
        [{"dataset": "made_up", "seed": 42}, {"slope": -0.7, "intercept": 1.3, "noise": 1.1, "n_samples": 137}],
    ),
    "made-up data, the least of them": (
        PLAYGROUND,
        [{"dataset": "made_up"}, {"slope": -3.0, "intercept": 3.0, "noise": 0.0, "n_samples": 2}],
    ),
    "made-up data, the most of them, by lion": (
        PLAYGROUND,
        [
            {"dataset": "made_up", "optimizer": "lion", "seed": 9999, **RAW},
            {"slope": 3.0, "intercept": -3.0, "noise": 3.0, "n_samples": 300, "weight": -4.95},
        ],
    ),
    "a random start": (PLAYGROUND, [{"seed": 3}, "random start", "random start"]),
    "a random start in grams": (PLAYGROUND, [RAW, "random start"]),
    "vectors with many digits": (PLAYGROUND, [board((-1.2345678912345, 2.5), (0.01, -987.654321))]),
    "vectors at unit length": (PLAYGROUND, [{"weight": 0.5}, board((0.6, 0.8), (-(0.5**0.5), 0.5**0.5), True)]),
    "one vector alone, and it is zero": (PLAYGROUND, [board((3, 1), (0, 0))]),
    "vectors at the ends": (PLAYGROUND, [board((1000, -1000), (-1000, 0.001))]),
    # Weights.
    "weights at its start": (WEIGHTS, []),
    "a car with two inputs": (
        WEIGHTS,
        [{"table": "cars"}, {"row": 17, "inputs": 2}, {"w1": -3.0, "w2": 2.95, "sum_bias": -0.65}],
    ),
    "a penguin with one input": (WEIGHTS, [{"inputs": 1}, {"row": 2, "w1": -0.05}]),
    "the last penguin with five inputs": (
        WEIGHTS,
        [
            {"inputs": 5, "guess_sum": "both"},
            {"row": 342, "w1": 3.0, "w2": -1.05, "w3": 0.0, "w4": -0.15, "w5": 1.35, "sum_bias": 3.0},
        ],
    ),
    "the sum that reaches the label": (WEIGHTS, [{"w1": 0.05, "guess_sum": "its product"}]),
    "he normal for many inputs": (
        WEIGHTS,
        [START, {"initializer": "he_normal", "draw_seed": 9999, "fan_in": 64, "fan_out": 64, "guess_start": "smaller"}],
    ),
    "drawn again, for one input": (
        WEIGHTS,
        [START, {"initializer": "lecun_uniform", "fan_in": 1, "fan_out": 17}, "draw_again", "draw_again"],
    ),
    "random uniform for nine inputs": (WEIGHTS, [START, {"initializer": "random_uniform", "fan_in": 9}]),
    "keras's own, for two inputs": (WEIGHTS, [START, {"fan_in": 2}]),
    "random normal": (WEIGHTS, [START, {"initializer": "random_normal", "guess_start": "show me"}]),
    "all weights zero": (WEIGHTS, [START, {"initializer": "zeros", "draw_seed": 4}]),
    "a hundred relu neurons that all move": (
        WEIGHTS,
        [HUNDRED, {"fall_activation": "relu", "initializer": "ones", "fallen": 60, "guess_fall": "in a few"}],
    ),
    "a hundred relu neurons, some silent": (
        WEIGHTS,
        [HUNDRED, {"fall_activation": "relu", "initializer": "he_uniform", "fallen": 13}],
    ),
    "a hundred linear neurons without a drawn bias": (
        WEIGHTS,
        [HUNDRED, {"initializer": "glorot_normal", "draw_seed": 1, "fallen": 1, "draw_bias": False}],
    ),
    "an update of penguins by rmsprop": (
        WEIGHTS,
        [
            UPDATE,
            {"update_dataset": "penguins", "update_batch_size": "1", "update_optimizer": "rmsprop"},
            {"epoch": 20, "batch": 342, "part": "error", "update_learning_rate": 0.5, "guess_update": "down"},
        ],
    ),
    "an update of the geyser by adagrad": (
        WEIGHTS,
        [
            UPDATE,
            {"update_dataset": "faithful", "update_batch_size": "2", "update_optimizer": "adagrad"},
            {"epoch": 2, "batch": 100, "part": "gradient", "update_learning_rate": 0.01},
            {"hidden": "share"},
            {"answer": "1e-3"},
        ],
    ),
    "an update of galton by adam, a wrong answer": (
        WEIGHTS,
        [
            UPDATE,
            {"update_dataset": "galton", "update_batch_size": "8", "update_optimizer": "adam"},
            {"epoch": 7, "batch": 116},
            {"hidden": "gradient"},
            {"answer": " 0,25"},
        ],
    ),
    "an update of all rows by adamw": (
        WEIGHTS,
        [
            UPDATE,
            {"update_dataset": "anscombe_1", "update_batch_size": "all rows", "update_optimizer": "adamw"},
            {"hidden": "new weight", "epoch": 3},
        ],
    ),
    "an update of sixteen rows by lion": (
        WEIGHTS,
        [
            UPDATE,
            {"update_dataset": "anscombe_4", "update_batch_size": "16", "update_optimizer": "lion"},
            {"part": "update", "guess_update": "not at all"},
        ],
    ),
    "a prediction hidden": (WEIGHTS, [UPDATE, {"update_dataset": "anscombe_2"}, {"hidden": "prediction"}]),
    "an error hidden, one part back": (
        WEIGHTS,
        [UPDATE, {"update_dataset": "anscombe_3"}, {"hidden": "error"}, "part_back", {"answer": "+123456789.123456"}],
    ),
    "a step hidden": (WEIGHTS, [UPDATE, {"hidden": "step"}, {"answer": "−,5"}]),
    "one step on": (WEIGHTS, [UPDATE, *["part_forward"] * 4]),
    "a product worked out by hand": (WEIGHTS, [UPDATE, {"hidden": "product"}, {"answer": "−0,469"}]),
    "a sum by hand at its start": (WEIGHTS, [BY_HAND]),
    "a sum by hand with other weights": (
        WEIGHTS,
        [BY_HAND, {"guess_first_sum": "1.6"}, {"first_w1": 2.0, "first_w2": 0.5, "first_w3": -2.0}],
    ),
    "twins at their start": (WEIGHTS, [TWINS]),
    "twins that stay equal": (
        WEIGHTS,
        [TWINS, {"guess_twins": "never"}, {"twins_value": -0.35, "twins_epoch": 500}],
    ),
    "twins that start at random": (
        WEIGHTS,
        [
            TWINS,
            {"guess_twins": "soon"},
            {"twins_start": "random"},
            {"twins_seed": 41, "twins_epoch": 60},
            "twins_draw",
        ],
    ),
    "a smaller rate at its start": (WEIGHTS, [SMALLER]),
    "a start that falls silent at the smaller rate": (
        WEIGHTS,
        [SMALLER, {"guess_rate": "none"}, {"silent_start": 2, "silent_rate": 0.001, "silent_way": 6.0}],
    ),
    "a start that learns": (
        WEIGHTS,
        [SMALLER, {"guess_rate": "about 28"}, {"silent_start": 1, "silent_way": 3.7}],
    ),
    "raw or standardised at its start": (WEIGHTS, [SCALING]),
    **{
        f"the bowls of {name}": (
            WEIGHTS,
            [SCALING, {"guess_scaling": guess}, {"scaling_dataset": name, "scaling_epoch": epoch}],
        )
        for name, guess, epoch in (
            ("cars", "1", 1),
            ("penguins", "about 100", 100),
            ("faithful", "about 569", 5),
            ("galton", "show me", 33),
            *((f"anscombe_{i}", "1", 2 * i) for i in range(1, 5)),
        )
    },
    "when do weights change at its start": (WEIGHTS, [CHANGE]),
    **{
        f"changes of {name} in batches of {size or 'all rows'}": (
            WEIGHTS,
            [CHANGE, {"guess_change": guess}, {"change_dataset": name, "change_batch_size": size}, {"rows_read": read}],
        )
        for name, size, guess, read in (
            ("cars", 4, "8 times", 6),
            ("cars", 8, "4 times", 32),
            ("cars", 1, "32 times", 95),
            ("penguins", 32, "once", 345),
            ("penguins", 16, "show me", 1026),
            ("penguins", 0, "once", 684),
        )
    },
    "somebody's own rows in the weighted sum": (
        f"{WEIGHTS}?update_own={ARMS}",
        [{"table": OWN, "guess_sum": "both"}, {"row": 2, "w1": 0.75, "w2": -0.1}],
    ),
    "somebody's own rows with one feature": (f"{WEIGHTS}?update_own={PAIR_OF_COLUMNS}", [{"table": OWN}, {"row": 3}]),
    "somebody's own rows change the weights": (
        f"{WEIGHTS}?update_own={PAIR_OF_COLUMNS}",
        [CHANGE, {"guess_change": "once"}, {"change_dataset": OWN, "change_batch_size": 1}, {"rows_read": 7}],
    ),
    "an update of somebody's own rows": (
        f"{WEIGHTS}?update_own={PAIR_OF_COLUMNS}",
        [UPDATE, {"update_dataset": OWN, "update_batch_size": "all rows"}, {"epoch": 3}],
    ),
    "somebody's own rows in two bowls": (
        f"{WEIGHTS}?scaling_own={PAIR_OF_COLUMNS}",
        [SCALING, {"guess_scaling": "1"}, {"scaling_dataset": OWN, "scaling_epoch": 4}],
    ),
    # Dot product.
    "dot product at its start": (DOT_PRODUCT, []),
    "two vectors, the mission solved": (
        DOT_PRODUCT,
        [{"guess_longer": "the cosine similarity"}, board((3, 0), (0, 2.5), key="two_vectors")],
    ),
    "two vectors at unit length": (
        DOT_PRODUCT,
        [board((0.28, 0.96), (0.1**0.5, -(0.9**0.5)), True, key="two_vectors")],
    ),
    "a pair that was shown": (
        DOT_PRODUCT,
        [board((1.234567890123, 0), (1, 2), key="two_vectors"), "beating_pair"],
    ),
    "three ways at the ends": (
        DOT_PRODUCT,
        [THREE_WAYS, {"line_w": -2.0, "line_b": 2.0, "line_x": 3.0, "guess_line": "9"}],
    ),
    "three ways, the mission solved": (
        DOT_PRODUCT,
        [THREE_WAYS, {"line_w": 1.05, "line_b": -1.05, "line_x": 1.0, "guess_line": "7"}],
    ),
    "columns with gaps": (
        DOT_PRODUCT,
        [MANY, {"guess_many": "no"}, cells(u={0: "7", 1: None, 5: "−2,5"}, v={2: None, 5: "0.125", 9: "3"})],
    ),
    "ten numbers each, the largest and the longest": (
        DOT_PRODUCT,
        [
            MANY,
            {"guess_many": "yes"},
            cells(
                u={row: "1e6" if row else "-999999.123456" for row in range(10)},
                v={row: f"{row}.12345678901" for row in range(10)},
            ),
        ],
    ),
    "columns of one direction": (
        DOT_PRODUCT,
        [
            MANY,
            {"guess_many": "show me"},
            cells(u={0: "1", 1: "2", 2: "3", 3: None}, v={0: "2", 1: "4", 2: "6", 3: None}),
        ],
    ),
    "three pairs at their start": (DOT_PRODUCT, [PAIRS]),
    "three pairs, the mission solved": (
        DOT_PRODUCT,
        [PAIRS, {"guess_pairs": "C, A, B"}, {"angle_a": 0, "angle_b": 180, "angle_c": 120}],
    ),
    "turn both at its start": (DOT_PRODUCT, [TURNED]),
    "both turned by 68 degrees": (
        DOT_PRODUCT,
        [TURNED, {"guess_turn": "a · b"}, {"turn": 68}],
    ),
    "which car at its start": (DOT_PRODUCT, [CAR]),
    "a car by the dot product": (
        DOT_PRODUCT,
        [CAR, {"guess_car": "the Imperial itself"}, {"your_car": "Honda Civic"}],
    ),
    "a car by the cosine similarity": (
        DOT_PRODUCT,
        [CAR, {"guess_car": "the Datsun 710"}, {"your_car": "Ford Pantera L", "measure": "cosine similarity"}],
    ),
    # Bias.
    "bias at its start": (BIAS, []),
    "a relu whose threshold moved": (
        BIAS,
        [{"held_activation": "relu", "guess_bias": "it gets steeper"}, {"held_weight": 0.5, "held_bias": -1.0}],
    ),
    "a sigmoid at the ends": (BIAS, [{"held_activation": "sigmoid"}, {"held_weight": -2.0, "held_bias": -4.0}]),
    "with and without for galton": (
        BIAS,
        [PAIR, {"bias_dataset": "galton", "mean_x": 2.0, "mean_y": -3.0, "guess_without": "higher"}],
    ),
    "with and without at a rate that is too high": (
        BIAS,
        [PAIR, {"bias_dataset": "anscombe_1", "bias_learning_rate": 1.2, "bias_epochs": 200}],
    ),
    "the bias alone, one epoch": (
        BIAS,
        [
            ALONE,
            {"bias_dataset": "faithful", "frozen_weight": -2.0, "bias_epochs": 1, "mean_x": 0.3},
            {"guess_alone": "the loss"},
        ],
    ),
    "the bias alone reaches the best": (BIAS, [ALONE, {"frozen_weight": 0.87, "guess_alone": "twice the mean error"}]),
    "the largest rate": (BIAS, [GROWING, {"bias_learning_rate": 0.38, "guess_growing": "no"}]),
    "no growing error for cars": (
        BIAS,
        [GROWING, {"bias_dataset": "cars", "bias_learning_rate": 0.01, "mean_y": -0.1, "guess_growing": "yes"}],
    ),
    "a relu that bends": (
        BIAS,
        [CURVED, {"held_activation": "relu", "guess_curved": "yes"}, {"held_bias": -1.6, "at_x": 2.0}],
    ),
    "a sigmoid far to the left": (BIAS, [CURVED, {"held_activation": "sigmoid"}, {"at_x": -4.0, "held_weight": 1.85}]),
    "back on track for anscombe 2": (
        BIAS,
        [TRACK, {"bias_dataset": "anscombe_2", "mean_x": -2.0, "bias_epochs": 17, "guess_track": "yes"}],
    ),
    "back on track for anscombe 3": (
        BIAS,
        [TRACK, {"bias_dataset": "anscombe_3", "mean_y": 3.0, "bias_learning_rate": 0.05, "guess_track": "show me"}],
    ),
    "no mean error for anscombe 4": (BIAS, [TRACK, {"bias_dataset": "anscombe_4", "mean_x": 0.0, "mean_y": 0.0}]),
    "it starts at zero at its start": (BIAS, [ZERO]),
    "twenty updates from zero": (BIAS, [ZERO, {"guess_zero": "no"}, {"zero_weight": -1.0, "zero_updates": 20}]),
    "a bias that stays": (BIAS, [ZERO, {"guess_zero": "yes"}, {"zero_weight": 2.0, "zero_updates": 1}]),
    "yes or no at its start": (BIAS, [YES]),
    "yes or no for Gentoo from the mean": (
        BIAS,
        [YES, {"guess_yes": "to all"}, {"measured_from": "the mean"}, {"yes_weight": 0.45, "yes_bias": -1.5}],
    ),
    "yes or no for Adelie": (BIAS, [YES, {"guess_yes": "to none"}, {"species": "Adelie"}, {"yes_weight": -0.33}]),
    "the collar at its start": (BIAS, [COLLAR]),
    "the collar and the ruler": (BIAS, [COLLAR, {"guess_collar": "the bias"}, {"collar": 500.0, "ruler": -10.0}]),
    "the bias that is back": (BIAS, [COLLAR, {"guess_collar": "both"}, {"collar": 1000.0, "ruler": 10.0}]),
    "somebody's own rows with and without": (
        f"{BIAS}?bias_own={PAIR_OF_COLUMNS}",
        [PAIR, {"bias_dataset": OWN, "mean_x": 0.4, "guess_without": "lower"}],
    ),
}

# One visitor who has been to every idea of a chapter: what was chosen in all of them is in the link of each.
WHOLE = {
    WEIGHTS: [
        {"guess_sum": "the output", "inputs": 4, "w2": -0.7},
        {"w4": 1.1, "row": 100},
        START,
        {"initializer": "lecun_normal", "draw_seed": 321, "fan_in": 12, "fan_out": 5, "guess_start": "larger"},
        HUNDRED,
        {"fallen": 30, "fall_activation": "relu", "draw_bias": False, "guess_fall": "show me"},
        UPDATE,
        {"update_dataset": "faithful", "epoch": 5, "batch": 3, "guess_update": "up"},
        {"hidden": "error"},
        {"answer": "0.5"},
    ],
    DOT_PRODUCT: [
        {"guess_longer": "a · b"},
        board((3.5, -1), (2, 2.25), key="two_vectors"),
        THREE_WAYS,
        {"guess_line": "6", "line_w": 0.35, "line_b": -0.35, "line_x": -2.95},
        MANY,
        {"guess_many": "no"},
        cells(u={0: "7", 2: None}, v={4: "1.5"}),
    ],
    BIAS: [
        {"guess_bias": "both", "held_activation": "relu"},
        {"held_weight": 1.5, "held_bias": -3.0},
        PAIR,
        {"guess_without": "lower", "bias_dataset": "cars", "mean_x": 0.7, "bias_epochs": 31},
        ALONE,
        {"guess_alone": "show me", "frozen_weight": -0.42, "bias_learning_rate": 0.3},
        GROWING,
        {"guess_growing": "no"},
        CURVED,
        {"guess_curved": "no", "at_x": 1.9},
        TRACK,
        {"guess_track": "no", "mean_y": -1.2},
    ],
}
IDEAS = {
    WEIGHTS: (SUM, START, HUNDRED, UPDATE, BY_HAND, TWINS, SMALLER, SCALING, CHANGE),
    DOT_PRODUCT: (TWO, THREE_WAYS, MANY, PAIRS, TURNED, CAR),
    BIAS: (MOVES, PAIR, ALONE, GROWING, CURVED, TRACK, ZERO, YES, COLLAR),
}


def journeys():
    """Name, page and steps of each link."""
    for name, (page, steps) in JOURNEYS.items():
        yield name, page, steps
    for page, steps in WHOLE.items():
        for idea in IDEAS[page]:
            yield f"the whole chapter, {next(iter(idea.values()))}", page, [*steps, idea]


def taken(at, step):
    """The page after that step."""
    if isinstance(step, str):
        next(button for button in at.button if step in (button.key, button.label)).click()
    else:
        for name, value in step.items():
            if name in BOARDS:
                # The hand's way to the board is the browser's; the same vectors come with the address.
                for vector in ("a", "b"):
                    at.query_params[vector] = ",".join(map(as_javascript, value[vector]))
                if value["unit"]:
                    at.query_params["unit"] = "true"
            elif name == TABLE:
                at.session_state[name] = value
            else:
                set_control(at, name, value)
    at.run()
    assert not at.exception, (step, at.exception)
    return at


def set_control(at, key, value):
    control = next(control for control in controls_of(at) if control.key == key)
    options = [str(option) for option in getattr(control, "options", ())]
    if control.type == "selectbox" and str(value) in options:
        control.select_index(options.index(str(value)))
    else:
        control.set_value(value)  # of a menu that shows other words than the app knows: the run fails if it has none


def link_of(at, page):
    """The link that a visitor's address bar has now.

    Chapters write theirs themselves. The Playground's controls are bound, and for those it is the browser that writes.
    """
    told = {name: values if isinstance(values, str) else values[-1] for name, values in at.query_params.items()}
    if page == PLAYGROUND:
        told = {name: text for name, text in told.items() if name in ("a", "b", "unit")} | bound(at)
    query = urlencode(sorted(told.items()))
    return f"/{page}?{query}" if query else f"/{page}"


def bound(at):
    """What the browser writes for controls that are bound to the link: each that is not at its start."""
    written = {}
    for control in controls_of(at):
        start = control.proto.default
        start = start[0] if control.type == "slider" else start
        start = control.options[start] if control.type == "selectbox" else start
        value = value_of(control)
        if control.proto.query_param_key and value != start:
            written[control.proto.query_param_key] = value if isinstance(value, str) else as_javascript(value)
    return written


def as_javascript(value):
    """A number or a truth as JavaScript's `String` writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if value and not 1e-6 <= abs(value) < 1e21:
        return re.sub(r"e([+-])0+", r"e\1", np.format_float_scientific(value, trim="-"))
    return np.format_float_positional(value, trim="-")


def recorded(known):
    """All links and what they open. known: those that are recorded already, by name."""
    links, options = [], {}
    for name, page, steps in journeys():
        if name in known:
            links.append(known[name])
            continue
        page, _, query = page.partition("?")
        at = visit(page, query)
        for step in steps:
            at = taken(at, step)
        link, sent = link_of(at, page), seen(at)
        at = opened(link)
        came = seen(at)
        if any(TABLE in step for step in steps):  # what is typed into a table is the browser's until the page is left
            sent = {**sent, "tables": came["tables"]}
        assert sent == came, f"“{name}”, {link}, opens another screen than its sender had:\n{sent}\n{came}"
        links.append({"name": name, "link": link, **came})
        for control in controls_of(at):
            names = [NAMES.get(str(option), str(option)) for option in getattr(control, "options", ())]
            options.setdefault(control.key, set()).update(names)
    look_that_all_are_used(links, options)
    return links


def look_that_all_are_used(links, options):
    """Each control is in a link, and each option of a menu is chosen in one; of guesses, and of cars, not all."""
    for key, names in options.items():
        assert any(re.search(rf"[?&]{key}=", each["link"]) for each in links), f"no link has {key}"
        chosen = {each["controls"].get(key) for each in links}
        assert key.startswith(("guess", "your_car")) or names <= chosen, f"no link has {key} at {names - chosen}"


def laid_out(value, indent=0):
    """JSON of which each line is one that can be compared by eye."""
    text = json.dumps(value, ensure_ascii=False)
    if len(text) + indent <= 160 or not isinstance(value, (dict, list)):
        return text
    space = " " * (indent + 1)
    if isinstance(value, list):
        return "[\n" + ",\n".join(space + laid_out(each, indent + 1) for each in value) + f"\n{' ' * indent}]"
    lines = [f"{space}{json.dumps(name)}: {laid_out(each, indent + 1)}" for name, each in value.items()]
    return "{\n" + ",\n".join(lines) + f"\n{' ' * indent}}}"


if __name__ == "__main__":
    so_far = json.loads(RECORD.read_text(encoding="utf-8"))
    RECORD.write_text(laid_out(recorded({each["name"]: each for each in so_far})) + "\n", encoding="utf-8")
