"""A mission: something to reach on an idea's screen, once its question has been answered."""

import streamlit as st

from playground.figures.markup import as_html
from playground.figures.screen import Mission
from playground.ui.question import Question, is_answered
from playground.ui.stage import Stage

DONE = "done"
"""The row of the missions that were solved."""


def mission_of(stage: Stage, question: Question) -> Mission | None:
    """The screen's mission, which is kept if it is solved now; None until the question has an answer if it is not.

    It is solved where the hand rests: a tip that is dragged past the answer has not found it. Once solved it stays so,
    in this session and in the link (`done=name,name`).
    """
    mission, done = stage.look(lambda screen: screen.mission), stage.values[DONE]
    if mission and mission.solved and not stage.report.moving and mission.name not in done:
        stage.keep(done=(*done, mission.name))
    is_there = mission and (mission.name in stage.values[DONE] or is_answered(stage.values, question))
    return mission if is_there else None


def show_mission(stage: Stage, mission: Mission) -> None:
    """Show what is to be reached, whether it is, and hints."""
    solved = mission.solved and not stage.report.moving
    state = "solved" if solved else "solved_earlier" if mission.name in stage.values[DONE] else "open"
    outcome = {"solved": " **Solved!**", "solved_earlier": " Solved earlier.", "open": ""}[state]
    sign = "" if state == "open" else "✓"
    with st.container(horizontal=True, vertical_alignment="center", key=f"mission_{mission.name}"):
        task = as_html(f"**Mission:** {mission.task}{outcome}")
        say = ' data-say=""' if solved else ""
        st.html(f'<div class="mission {state}"{say}><span class="badge" aria-hidden="true">{sign}</span>{task}</div>')
        for number, hint in enumerate(mission.hints, start=1):
            with st.popover(f"hint {number}", key=f"hint_{mission.name}_{number}"):
                st.html(as_html(hint))
