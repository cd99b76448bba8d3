"""Nothing gets away: files, functions and folders stay readable in one sitting."""

import ast
from collections import Counter

import pytest


# folder -> how long a Python file there may get, in lines
LONGEST_FILE = {"src": 400, "tests": 800, "tools": 400, "benchmarks": 400}
LONGEST_FUNCTION = 50
LONGEST_LAW_FILE = 300
MOST_FILES_IN_A_FOLDER = 20

# path or path:function -> why it may be larger
ALLOWED: dict[str, str] = {
    "naungan": "the launcher is one file, since nothing is importable before it ran",
    "tests/unit/engine/scoring/test_score.py:sides": "one small world, row by row",
}


def is_shelf(folder):
    """Say whether a folder is the plural of a singular module beside it."""
    singulars = (folder.name.removesuffix("s"), folder.name.removesuffix("ies") + "y")
    return any((folder.parent / f"{name}.py").exists() for name in singulars)


def functions(tree):
    """Yield every function of a module with its length, docstring aside."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            says = ast.get_docstring(node, clean=False) is not None
            docstring = first.end_lineno - first.lineno + 1 if says else 0
            yield node.name, node.end_lineno - node.lineno + 1 - docstring


@pytest.mark.parametrize("top", LONGEST_FILE)
def test_no_python_file_outgrows_its_limit(root, texts, top):
    long = [
        f"{path.relative_to(root)}: {lines} lines"
        for path, text in texts.items()
        if path.suffix == ".py" and path.is_relative_to(root / top)
        if path.parent.name != "migrations"  # the framework writes them out in full
        if (lines := text.count("\n")) > LONGEST_FILE[top]
        and str(path.relative_to(root)) not in ALLOWED
    ]
    assert not long


def test_no_function_outgrows_fifty_lines(root, texts):
    long = [
        f"{name} {function}: {length} lines"
        for path, text in texts.items()
        if path.suffix == ".py"
        for function, length in functions(ast.parse(text))
        if length > LONGEST_FUNCTION
        and f"{(name := path.relative_to(root))}:{function}" not in ALLOWED
    ]
    assert not long


def test_no_law_file_outgrows_its_limit(root, texts):
    law = root / "src" / "naungan" / "law"
    long = [
        path.relative_to(root)
        for path, text in texts.items()
        if path.is_relative_to(law)
        and path.suffix == ".yaml"
        and path.name != "instruments.yaml"  # every legal text once: grows by design
        and text.count("\n") > LONGEST_LAW_FILE
    ]
    assert not long


def test_no_folder_but_a_shelf_holds_more_than_twenty_python_files(root, tracked):
    folders = Counter(
        path.parent
        for path in tracked
        if path.suffix == ".py" and path.is_relative_to(root / "src")
    )
    crowded = [
        f"{folder.relative_to(root)}: {count}"
        for folder, count in folders.items()
        if count > MOST_FILES_IN_A_FOLDER and not is_shelf(folder)
    ]
    assert not crowded


def test_every_exception_to_a_limit_is_still_needed(root):
    gone = [name for name in ALLOWED if not (root / name.split(":")[0]).exists()]
    assert not gone
