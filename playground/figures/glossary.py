"""The words of the field that a visitor meets, each explained in one sentence. Nowhere else are they explained."""

import re
from collections.abc import Iterable

GLOSSARY = {
    "loss": "How wrong the predictions are, in one number: here the mean of their squared errors.",
    "gradient": "How fast the loss changes when a weight or the bias grows a little.",
    "deviation": "How far values typically lie from their mean.",
    "standard units": "A value in standard units says how many deviations it lies above or below the mean.",
    "sigmoid": "A function that turns any number into one between 0 and 1, along a curve like an S.",
    "relu": "A function that keeps a number above 0 and turns every other into 0.",
    "optimum": "The weights and the bias with which the loss is as low as it can be.",
    "seed": "The number that random draws begin with: the same seed gives the same draws.",
    "arccos": "The angle that has a given cosine: arccos 0 is 90°.",
}
"""A word, and the sentence that explains it."""

_ALSO = {"loss": "losses", "optimum": "optima", "standard units": "standard unit"}


def terms_in(text: str) -> list[str]:
    """The words of the glossary that are in a text, in the glossary's order."""
    return [term for term in GLOSSARY if re.search(_pattern(term), text, re.IGNORECASE)]


def terms_for(text: str) -> list[str]:
    """The words that are in a text, and those that their explanations use."""
    terms = terms_in(text)
    return terms_in("\n".join([text, *(GLOSSARY[term] for term in terms)]))


def _pattern(term: str) -> str:
    forms = (term, f"{term}s", _ALSO.get(term, term))
    return rf"\b({'|'.join(forms)})\b"


def explained(terms: Iterable[str]) -> str:
    """Each of these words with its sentence, marked up as `as_html` reads it."""
    return "\u2003 ".join(f"**{term}**: {GLOSSARY[term]}" for term in terms)
