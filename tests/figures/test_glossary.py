"""Words of the field: each has one sentence, in one place, and is found in a text in all its forms."""

import re
from pathlib import Path

from playground.figures.glossary import GLOSSARY, explained, terms_for, terms_in

PACKAGE = Path(__file__).parents[2] / "playground"


def test_the_words_that_a_visitor_cannot_be_expected_to_know_are_explained():
    named = {"loss", "gradient", "deviation", "standard units", "sigmoid", "relu", "optimum", "seed", "arccos"}
    assert named <= GLOSSARY.keys()


def test_every_word_is_explained_in_one_short_sentence():
    for sentence in GLOSSARY.values():
        assert len(re.findall(r"[.!?](?:\s|$)", sentence)) == 1
        assert len(sentence.split()) <= 20


def test_no_explanation_needs_a_word_that_comes_later():
    known = []
    for term, sentence in GLOSSARY.items():
        assert set(terms_in(sentence)) <= {*known, term}
        known.append(term)


def test_a_word_is_found_in_its_forms_and_not_inside_others():
    assert terms_in("Both Losses, in standard units") == ["loss", "standard units"]
    assert terms_in("lossless seedling, reluctant") == []
    assert terms_in("gradients and optima") == ["gradient", "optimum"]


def test_a_word_that_an_explanation_uses_is_explained_too():
    assert terms_for("a gradient") == ["loss", "gradient"]


def test_words_are_said_with_their_sentences():
    assert explained(["seed", "loss"]) == f"**seed**: {GLOSSARY['seed']}\u2003 **loss**: {GLOSSARY['loss']}"


def test_no_other_module_explains_a_word_again():
    sentences = {sentence[:30] for sentence in GLOSSARY.values()}
    for module in PACKAGE.rglob("*.py"):
        if module.name != "glossary.py":
            text = module.read_text(encoding="utf-8")
            assert not [start for start in sentences if start in text], module
