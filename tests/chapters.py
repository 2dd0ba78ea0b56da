"""The chapters and their ideas, as their pages show them."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

from playground.ui.chapter import Idea

PAGES = Path(__file__).parents[1] / "playground" / "pages"
CHAPTERS = ("weights", "dot_product", "bias")


def ideas_of(chapter):
    """The ideas that a chapter's page imports, in the order of its menu."""
    tree = ast.parse((PAGES / f"{chapter}.py").read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module.startswith("playground.lessons.")
        for alias in node.names
    }
    used = sorted(
        (node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in imported),
        key=lambda node: (node.lineno, node.col_offset),
    )
    modules = dict.fromkeys(imported[node.id] for node in used)
    return [import_module(module).IDEA for module in modules]


IDEAS = [(chapter, idea) for chapter in CHAPTERS for idea in ideas_of(chapter)]
assert all(isinstance(idea, Idea) for _, idea in IDEAS)
each_idea = pytest.mark.parametrize(("chapter", "idea"), IDEAS, ids=[idea.name for _, idea in IDEAS])
