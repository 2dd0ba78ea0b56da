"""What moves by itself once, for those who did not ask for less motion, and again when its button is pressed."""

from playground.ui.browser import place


def play_along(key: str, picture: str, words: str) -> None:
    """What plays along that slider, by itself once that picture is in sight. words: on its button."""
    place("along", key=key, picture=picture, words=words)


def products_travel(picture: str) -> None:
    """The products of that picture travel along its wires, once after each change."""
    place("journey", key=picture)
