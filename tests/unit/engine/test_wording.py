"""Every code that a person may read has a word, and the glossary knows it."""

import re

import pytest

from naungan.engine import wording
from naungan.engine.coverage.rules import STATUSES
from naungan.engine.finding import EmployerFinding, all_findings
from naungan.engine.formats import all_formats
from naungan.engine.linkage.compare import LEVELS


COLUMNS = {
    "segment": wording.SEGMENT,
    "category": wording.CATEGORY,
    "funder": wording.FUNDER,
    "scale": wording.SCALE,
}
# What two rows agree on by default, or what cannot be compared, is left unsaid.
UNSAID = {"same", "missing", "open"}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_choice_of_a_column_has_a_word(name):
    choices = {
        choice
        for form in all_formats().values()
        for column in form.columns
        if column.name == name
        for choice in column.choices
    }
    assert choices
    assert choices <= set(COLUMNS[name])


def test_every_status_and_every_employer_finding_has_a_word():
    assert set(wording.STATUS) == set(STATUSES)
    found = all_findings().items()
    employers = {code for code, one in found if isinstance(one, EmployerFinding)}
    assert set(wording.FINDING) == employers


@pytest.mark.parametrize("field", LEVELS)
def test_every_level_of_evidence_has_a_word(field):
    assert set(LEVELS[field]) - set(wording.LEVEL_WORDS[f"{field}_level"]) <= UNSAID


def test_the_glossary_calls_every_status_and_band_the_same(root):
    glossary = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", glossary, re.MULTILINE))
    assert {code: rows[code] for code in STATUSES} == wording.STATUS
    for code, word in wording.BAND.items():
        assert f"`{code}` {word}" in glossary


def test_a_finding_of_a_later_version_keeps_its_code():
    assert wording.finding_label("of_a_later_version") == "of_a_later_version"
    assert wording.finding_label("underreported_wage") == "PDS upah"


def test_lists_are_called_by_their_customary_names_or_as_their_sender_did():
    assert wording.list_names("village+PKH") == "daftar desa + PKH"


def test_a_cell_begins_with_a_capital_and_keeps_the_rest():
    assert wording.capitalised({"a": "putusan BPD"}) == {"a": "Putusan BPD"}
