"""The glossary is complete: every code that the program speaks stands in it."""

import importlib
import pkgutil
import re

import pytest

from naungan.engine.coverage.rules import STATUSES
from naungan.law.book import enacted
from naungan.law.unit import PROGRAMMES


@pytest.fixture(scope="module")
def words(root):
    """Return every identifier that the glossary explains."""
    text = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    return set(re.findall(r"`(\w+)`", text))


def items_of(shelf):
    """Return the modules of a shelf of the engine by name."""
    package = importlib.import_module(f"naungan.engine.{shelf}")
    return {
        item.name: importlib.import_module(f"{package.__name__}.{item.name}")
        for item in pkgutil.iter_modules(package.__path__)
    }


def test_every_programme_is_explained(words):
    assert set(PROGRAMMES) <= words


def test_every_finding_is_explained(words):
    cited = {code for duty in enacted().obligations.values() for code in duty.findings}
    assert cited <= words


def test_every_input_file_and_its_choices_are_explained(words):
    formats = items_of("formats")
    assert set(formats) <= words
    for module in formats.values():
        for column in module.FORMAT.columns:
            assert set(column.choices) <= words, column.name


def test_every_coverage_status_is_explained(words):
    assert set(STATUSES) <= words
