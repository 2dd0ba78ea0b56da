"""The weight while the rows are read: a staircase with a step for each batch."""

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.picture import Picture
from playground.figures.traces import line, marks
from playground.lessons.weights.when_weights_change.model import Changes

MOST_STEPS = 350
"""Of the staircase: more could not be told apart."""
MARGIN = 0.08
"""Room above and below the staircase, as a share of its height."""


def changes_picture(run: Changes, rows_read: int, reach: tuple[float, float]) -> Picture:
    """Draw the weight up to where the rows have been read. reach: the lowest and the highest weight to find room."""
    done, last = run.done(rows_read), len(run.reached) * run.n_samples
    every = -(-len(run.weights) // MOST_STEPS)
    rows, weights = run.rows_at()[: done + 1 : every].tolist(), run.weights[: done + 1 : every].round(4).tolist()
    now = round(float(run.weights[done]), 4)
    low, high = reach
    room = MARGIN * (high - low) or 1.0  # of a label that never varies the weight stays at 0
    low, high = low - room, high + room
    ends = [epoch * run.n_samples for epoch in range(1, len(run.reached) + 1)]
    across = [at for end in ends for at in (end, end, None)]
    traces = (
        line(across, [low, high, None] * len(ends), theme.line(theme.START, "dot", theme.THIN_LINE_WIDTH), "epochs"),
        line([*rows, rows_read], [*weights, now], _steps(), "weight"),
        marks([rows_read], [now], theme.NEURON, theme.LARGE_MARKER_SIZE, "now"),
    )
    named = [f"epoch {epoch}" for epoch, _ in enumerate(ends, start=1)]
    middles = [end - run.n_samples / 2 for end in ends]
    layout = theme.layout(
        xaxis=theme.axis("rows read", range=[-0.01 * last, 1.03 * last], tickvals=middles, ticktext=named),
        yaxis=theme.axis("weight", range=[low, high], zeroline=False),
    )
    alt = f"After {rows_read} rows the weight has changed {done} times and is {number(now)}."
    return Picture(traces, layout, alt, moving=(1, 2))


def _steps() -> dict[str, object]:
    return theme.line(theme.NEURON) | {"shape": "hv"}
