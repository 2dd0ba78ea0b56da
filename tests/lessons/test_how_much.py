"""How much there is on the screen when an idea opens: at most 60 words and 25 numbers, and the rest on demand."""

import json
import re

from streamlit.testing.v1.element_tree import Dataframe

from tests.chapters import each_idea
from tests.links.screen import CONTROLS
from tests.pages.test_frame import opened
from tests.pages.test_playground import plain

MOST_WORDS, MOST_NUMBERS = 60, 25
ON_DEMAND = {"expandable", "expander", "popover", "dialog"}
FRAME = {"ideas", "beside_the_ideas", "lead"}
"""The keys of what stands around every idea: the menu, and the ways to the next one."""
NUMBER = re.compile(r"(?<![\w.])[−-]?\d+(?:[.,]\d+)*")
WORD = re.compile(r"[A-Za-zΑ-Ωα-ω][\w'’·-]*")


def text_of(element):
    """What an element shows in words and numbers, but for the axes of a picture and the ends of a slider."""
    if element.type == "html":
        return [plain(element.proto.body)]
    if element.type == "plotly_chart":
        return drawn(json.loads(element.proto.spec))
    if element.type == "button_group":
        return [option.content for option in element.proto.options]
    if element.type in CONTROLS or element.type == "button":
        value = getattr(element, "value", "")
        return [element.label, *([str(value)] if not isinstance(value, bool) else [])]
    if isinstance(element, Dataframe):
        cells = element.value
        return [str(each) for each in [*cells.index, *cells.columns, *cells.to_numpy().ravel()] if each == each]
    if element.type == "bidi_component":
        boards = json.loads(element.proto.bytes)["boards"].values()
        return [str(part) for board in boards for arrow in board["arrows"] for part in arrow if board["look"]["fields"]]
    return [element.value] if element.type in ("markdown", "caption") else []


def drawn(figure):
    """Titles, legend and words of a picture."""
    shown = [trace for trace in figure["data"] if trace.get("visible", True) is True]
    words = [str(word) for trace in shown for word in trace.get("text") or ()]
    legend = [trace["name"] for trace in shown if trace.get("showlegend", True)]
    titles = [part["title"]["text"] for name, part in figure["layout"].items() if "axis" in name and "title" in part]
    return words + titles + (legend if figure["layout"].get("showlegend") else [])


def texts(block):
    """All texts of a part of the screen, without what is there on demand."""
    found = []
    for child in block.children.values():
        if hasattr(child, "children"):
            if child.type not in ON_DEMAND and not set(key_of(child)) & FRAME:
                found += texts(child)
        else:
            found += text_of(child)
    return found


def key_of(block):
    """A container's key is in its identity."""
    return [key for key in FRAME if str(getattr(block.proto, "id", "")).endswith(key)]


@each_idea
def test_an_idea_opens_with_few_words_and_numbers(chapter, idea):
    found = "\n".join(texts(opened(chapter, idea).main))
    words, numbers = WORD.findall(found), NUMBER.findall(found)
    assert len(words) <= MOST_WORDS, words
    assert len(numbers) <= MOST_NUMBERS, numbers


def test_words_and_numbers_are_told_apart():
    text = "f(0) = −1.42 × x1, at 0.5° (3 rows)"
    assert NUMBER.findall(text) == ["0", "−1.42", "0.5", "3"]
    assert WORD.findall(text) == ["f", "x1", "at", "rows"]
