"""Imports go one way, app and pages -> ui -> figures -> learning, and a module stays one concept."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "playground"
MODULES = [ROOT / "app.py", *sorted(PACKAGE.rglob("*.py"))]
LONGEST = 250

MAY_IMPORT = {
    "app": {"pages", "ui", "figures", "data", "learning"},
    "pages": {"chapters", "ui", "figures", "data", "learning"},
    "chapters": {"ui", "figures", "data", "learning"},
    "ui": {"figures", "data", "learning"},
    "figures": {"learning"},
    "data": {"learning"},
    "learning": set(),
}
"""Each layer, and the layers it may import beside itself."""

MAY_INSTALL = {
    "app": {"streamlit"},
    "pages": {"streamlit", "numpy", "pandas"},
    "chapters": {"streamlit", "numpy", "pandas"},
    "ui": {"streamlit", "plotly", "numpy", "pandas"},
    "figures": {"plotly", "numpy"},
    "data": {"numpy", "pandas"},
    "learning": {"numpy"},
}
"""Each layer, and the installed packages it may import."""


def layer_of(module: Path) -> str:
    parts = module.relative_to(ROOT).parts
    return "app" if parts == ("app.py",) else parts[1].removesuffix(".py")


def imports_of(source: str, package: str = "") -> set[str]:
    """Full names of everything a module imports, also inside functions; relative ones are resolved in `package`."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def imports_of_module(module: Path) -> set[str]:
    package = ".".join(module.relative_to(ROOT).parent.parts)
    return imports_of(module.read_text(encoding="utf-8"), package)


def test_relative_and_nested_imports_are_seen():
    source = "def f():\n    import pandas as pd\nfrom . import sibling\nfrom ..ui import board\nfrom numpy import pi"
    assert imports_of(source, "playground.pages") == {
        "pandas",
        "playground.pages.sibling",
        "playground.ui.board",
        "numpy.pi",
    }


def test_every_layer_has_a_rule():
    assert {layer_of(module) for module in MODULES if module != PACKAGE / "__init__.py"} == set(MAY_IMPORT)


def named(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_imports_go_one_way(module):
    layer = layer_of(module)
    others = {name.split(".")[1] for name in imports_of_module(module) if name.startswith("playground.")}
    assert others <= MAY_IMPORT.get(layer, set()) | {layer}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_layer_imports_only_the_packages_it_is_for(module):
    outside = {name.split(".")[0] for name in imports_of_module(module)} - set(sys.stdlib_module_names) - {"playground"}
    assert outside <= MAY_INSTALL.get(layer_of(module), set())


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_is_at_most_250_lines(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_app_is_under_forty_lines():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 40
