"""A table that a visitor brings, and what the page makes of it."""

from playground.data.packing import pack
from playground.data.sheet import Refusal
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table import table_of
from playground.lessons.your_numbers.view import view_of
from playground.ui.state import from_link, settled, to_link

SMALL = "x,y\n1,3\n2,5\n4,9"


def table(names, *columns):
    """Columns as the text of a table."""
    rows = [",".join(repr(float(value)) for value in row) for row in zip(*columns, strict=True)]
    return "\n".join([names, *rows])


def brought(text, **chosen):
    """A notebook and the page's values with that table and these choices, each of which can be had."""
    notebook = Notebook()
    wanted = {"your_table": text, "your_file": "", **{f"your_{key}": value for key, value in chosen.items()}}
    values = settled(table_of(notebook), wanted)
    assert {key: values[key] for key in wanted} == wanted
    return notebook, values


def linked(text, **chosen):
    """The same for a visitor who opens the link of it."""
    notebook, values = brought(text, **chosen)
    link = to_link(table_of(notebook), values)
    other = Notebook()
    assert from_link(table_of(other), link) == values
    return other, values


def run_on(text, **chosen) -> Experiment:
    """The experiment on that table, from its link if it has one."""
    notebook, values = (linked if pack(text) else brought)(text, **chosen)
    found = notebook.experiment(values)
    assert isinstance(found, Experiment), found
    return found


def refused(text, **chosen) -> Refusal:
    """Why there is none."""
    notebook, values = brought(text, **chosen)
    found = notebook.experiment(values)
    assert isinstance(found, Refusal), found
    return found


def screen_of(text, shown=None, narrow=False, **chosen):
    """What the page shows."""
    notebook, values = brought(text, **chosen)
    return view_of(notebook)({**values, "narrow": narrow, **({} if shown is None else {"shown": shown})})


def ends_at(experiment):
    """The weights and the bias at the end, in the data's units."""
    weights, bias = experiment.in_data_units(experiment.run.last_epoch)
    return [*weights.tolist(), bias]
