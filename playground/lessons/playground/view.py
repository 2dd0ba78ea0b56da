"""The Playground as a function of its state: a run, what it says, and two vectors compared."""

from functools import lru_cache

from playground.figures import words
from playground.figures.picture import Picture
from playground.figures.screen import Arrow, Screen
from playground.figures.similarity import similarity_picture
from playground.figures.training import shown_epochs, training_picture
from playground.learning import angle, cosine_similarity
from playground.lessons.playground.model import data_of, run_of
from playground.ui.parameters import Values


def playground(values: Values) -> Screen:
    """What the page shows."""
    run, data = run_of(values), data_of(values)
    epochs = shown_epochs(run.last_epoch)
    wanted = run.last_epoch if values["shown"] is None else values["shown"]
    shown = max((epoch for epoch in epochs if epoch <= wanted), default=0)
    titles = data.feature.title, data.label.title
    log_loss = values["log_loss"] or run.explodes
    cosine, similarity = _compared(values["a"], values["b"])
    return Screen(
        pictures={
            "training": training_picture(run, *titles, shown, log_loss=log_loss, narrow=values["narrow"]),
            "cosine": cosine,
        },
        words={
            "about": f"{data.title}. {data.sentence} Source: {data.citation}.",
            "numbers": words.readout(run, shown, data.feature.name, data.label.name),
            "similarity": similarity,
        },
        arrows={"board": (values["a"], values["b"])},
        epochs=epochs,
        shown=shown,
    )


@lru_cache(maxsize=64)
def _compared(a: Arrow, b: Arrow) -> tuple[Picture, str]:
    """Two vectors: the picture of their cosine similarity, and their numbers."""
    return similarity_picture(angle(a, b), cosine_similarity(a, b)), words.dot_product_lines(a, b)
