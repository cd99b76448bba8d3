"""No number of the law is typed into code: rates, ages and limits come from the law."""

import ast
import re

import pytest


JUDGING = ("findings", "coverage", "duties")  # folders of the engine where law speaks
DECIMAL_IN_TEXT = re.compile(r"(?<![\w.$])\d+\.\d+(?![\w.])")
WHOLE_IN_TEXT = re.compile(r"(?<![\w.$:{])\d+(?![\w.])")
# Months of a year and per cent; up to three for grades; none of them is law.
ORDINARY = {str(number) for number in (*range(13), 100)}


def named_whole_number(node):
    """Say whether a statement gives a whole number a name in capitals."""
    if not (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).isupper()):
        return False
    parts = [part for part in ast.walk(node.value) if isinstance(part, ast.Constant)]
    return all(isinstance(part.value, int) for part in parts)


def spoken(tree):
    """Yield every constant of a module but docstrings and named whole numbers."""
    silent = set()
    for node in ast.walk(tree):
        says = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if says or named_whole_number(node):
            silent |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in silent:
            yield node.value


def numbers(tree):
    """Yield every number of a module that is not ordinary, also those in SQL."""
    for value in spoken(tree):
        if isinstance(value, str):
            yield from DECIMAL_IN_TEXT.findall(value)
            yield from set(WHOLE_IN_TEXT.findall(value)) - ORDINARY
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield from {str(value)} - ORDINARY


@pytest.mark.parametrize("folder", JUDGING)
def test_no_number_stands_where_the_law_should_speak(root, texts, folder):
    shelf = root / "src" / "naungan" / "engine" / folder
    typed = [
        f"{path.relative_to(root)}: {number}"
        for path, text in texts.items()
        if path.suffix == ".py" and path.is_relative_to(shelf)
        for number in numbers(ast.parse(text))
    ]
    assert not typed


def test_the_search_sees_rates_and_ages_in_sql_and_in_python():
    source = (
        '"""Says 0.3."""\nBITS = 36\nrate = 0.0024\nage = 65\nSQL = "w * 0.037 > 64"'
    )
    assert sorted(numbers(ast.parse(source))) == ["0.0024", "0.037", "64", "65"]
