"""A mission: something to reach on an idea's screen, once its question has been answered."""

import streamlit as st

from playground.figures.markup import as_html
from playground.ui.question import Question, is_answered
from playground.ui.stage import Stage

DONE = "done"
"""The row of the missions that were solved."""


def show_mission(stage: Stage, question: Question | None = None) -> None:
    """Show the screen's mission; once solved it stays so, in this session and in the link (`done=name,name`).

    It is solved where the hand rests: a tip that is dragged past the answer has not found it.

    question: the mission would answer it, so it waits for a guess.
    """
    mission = stage.screen.mission
    assert mission is not None
    done = stage.values[DONE]
    if question and not is_answered(stage.values, question) and mission.name not in done:
        return
    solved = mission.solved and not stage.report.moving
    if solved and mission.name not in done:
        stage.put(done=(*done, mission.name))
    state = "solved" if solved else "solved_earlier" if mission.name in done else "open"
    outcome = {"solved": " **Solved!**", "solved_earlier": " Solved earlier.", "open": ""}[state]
    sign = "" if state == "open" else "✓"
    with st.container(horizontal=True, vertical_alignment="center", key=f"mission_{mission.name}"):
        task = as_html(f"**Mission:** {mission.task}{outcome}")
        say = ' data-say=""' if solved else ""
        st.html(f'<div class="mission {state}"{say}><span class="badge" aria-hidden="true">{sign}</span>{task}</div>')
        for number, hint in enumerate(mission.hints, start=1):
            with st.popover(f"hint {number}", key=f"hint_{mission.name}_{number}"):
                st.html(as_html(hint))
