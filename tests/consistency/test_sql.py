"""SQL that stands in the source as a constant is SQL: DuckDB can parse it."""

import ast
import re

import duckdb
import pytest


STATEMENT = re.compile(
    r"\s*(SELECT|WITH|CREATE|INSERT|UPDATE|DELETE|COPY)\s+\S", re.ASCII
)

ENGINE = "src/naungan/engine"  # elsewhere SQL is for PostgreSQL, which its tests run


def constants(tree):
    """Yield every plain string that reads as a statement, with its line."""
    pieces = {
        id(value)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr | ast.BinOp)
        for value in ast.walk(node)
        if value is not node
    }
    for node in ast.walk(tree):
        whole = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if whole and id(node) not in pieces and STATEMENT.match(node.value):
            yield node.lineno, node.value


def test_every_constant_statement_of_the_engine_parses(root, texts):
    con = duckdb.connect()
    seen = 0
    for path, text in texts.items():
        if path.suffix == ".py" and path.is_relative_to(root / ENGINE):
            for line, statement in constants(ast.parse(text)):
                if "{" in statement:  # filled in later; the pipeline's tests run it
                    continue
                seen += 1
                try:
                    con.extract_statements(statement)
                except duckdb.ParserException as error:
                    pytest.fail(f"{path.relative_to(root)}:{line}: {error}")
    assert seen
