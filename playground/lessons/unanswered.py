"""What an idea holds back until its question is answered: its controls, its results, and the hints of its mission."""

from playground.figures.screen import Mission

FIRST = ("Answer the question first.", "After that the controls are here, and hints that follow what you do.")
"""The hints until then."""


def mission(guess: str | None, name: str, task: str, solved: bool, hints: tuple[str, str]) -> Mission:
    """A mission that can be solved, and has its own hints, once the question is answered."""
    return Mission(name, task, guess is not None and solved, FIRST if guess is None else hints)
