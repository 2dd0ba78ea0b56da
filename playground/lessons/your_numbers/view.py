"""Your numbers as a function of the state, for the notebook of one visitor."""

from playground.data.sheet import Question, Refusal, Sheet
from playground.figures.markup import literal
from playground.figures.picture import Picture
from playground.figures.screen import Screen
from playground.lessons.weights.raw_or_standardised.text import scaling_words
from playground.lessons.your_numbers import text, text_rows, text_table
from playground.lessons.your_numbers.bars import weights_picture
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.picture import n_drawn, training_picture
from playground.lessons.your_numbers.table import x_key
from playground.ui.parameters import Values
from playground.ui.strip import PrivateView


def view_of(notebook: Notebook) -> PrivateView:
    """The page as a function of its state, with that notebook."""

    def your_numbers(values: Values) -> Screen:
        found = notebook.reading(values)
        if found is None:
            return Screen(words={"your_reading": text_table.WITHOUT_TABLE[values["your_brought"]]})
        if isinstance(found, Question):
            return Screen(words={"your_reading": text_table.question_words(found)})
        if isinstance(found, Refusal):
            return Screen(words={"your_reading": literal(found.text)})
        experiment = notebook.experiment(values)
        if not isinstance(experiment, Experiment):
            reason = literal(experiment.text) if experiment else ""
            return Screen(words={"your_reading": f"{_reading(found)}\n\n**{reason}**"})
        return _of_experiment(notebook, found, experiment, values)

    return PrivateView(your_numbers)


def _of_experiment(notebook: Notebook, sheet: Sheet, experiment: Experiment, values: Values) -> Screen:
    epoch = experiment.shown(values["shown"])
    narrow = values["narrow"]
    pictures: dict[str, Picture] = {
        "your_training": training_picture(
            experiment, epoch, log_loss=values["your_log_loss"], narrow=narrow, view=values["your_view"]
        )
    }
    n_features, drawn = len(experiment.names), n_drawn(experiment, values["your_view"])
    if n_features > 1:
        pictures["your_weights"] = weights_picture(experiment, epoch, narrow=narrow)
    typed = [values[x_key(i)] for i in range(n_features)]
    scaling = scaling_words(notebook.scaling(experiment.prepared)) if experiment.best else ""
    return Screen(
        pictures=pictures,
        words={
            "your_scaling": scaling,
            "your_reading": "\n\n".join(filter(None, [_reading(sheet), text_table.rows_words(experiment, drawn)])),
            "your_readout": text.readout(experiment, epoch),
            "your_boundary": text.why_it_stays(experiment, epoch) or text.boundary_words(experiment),
            "your_coefficients": text_rows.coefficients(experiment, epoch),
            "your_sum": text_rows.row_words(experiment, epoch, values["your_row"]),
            "your_prediction": text_rows.prediction(experiment, epoch, typed),
        },
        epochs=experiment.epochs,
        shown=epoch,
    )


def _reading(sheet: Sheet) -> str:
    return text_table.reading_words(sheet)
