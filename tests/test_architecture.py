"""Imports go one way, app and pages -> lessons -> ui -> figures -> learning, and a module stays one concept."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "playground"
MODULES = [ROOT / "app.py", *sorted(PACKAGE.rglob("*.py"))]
LONGEST = 200

MAY_IMPORT = {
    "app": {"pages", "ui", "figures", "data", "learning"},
    "pages": {"lessons", "ui", "figures", "data", "learning"},
    "lessons": {"ui", "figures", "data", "learning"},
    "ui": {"figures", "data", "learning"},
    "figures": {"learning"},
    "data": {"learning"},
    "learning": set(),
}
"""Each layer, and the layers it may import beside itself."""

MAY_INSTALL = {
    "app": {"streamlit"},
    "pages": {"streamlit", "numpy", "pandas"},
    "lessons": {"streamlit", "numpy", "pandas"},
    "ui": {"streamlit", "plotly", "numpy", "pandas"},
    "figures": {"plotly", "numpy"},
    "data": {"numpy", "pandas"},
    "learning": {"numpy"},
}
"""Each layer, and the installed packages it may import."""

PARTS = {
    "model": ({"learning"}, {"numpy"}),
    "picture": ({"figures", "learning"}, {"numpy", "plotly"}),
    "text": ({"figures", "learning"}, {"numpy"}),
}
"""Each part of an idea that knows no screen, and what it may import: layers, beside other such parts, and packages."""


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


@cache
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


def part_of(module: Path) -> str:
    """Which part of an idea a module is: `text_optimizer` is a second `text`."""
    is_in_an_idea = len(module.relative_to(PACKAGE).parts) == 4
    return module.stem.split("_")[0] if is_in_an_idea else ""


def lesson_named(name: str) -> Path | None:
    """The module of a lesson that an imported name is, or is in."""
    path = ROOT.joinpath(*name.split("."))
    module = next((each.with_suffix(".py") for each in (path, path.parent) if each.with_suffix(".py").exists()), None)
    return module if module and layer_of(module) == "lessons" else None


def imports_with_those_of_other_lessons(module: Path) -> set[str]:
    """What a module imports, and what the lessons' modules do that it imports."""
    found, seen, waiting = set(), set(), [module]
    while waiting:
        names = imports_of_module(waiting.pop())
        found |= names
        lessons = {lesson for name in names if (lesson := lesson_named(name))} - seen
        seen |= lessons
        waiting += lessons
    return found


WITHOUT_A_SCREEN = [module for module in (PACKAGE / "lessons").rglob("*.py") if part_of(module) in PARTS]


def test_every_idea_has_its_own_folder():
    ideas = [module for module in (PACKAGE / "lessons").rglob("*.py") if part_of(module) == "idea"]
    assert len(ideas) == 24
    assert {module.parent for module in WITHOUT_A_SCREEN} <= {module.parent for module in ideas}


@pytest.mark.parametrize("module", WITHOUT_A_SCREEN, ids=named)
def test_model_picture_and_text_of_an_idea_know_no_screen(module):
    layers, packages = PARTS[part_of(module)]
    names = imports_with_those_of_other_lessons(module)
    assert {name.split(".")[1] for name in names if name.startswith("playground.")} <= layers | {"lessons"}
    assert {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"playground"} <= packages


PRIVATE_KEY = re.compile(r"_[a-z]\w*")
"""A key of the session that a module keeps to itself begins with one underscore."""


def session_keys(source: str) -> set[str]:
    """The private keys of the session that a module names."""
    texts = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and PRIVATE_KEY.fullmatch(text)}


def test_a_private_key_of_the_session_is_found():
    source = "KEPT = '_kept'\nstate['shown'] = '__main__'\nstate['done'] = 'a _word'"
    assert session_keys(source) == {"_kept"}


