"""Links that the app once wrote open what they opened then; see `record.py`."""

import json
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest

from tests.links.screen import address_of, opened, seen

RECORD = json.loads(Path(__file__).with_name("recorded.json").read_text(encoding="utf-8"))
RELATIVE, ABSOLUTE = 1e-5, 1e-9
OF_A_TEXT = 0.01
"""Texts on a picture are rounded for reading."""
MOVED_SINCE = {"wires", "nodes", "on nodes", "output"}
"""Of the drawn neuron: its output was cut at the edge where it had many digits, and so it has more room."""

every_link = pytest.mark.parametrize("record", RECORD, ids=[each["name"] for each in RECORD])
every_picture = pytest.mark.parametrize(
    ("record", "key"),
    [pytest.param(each, key, id=f"{each['name']}: {key}") for each in RECORD for key in each["pictures"]],
)


def having(part):
    """Those links whose screen has such a part."""
    return pytest.mark.parametrize("record", [pytest.param(each, id=each["name"]) for each in RECORD if each[part]])


@cache
def screen(link):
    at = opened(link)
    return {**seen(at), "address": address_of(at), "toasts": [toast.value for toast in at.toast]}


@every_link
def test_a_link_shows_its_idea_with_every_control_where_it_was(record):
    now = screen(record["link"])
    assert {key: now["controls"].get(key) for key in record["controls"]} == record["controls"]
    assert now["idea"] == record["idea"]


@every_link
def test_a_link_that_was_opened_is_still_the_address(record):
    """So what it holds of other ideas, and the missions solved, are not lost."""
    address = {name: list(map(_read, texts)) for name, texts in screen(record["link"])["address"].items()}
    link = parse_qs(urlsplit(record["link"]).query)
    assert address == {name: list(map(_read, texts)) for name, texts in link.items()}


def _read(text):
    """A number whichever way it is written: 2.5e-7 and 2.5e-07."""
    try:
        return float(text)
    except ValueError:
        return text


@having("tables")
def test_a_link_fills_its_table_as_it_did(record):
    assert screen(record["link"])["tables"] == record["tables"]


@having("vectors")
def test_a_link_draws_its_vectors_as_it_did(record):
    now = screen(record["link"])["vectors"]
    assert now.keys() == record["vectors"].keys()
    for key, then in record["vectors"].items():
        assert now[key]["unit"] == then["unit"]
        assert near(now[key]["a"], then["a"]), key
        assert near(now[key]["b"], then["b"]), key


@every_link
def test_a_link_has_the_pictures_it_had(record):
    assert screen(record["link"])["pictures"].keys() == record["pictures"].keys()


@every_picture
def test_a_link_draws_the_picture_it_drew(record, key):
    assert differences(screen(record["link"])["pictures"][key], record["pictures"][key]) == []


def differences(now, then):
    """What is another in a picture: axes, then traces, each with what it is and what it was; others may be new."""
    names = [trace["name"] for trace in then["traces"]]
    traces = [trace for trace in now["traces"] if trace["name"] in names]
    if [trace["name"] for trace in traces] != names:
        return [("traces", [trace["name"] for trace in traces], names)]
    pairs = [(name, now["axes"].get(name), axis) for name, axis in then["axes"].items()]
    pairs += zip(names, traces, then["traces"], strict=True)
    return [pair for pair in pairs if pair[0] not in MOVED_SINCE and not alike(*pair[1:])]


def alike(now, then):
    """Whether an axis or a trace is as it was: the same but for the last digits."""
    if now is None or now.keys() != then.keys():
        return False
    return all(
        near(now[name], was, OF_A_TEXT if name == "says" else RELATIVE) if isinstance(was, list) else now[name] == was
        for name, was in then.items()
    )


def near(now, then, relative=RELATIVE):
    """Whether all numbers agree, beside the largest of them: what is 0 may be what rounding left."""
    if now is None or len(now) != len(then):
        return False
    within = max(relative * max(map(abs, then), default=0.0), ABSOLUTE)
    return all(abs(one - other) <= within for one, other in zip(now, then, strict=True))


NONSENSE = {
    "a seed of 400 digits": "/?seed=" + "9" * 400,
    "numbers that are none": "/?weight=nan&bias=inf&learning_rate=-inf&epochs=nan&seed=nan",
    "numbers that are too large": "/?weight=1e999&epochs=1e999&seed=-1e999&a=1e999,1&b=nan,inf",
    "unknown names": "/?dataset=nothing&optimizer=none&batch_size=3&standardise=maybe&log_loss=2&nobody=1",
    "nothing after the equals sign": "/?dataset=&weight=&seed=&standardise=&optimizer=&batch_size=&a=&b=&unit=",
    "text for numbers": "/?weight=" + quote("<b>steep</b>") + "&epochs=many&slope=" + quote("**") + "&dataset=made_up",
    "names that are repeated": "/?weight=1&weight=2&dataset=cars&dataset=galton&a=1,2&a=3,4&seed=1&seed=2",
    "a very long text": "/?" + urlencode({"dataset": "x" * 9000, "a": "1," * 3000, "weight": "1" * 3000}),
    "a fraction for a whole number": "/?epochs=7.5&seed=0.5&n_samples=2.5&dataset=made_up",
    "made-up data out of reach": "/?dataset=made_up&n_samples=1e9&noise=-1&slope=99&intercept=nan&seed=-1",
    "an idea that is none": "/weights?weights_idea=no+such+idea&w1=1e999&row=0&inputs=9&table=&done=" + quote("<b>,,"),
    "an idea that is repeated": "/bias?bias_idea=the+bias+alone&bias_idea=with+and+without&mean_x=1&mean_x=2&done=",
    "large numbers for an update": "/weights?weights_idea=one+update&epoch=" + "9" * 400 + "&batch=-1&answer=1e999",
    "columns that are none": "/dot-product?dot_product_idea=many+numbers&u=nan,inf&v="
    + "1," * 5000
    + "&guess_many=yes",
    "a line that is none": "/dot-product?dot_product_idea=the+same+number+three+ways&line_w=nan&line_b=1e999&line_x=",
    "an experiment out of reach": "/bias?bias_idea=claim%3A+not+linear&at_x=inf&held_activation=tanh&held_bias=1e400",
}


@pytest.mark.parametrize("link", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_in_a_link_shows_no_exception(link):
    assert not opened(link).exception


@every_link
def test_all_that_a_link_says_is_taken(record):
    assert not screen(record["link"])["toasts"]
