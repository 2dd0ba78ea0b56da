"""Colours can be seen on the light and on the dark page."""

import re
from pathlib import Path

import pytest

from playground.figures import theme

WHITE, STREAMLIT_DARK = "#ffffff", "#0e1117"
COLOURS = {
    name: value
    for name, value in vars(theme).items()
    if isinstance(value, str) and re.fullmatch("#[0-9A-Fa-f]{6}", value) and not name.startswith("ON_")
}


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_there_are_a_few_colours():
    assert 3 <= len(COLOURS) <= 6


@pytest.mark.parametrize("background", [WHITE, STREAMLIT_DARK])
@pytest.mark.parametrize("name", list(COLOURS))
def test_a_colour_stands_out_from_the_page(name, background):
    assert contrast(COLOURS[name], background) >= 3.0


@pytest.mark.parametrize("node", [theme.START, theme.NEURON])
def test_numbers_on_a_node_can_be_read(node):
    assert contrast(theme.ON_NODE, node) >= 4.5


def test_on_a_wall_all_words_and_marks_are_larger_and_everything_else_is_as_it_was():
    figure = {
        "data": [{"x": [1, 2], "textfont": {"size": 15, "color": "#000"}, "marker": {"size": [0, 18]}}],
        "layout": theme.layout(xaxis=theme.axis("x", range=[0, 1])),
    }
    larger = theme.magnified(figure)
    assert larger["data"][0] == figure["data"][0] | {"textfont": {"size": 26.25, "color": "#000"}}
    assert theme.magnified({"marker": {"size": 8, "symbol": "x"}}) == {"marker": {"size": 14.0, "symbol": "x"}}
    assert larger["layout"]["font"]["size"] == larger["layout"]["xaxis"]["title"]["font"]["size"] == 26.25
    assert larger["layout"]["xaxis"]["range"] == [0, 1]
    assert figure["layout"]["font"]["size"] == 15, "the figure itself is not changed"


def test_no_colour_of_a_picture_is_written_anywhere_else():
    root = Path(__file__).parents[2]
    others = [
        *(root / "playground").rglob("*.css"),
        *(root / "static").glob("*.js"),
        *(root / "playground").rglob("*.py"),
    ]
    others.remove(root / "playground" / "figures" / "theme.py")
    texts = {path.name: path.read_text(encoding="utf-8").lower() for path in others}
    assert {name for name, text in texts.items() for colour in COLOURS.values() if colour.lower() in text} == set()
    used = {name for text in texts.values() for name in re.findall(r"var\(--(?!st-)([a-z-]+)\)", text)}
    assert set(re.findall(r"--([a-z-]+):", theme.as_css())) <= used