def test_private_keys_of_the_session_are_used_only_in_the_module_that_owns_them():
    keys = {module: session_keys(module.read_text(encoding="utf-8")) for module in MODULES}
    owners = {key: [named(module) for module in MODULES if key in keys[module]] for key in set().union(*keys.values())}
    assert {"_kept", "_drawn"} <= owners.keys()
    assert {key: modules for key, modules in owners.items() if len(modules) > 1} == {}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_no_module_imports_a_private_name_of_another(module):
    parts = {part for name in imports_of_module(module) if name.startswith("playground.") for part in name.split(".")}
    assert {part for part in parts if part.startswith("_")} == set()


SHOWS = {
    "bias.controls",
    "bias.held_neuron",
    "dot_product.many_numbers.table",
    "weights.which_start",
    "your_numbers.bring",
    "your_numbers.cells",
    "your_numbers.controls",
    "your_numbers.visitor",
}
"""Modules of lessons that show controls, beside each idea's own `idea`."""


def lesson(module: Path) -> str:
    return ".".join(module.relative_to(PACKAGE / "lessons").with_suffix("").parts)


PURE = [
    module
    for module in sorted((PACKAGE / "lessons").rglob("*.py"))
    if module.stem not in ("__init__", "idea") and lesson(module) not in SHOWS
]


@pytest.mark.parametrize("module", PURE, ids=named)
def test_what_a_lesson_shows_is_made_without_streamlit(module):
    seen, waiting = set(), [module]
    while waiting:
        names = imports_of_module(waiting.pop())
        assert "streamlit" not in {name.split(".")[0] for name in names}
        found = {each for name in names if (each := module_named(name))} - seen
        seen |= found
        waiting += found


@cache
def module_named(name: str) -> Path | None:
    """The module of this package that an imported name is, or is in."""
    path = ROOT.joinpath(*name.split("."))
    files = (file for each in (path, path.parent) for file in (each.with_suffix(".py"), each / "__init__.py"))
    return next((file for file in files if file in MODULES), None)


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_is_not_too_long(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_kept_without_a_bound_is_of_a_few_names(module):
    """`cache` is for the names of menus; what follows from numbers is `remembered`, in so many bytes."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(each) for each in node.decorator_list):
            if [ast.unparse(each) for each in node.decorator_list] == ["cached_property"]:
                continue
            assert [ast.unparse(each) for each in node.decorator_list] == ["cache"]
            assert {ast.unparse(each.annotation) for each in node.args.args} <= {"str", "bool"}, node.name


def test_app_is_under_forty_lines():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 40


UNCLEAR = {"told", "said", "seen", "heed", "hand", "utils", "helpers", "manager", "lr"}
"""No names: a report is a `report`, what a widget says its `value`, what a link holds is read `from_link`."""

NAME = re.compile(r"\b[A-Za-z_]\w*")
CODE_OF_JS = re.compile(r"//[^\n]*|/\*.*?\*/|'[^'\n]*'", re.DOTALL)


def parts_of(name: str) -> set[str]:
    return set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))


def names_in(source: str) -> set[str]:
    """Every name that a module gives or uses."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        for part in ("id", "attr", "arg", "name"):
            found |= {getattr(node, part)} if isinstance(getattr(node, part, None), str) else set()
    return found


def test_a_name_is_found_wherever_it_stands():
    source = "def f(told): return told.a_hand\nclass Seen: pass\n'said'  # heed"
    assert {part for name in names_in(source) for part in parts_of(name)} & UNCLEAR == {"told", "hand", "seen"}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_names_are_those_of_the_field(module):
    names = {*names_in(module.read_text(encoding="utf-8")), *module.relative_to(ROOT).with_suffix("").parts}
    assert {name for name in names if parts_of(name) & UNCLEAR} <= {"by_hand", "way_by_hand"}


def test_names_of_scripts_are_those_of_the_field():
    scripts = {
        path.stem: CODE_OF_JS.sub("", path.read_text(encoding="utf-8")) for path in (ROOT / "static").glob("*.js")
    }
    names = {*scripts, *(name for source in scripts.values() for name in NAME.findall(source))}
    assert {name for name in names if parts_of(name) & UNCLEAR} <= {"byHand"}
