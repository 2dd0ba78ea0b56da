"""The places of the chapters' pictures: each has a height in the style sheet, as a picture has none of its own."""

import re
from pathlib import Path

from playground.ui import chapter
from playground.ui.chapter import table_of
from playground.ui.part import FACTS
from playground.ui.state import settled
from tests.chapters import each_idea

STYLE = Path(chapter.__file__).with_name("pictures.css").read_text(encoding="utf-8")
HAVE_ONE = {
    key for keys in re.findall(r"(.+?) \{ --height: \d+px; \}", STYLE) for key in re.findall(r"st-key-(\w+)", keys)
}


@each_idea
def test_every_picture_has_a_place_with_a_height(chapter, idea):
    values = settled((*table_of(chapter, [idea]), *FACTS), {idea.question.key: idea.question.answer})
    pictures = idea.view(values).pictures
    assert pictures.keys() <= HAVE_ONE
    assert not any("height" in picture.layout for picture in pictures.values())
