"""What the browser's part is told of a page: what stands on it, and the strips that it can ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from playground.figures.picture import name_of
from playground.figures.screen import Screen
from playground.ui import session
from playground.ui.drawn_boards import times_given
from playground.ui.numeric import Shown
from playground.ui.parameters import Values
from playground.ui.state import Table, own_names
from playground.ui.strip import Strip, as_json, frozen

if TYPE_CHECKING:
    from playground.ui.board import Board
    from playground.ui.stage import Stage


@dataclass(frozen=True, eq=False)
class Message:
    """What stands on a page, as JSON, and its strips by key."""

    stands: str
    strips: Mapping[str, Strip]


def message_of(stage: "Stage", screen: Screen) -> Message:
    """What is told of a page that has been laid out, in its present state. screen: that of this state."""
    values, strips = stage.values.all, _strips(stage, screen)
    stands = {
        "page": stage.page,
        "path": stage.path,
        "narrow": values["narrow"],
        "project": values["project"],
        "session": session.kept().name,
        "recovered": session.kept().recovered,
        "links": session.links(),
        "drawn": {key: picture.name for key, picture in stage.drawn.pictures.items()},
        "change": screen.change(stage.drawn) if stage.draws else None,
        "sliders": {key: _slider(strips[key], values[key]) for key in stage.sliders},
        "player": _player(stage, screen, strips["shown"]) if "shown" in strips else None,
        "boards": {board.key: _board(stage, screen, board) for board in stage.boards},
        "handles": {key: [asdict(each) for each in handles] for key, handles in screen.handles.items()},
        "own": own_names(stage.table),
    }
    return Message(as_json(stands), strips)


def run_name(table: Table, values: Values) -> str:
    """What tells one run from another; empty on a page without one."""
    row = _shown_row(table)
    return name_of(row.units(values)) if row else ""


def _strips(stage: "Stage", screen: Screen) -> dict[str, Strip]:
    """Those along the sliders, and that of the epochs where there is a player."""
    along: dict[str, Sequence[float]] = dict(stage.sliders)
    if stage.player and screen.epochs and _shown_row(stage.table):
        along["shown"] = screen.epochs
    return {key: _strip(stage, key, positions) for key, positions in along.items()}


def _strip(stage: "Stage", key: str, positions: Sequence[float]) -> Strip:
    """The strip along that parameter: to move a slider is to start anew."""
    state, row, view = dict(stage.state), _shown_row(stage.table), stage.part.view
    if row and key != "shown" and "shown" in state:
        state["shown"] = row.start
    others = frozen({name: value for name, value in state.items() if name != key})
    return Strip(key, name_of(stage.page, view.__qualname__, stage.drawn.name, others), view, frozen(state), positions)


def _slider(strip: Strip, value: float) -> dict[str, Any]:
    low, count = strip.positions[0], len(strip.positions)
    step = (strip.positions[-1] - low) / (count - 1) if count > 1 else 1.0
    return {"low": low, "step": step, "count": count, "value": value, "of": strip.name}


def _player(stage: "Stage", screen: Screen, strip: Strip) -> dict[str, Any]:
    row, epochs = _shown_row(stage.table), strip.positions
    assert row is not None  # else there were no such strip
    run, first = run_name(stage.table, stage.values.all), min(row.start, epochs[-1])
    return {"epochs": epochs, "shown": screen.shown, "first": first, "run": run, "of": strip.name}


def _board(stage: "Stage", screen: Screen, board: "Board") -> dict[str, Any]:
    arrows, unit = screen.arrows[board.key], board.at_unit_length(stage.values.all)
    given = times_given(stage.page, board, (arrows, unit))
    return {"given": given, "arrows": arrows, "unit": unit, **board.build}


def _shown_row(table: Table) -> Shown | None:
    return next((row for row in table if isinstance(row, Shown)), None)
