"""A word of the glossary on an idea's screen is explained: in place where it first stands, else on a tap."""

import pytest

from playground.figures.glossary import GLOSSARY, terms_in
from playground.ui.chapter import SHOW_ME, first_terms
from tests.chapters import CHAPTERS, each_idea, ideas_of
from tests.lessons.test_how_much import texts
from tests.pages.test_frame import opened, order
from tests.pages.test_playground import plain


def in_place(at):
    """The words that are explained in a sentence on the screen."""
    return {term for term in GLOSSARY if any(GLOSSARY[term] in plain(body) for body in order(at))}


@each_idea
@pytest.mark.parametrize("guess", [None, SHOW_ME], ids=["unanswered", "answered"])
def test_a_word_on_the_screen_is_explained(chapter, idea, guess):
    at = opened(chapter, idea, **({idea.question.key: guess} if guess else {}))
    used = set(terms_in("\n".join(texts(at.main))))
    assert used <= in_place(at)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_word_is_explained_in_place_where_it_first_stands_in_the_chapter(chapter):
    ideas = ideas_of(chapter)
    first = first_terms(chapter, ideas)
    new = [term for terms in first.values() for term in terms]
    assert len(new) == len(set(new)) > 0
    for idea in ideas:
        at = opened(chapter, idea, **{idea.question.key: SHOW_ME})
        shown = "\n".join(texts(at.main))
        assert [term for term in first[idea.name] if GLOSSARY[term] not in shown.replace("**", "")] == []
        assert [term for term in GLOSSARY if GLOSSARY[term] in shown and term not in first[idea.name]] == []
