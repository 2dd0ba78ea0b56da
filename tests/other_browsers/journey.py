"""The first minute on the first screen: find the line by hand, let the neuron learn it, draw a vector.

What has to be on the screen comes from the data and the definitions: the loss is the mean of the squared errors in
standard units, its best value 1 - r², a dot product the sum of the products.
"""

import re

import numpy as np
import pytest

from playground.data import real
from playground.figures.numbers import decimals, number
from tests.other_browsers.visitor import DRAG_PX, Visitor

NUMBERS, SIMILARITY, BOARD = ".st-key-numbers", ".st-key-similarity", ".st-key-board svg"
EPOCH, PLAY = ".st-key-player output", '[data-action="play"]'
START = {"weight": -1.5, "bias": 1.0}
ENDS, STEP = (-5, 5), 0.05
DRAWN = f"""document.querySelector('.st-key-training .scatterlayer path.js-line')
  && document.querySelectorAll('.grip').length === 2 && document.querySelector('[data-handle="b"]')
  && /\\|a\\|/.test(document.querySelector('{SIMILARITY}').innerText)
  && document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning'"""


def slider(key: str) -> str:
    return f".st-key-{key} input[type=range]"


def thumb(key: str) -> str:
    return f".st-key-{key} [data-rac]:has(> * > input[type=range])"


def grip(key: str) -> str:
    return f'.grip[aria-label^="{key}"]'


def field(name: str) -> str:
    return f'.st-key-board input[aria-label="{name}"]'


def standard(values: np.ndarray) -> np.ndarray:
    return (values - values.mean()) / values.std()


def loss_text(weight: float, bias: float) -> str:
    """How the loss of that line is written, as a regular expression."""
    data = real("penguins")
    x, y = standard(data.X[:, 0]), standard(data.y)
    return rf"loss {re.escape(number(np.mean((weight * x + bias - y) ** 2)))}(?!\d)"


def best_loss_text() -> str:
    data = real("penguins")
    r = np.corrcoef(data.X[:, 0], data.y)[0, 1]
    return rf"loss {re.escape(number(1 - r**2))}(?!\d)"


def line_of(visitor: Visitor) -> dict[str, float]:
    return {key: visitor.value(slider(key)) for key in START}


def opens(visitor: Visitor, url: str) -> None:
    visitor.browser.open(url)
    assert visitor.waits_until(DRAWN), "the page is drawn"
    assert line_of(visitor) == START
    visitor.sees(NUMBERS, loss_text(**START))
    assert visitor.read(EPOCH) == "epoch 0 of 50", "nothing is trained"


def sees_a_drag(visitor: Visitor, key: str, before: dict[str, float]) -> None:
    """A slider is in the hand: the numbers are those of the value under the finger, also once it is let go."""
    held = line_of(visitor)
    assert held[key] / STEP == pytest.approx(round(held[key] / STEP))
    assert held == before | {key: held[key]}
    visitor.sees(NUMBERS, loss_text(**held))
    visitor.lets_go()
    visitor.addresses(rf"[?&]{key}={held[key]:g}(&|$)")
    assert line_of(visitor) == held
    visitor.sees(NUMBERS, loss_text(**held))


def drags_a_slider(visitor: Visitor) -> None:
    before = line_of(visitor)
    track = visitor.browser.evaluate(f"document.querySelector({thumb('weight')!r}).parentElement.clientWidth")
    visitor.holds(visitor.place(thumb("weight")), right=DRAG_PX)
    under_the_finger = before["weight"] + (ENDS[1] - ENDS[0]) * DRAG_PX / track
    has_arrived = f"Math.abs(document.querySelector({slider('weight')!r}).value - {under_the_finger}) < {1.5 * STEP}"
    assert visitor.waits_until(has_arrived), f"{visitor.value(slider('weight'))} is under the finger"
    sees_a_drag(visitor, "weight", before)


def drags_a_handle(visitor: Visitor, key: str, *, up: int) -> None:
    before = line_of(visitor)
    _, pointer = visitor.holds(visitor.place(grip(key)), up=up)
    visitor.brings(grip(key), y=pointer)
    assert (visitor.value(slider(key)) - before[key]) * up > 0
    sees_a_drag(visitor, key, before)
    visitor.brings(grip(key), y=pointer)


def lets_it_learn(visitor: Visitor) -> None:
    visitor.clicks(PLAY)
    visitor.sees(EPOCH, "epoch [2-5] of 50")
    visitor.clicks(PLAY)
    paused = visitor.read(EPOCH)
    visitor.sees(NUMBERS, r"loss \d")
    visitor.clicks(PLAY)
    visitor.sees(EPOCH, "epoch 50 of 50")
    assert paused != visitor.read(EPOCH)
    visitor.sees(NUMBERS, best_loss_text())
    visitor.sees(NUMBERS, "has arrived")


def draws_a_vector(visitor: Visitor) -> None:
    x, y = visitor.place(BOARD)
    end = visitor.holds((x - 60, y + 40), right=-60, up=88)
    visitor.brings('[data-handle="a"]', x=end[0], y=end[1])
    visitor.lets_go()
    ax, ay, bx, by = (visitor.value(field(name)) for name in ("a x", "a y", "b x", "b y"))
    assert ax / ay == pytest.approx(-120 / 48, rel=0.03)
    assert (bx, by) == (1.0, 2.0)
    visitor.sees(SIMILARITY, re.escape(f"= {decimals(ax * bx + ay * by)} "))
    visitor.addresses(rf"[?&]a={ax:g}(,|%2C){ay:g}(&|$)")
