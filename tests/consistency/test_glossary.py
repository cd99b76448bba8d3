"""The glossary is complete: every code that the program speaks stands in it."""

import re

import pytest

from naungan.engine.coverage.rules import STATUSES
from naungan.engine.finding import all_findings
from naungan.engine.formats import all_formats
from naungan.engine.measure import all_measures
from naungan.law.book import enacted
from naungan.law.kinds import KINDS
from naungan.law.source.unit import PROGRAMMES
from naungan.law.step import TRACKS


@pytest.fixture(scope="module")
def words(root):
    """Return every identifier that the glossary explains."""
    text = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    return set(re.findall(r"`(\w+)`", text))


def test_every_programme_is_explained(words):
    assert set(PROGRAMMES) <= words


def test_every_finding_and_every_measure_is_explained(words):
    assert set(all_findings()) <= words
    assert set(all_measures()) <= words


def test_every_input_file_and_its_choices_are_explained(words):
    assert set(all_formats()) <= words
    for form in all_formats().values():
        for column in form.columns:
            assert set(column.choices) <= words, column.name


def test_every_coverage_status_is_explained(words):
    assert set(STATUSES) <= words


def test_every_kind_of_question_and_every_step_is_explained(words):
    assert set(KINDS) <= words
    assert {*enacted().steps, *TRACKS} <= words
