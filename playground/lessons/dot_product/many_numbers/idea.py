"""Many numbers: the same formula for two columns of up to ten numbers."""

from playground.figures.screen import Mission, Screen
from playground.learning import angle, norm
from playground.lessons.dot_product.many_numbers import text as words
from playground.lessons.dot_product.many_numbers.columns import COLUMNS, LARGEST, columns_of
from playground.lessons.dot_product.many_numbers.model import are_parallel_and_different, in_their_plane
from playground.lessons.dot_product.many_numbers.picture import plane_picture
from playground.lessons.dot_product.many_numbers.table import table, typed
from playground.ui.chapter import Idea, Question, is_answered
from playground.ui.lesson import sides
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_many",
    "u and v have ten numbers each. Is there an angle between them?",
    ("yes", "no"),
    answer="yes",
    why="Two arrows that have a length lie in one plane, and there they have an angle.",
    more="More numbers only mean more products to add: the formula stays the same.",
)
MISSION = "same_direction"


def many_numbers(values: Values) -> Screen:
    """What is seen: the picture, which shows the answer, once there is a guess."""
    columns, guessed = columns_of(values), is_answered(values, QUESTION)
    u, v = columns.pair
    lines = [words.many_lines(u, v, guessed) if u else words.EMPTY]
    if columns.lonely:
        lines.append(words.lonely_words(columns.lonely))
    paragraphs, pictures = ["  \n".join(lines)], {}
    if u and guessed:
        paragraphs.append(words.PLANE if angle(u, v) is not None else words.NO_PLANE)
        pictures["their_plane"] = plane_picture(in_their_plane(u, v), (norm(u), norm(v)), angle(u, v))
    solved = bool(u) and are_parallel_and_different(u, v)
    task = "make the cosine 1 with two columns that are not equal."
    return Screen(
        pictures=pictures,
        words={"numbers": "\n\n".join(paragraphs)},
        mission=Mission(MISSION, task, solved, words.same_direction_hints(u, v, solved, LARGEST)),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides(1.5, 3)
    with tried:
        table()
    with pictures:
        stage.words("numbers")
        for key in stage.look(lambda screen: list(screen.pictures)):
            stage.picture(key)


IDEA = Idea("many numbers", QUESTION, COLUMNS, many_numbers, layout, missions=(MISSION,), listen=typed)
