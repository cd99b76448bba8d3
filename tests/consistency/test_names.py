"""Names tell where things are: no drawers for odds and ends, tests mirror the source."""

import ast
import sys


FORBIDDEN = {
    *("utils", "helpers", "common", "misc", "base", "manager"),
    *("handlers", "processors", "services", "core"),
}
LONGEST_DOOR = 60
# unit tests about something other than one module of the source
NOT_A_MODULE = {
    "tests/unit/engine/coverage/test_every_combination.py": "the decision table whole",
}


def test_no_file_is_a_drawer_for_odds_and_ends(root, tracked):
    drawers = [
        path.relative_to(root)
        for path in tracked
        if path.stem in FORBIDDEN and path.suffix != ".html"
    ]
    assert not drawers


def test_every_unit_test_mirrors_a_module(root, tracked):
    tests, source = root / "tests" / "unit", root / "src" / "naungan"
    strangers = []
    for path in tracked:
        if path.is_relative_to(tests) and path.name.startswith("test_"):
            place = source / path.parent.relative_to(tests)
            stem = path.stem.removeprefix("test_")
            homes = (
                place / f"{stem}.py",
                place / stem / "__init__.py",
                root / "tools" / f"{stem}.py",
            )
            if not any(home.exists() for home in homes) and not opens(place, stem):
                strangers.append(str(path.relative_to(root)))
    assert not set(strangers) - set(NOT_A_MODULE)


def opens(package, name):
    """Say whether a package's own door defines a function of that name."""
    door = package / "__init__.py"
    return door.exists() and f"def {name}(" in door.read_text(encoding="utf-8")


def test_init_files_are_empty_or_short_doors(root, tracked):
    long = [
        path.relative_to(root)
        for path in tracked
        if path.name == "__init__.py" and path.is_relative_to(root / "src")
        if path.read_text(encoding="utf-8").count("\n") > LONGEST_DOOR
    ]
    assert not long


def imported(tree):
    """Yield the top-level name of everything a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def test_nouns_use_only_the_standard_library(root):
    allowed = set(sys.stdlib_module_names) | {"naungan"}
    strangers = {
        f"{path.name}: {name}"
        for path in (root / "src/naungan/lib").rglob("*.py")
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name not in allowed
    }
    assert not strangers


def test_the_launcher_uses_only_the_standard_library(root):
    tree = ast.parse((root / "naungan").read_text(encoding="utf-8"))
    assert not set(imported(tree)) - set(sys.stdlib_module_names)
