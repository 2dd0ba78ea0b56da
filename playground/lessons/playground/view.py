"""The Playground as a function of its state: a run at one epoch, what it says, and two vectors compared."""

from playground.figures import readout, words
from playground.figures.bowl import bowl_picture
from playground.figures.epochs import shown_epochs
from playground.figures.fit_panel import MOST_POINTS, drawn_errors, handles_of
from playground.figures.markup import literal
from playground.figures.picture import Picture
from playground.figures.screen import Arrow, Screen
from playground.figures.similarity import similarity_picture
from playground.figures.training import Look, training_picture
from playground.learning import angle, cosine_similarity
from playground.learning.memory import remembered
from playground.lessons.playground.model import data_of, first_loss, ranges_of, rate_zones_of, run_of
from playground.lessons.playground.text import about, bridge, rates
from playground.ui.parameters import Values
from playground.ui.part import is_on_a_wall


def playground(values: Values) -> Screen:
    """What the page shows."""
    run, data = run_of(values), data_of(values)
    epochs = shown_epochs(run.last_epoch)
    shown = max((epoch for epoch in epochs if epoch <= values["shown"]), default=0)
    row = values["sample"] - 1
    is_best_shown = values["best"] or readout.reached(run, shown)
    log_loss, on_a_wall = values["log_loss"] or run.explodes, is_on_a_wall(values)
    look = Look(row, is_best_shown, log_loss, values["narrow"], values["squares"], on_a_wall)
    cosine, similarity = _compared(values["a"], values["b"])
    reach = ranges_of(values)
    bowl = {}
    if values["bowl"]:
        ends = (reach.weight.low, reach.weight.high), (reach.bias.low, reach.bias.high)
        bowl["surface"] = bowl_picture(run, shown, *ends, is_best_shown, held=True)
    return Screen(
        pictures={
            "training": training_picture(run, data.feature, data.label, shown, look),
            "cosine": cosine,
            **bowl,
        },
        words={
            "about": about(data, len(drawn_errors(len(run.y))), min(len(run.y), MOST_POINTS)),
            "numbers": readout.readout(
                run, shown, literal(data.feature.name), literal(data.label.name), first_loss(values)
            ),
            "rates": rates(rate_zones_of(run), reach.learning_rate),
            "bridge": bridge(run, shown, row),
            "similarity": similarity,
        },
        arrows={"board": (values["a"], values["b"])},
        handles={"training": handles_of(run)},
        epochs=epochs,
        shown=shown,
    )


@remembered
def _compared(a: Arrow, b: Arrow) -> tuple[Picture, str]:
    """Two vectors: the picture of their cosine similarity, and their numbers."""
    return similarity_picture(angle(a, b), cosine_similarity(a, b)), words.dot_product_lines(a, b)
