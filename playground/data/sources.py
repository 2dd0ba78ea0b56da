"""Real data sets: where their rows stand, what these hold, and who measured them.

To add one, put its CSV beside this file and add one line to `REAL`; its order is the menu's order.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Column:
    """One measured quantity: its column in the CSV, its name in words, and its unit ('' if it has none)."""

    column: str
    name: str
    unit: str = ""

    @property
    def title(self) -> str:
        """The name with its unit, as an axis shows it."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


@dataclass(frozen=True)
class Category:
    """A feature that is 1 for the rows whose column has that value, else 0."""

    column: str
    value: str

    @property
    def name(self) -> str:
        """The question whose answer the feature is."""
        return f"{self.value}?"


@dataclass(frozen=True)
class Source:
    """Where the rows of a real data set stand, what they hold, and who measured them.

    feature, label: what one neuron with one feature learns from. more: further features, for a neuron with several;
    row: what one row is then. only: (column, value) of the rows to take, if not all.
    """

    title: str
    file: str
    feature: Column
    label: Column
    citation: str
    more: tuple[Column | Category, ...] = ()
    row: str = "row"
    only: tuple[str, str] | None = None

    def read(self) -> list[dict[str, str]]:
        """Its rows, column -> text."""
        with (FOLDER / self.file).open(newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            return [row for row in rows if self.only is None or row[self.only[0]] == self.only[1]]


def _anscombe(number: str) -> Source:
    return Source(
        title=f"Anscombe {number}",
        file="anscombe.csv",
        feature=Column("x", "x"),
        label=Column("y", "y"),
        citation="Anscombe 1973, The American Statistician 27, 17–21",
        only=("set", number),
    )


REAL: dict[str, Source] = {
    "penguins": Source(
        "Penguins",
        "penguins.csv",
        Column("flipper_length_mm", "flipper length", "mm"),
        Column("body_mass_g", "body mass", "g"),
        "Gorman, Williams and Fraser 2014, PLoS ONE 9(3): e90081, CC0",
        more=(
            Column("bill_length_mm", "bill length", "mm"),
            Column("bill_depth_mm", "bill depth", "mm"),
            Category("species", "Gentoo"),
            Category("species", "Chinstrap"),
        ),
        row="penguin",
    ),
    "faithful": Source(
        "Old Faithful geyser",
        "faithful.csv",
        Column("eruption_min", "eruption", "min"),
        Column("waiting_min", "wait for the next one", "min"),
        "Azzalini and Bowman 1990, Applied Statistics 39, 357–365",
    ),
    "galton": Source(
        "Galton's families",
        "galton.csv",
        Column("midparent_in", "parents' mean height", "in"),
        Column("child_in", "child's height", "in"),
        "Galton 1886, Journal of the Anthropological Institute 15, 246–263",
    ),
    "cars": Source(
        "Cars of 1974",
        "cars.csv",
        Column("weight_1000lb", "mass", "thousand lb"),
        Column("mpg", "fuel economy", "mpg"),
        "Motor Trend 1974; Henderson and Velleman 1981, Biometrics 37, 391–411",
        more=(Column("horsepower", "power", "hp"), Column("displacement_cuin", "displacement", "cu in")),
        row="car",
    ),
    **{f"anscombe_{i}": _anscombe(number) for i, number in enumerate(("I", "II", "III", "IV"), start=1)},
}
