"""No rate is typed into code: decimal numbers of the law come from the law."""

import ast
import re

import pytest


# A decimal in SQL text, apart from those that are no law: casts, and a half for rounding.
DECIMAL_IN_TEXT = re.compile(r"(?<![\w.])\d+\.\d+(?![\w.])")
HARMLESS = {"0.5", "1.0", "0.0", "100.0"}


def decimals(tree):
    """Yield every decimal number of a module, also those inside its SQL."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and ast.get_docstring(node) is not None
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in documents:
            if isinstance(node.value, float):
                yield str(node.value)
            elif isinstance(node.value, str):
                yield from DECIMAL_IN_TEXT.findall(node.value)


@pytest.mark.parametrize("shelf", ["findings", "coverage"])
def test_no_decimal_literal_stands_where_the_law_should_speak(root, texts, shelf):
    folder = root / "src" / "naungan" / "engine" / shelf
    typed = [
        f"{path.relative_to(root)}: {number}"
        for path, text in texts.items()
        if path.suffix == ".py" and path.is_relative_to(folder)
        for number in decimals(ast.parse(text))
        if number not in HARMLESS
    ]
    assert not typed


def test_the_search_sees_a_rate_in_sql_and_in_python():
    module = ast.parse('"""Says 0.3."""\nRATE = 0.0024\nSQL = "wage * 0.037"')
    assert sorted(decimals(module)) == ["0.0024", "0.037"]
