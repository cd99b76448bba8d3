"""Every item of a shelf is complete: it says what it is, and a specification proves it."""

import pytest

from naungan.engine.finding import all_findings
from naungan.engine.formats import all_formats
from naungan.engine.measure import all_measures
from naungan.engine.table import all_tables
from naungan.law.book import enacted


@pytest.fixture(scope="module")
def specified(root):
    """Return the stems of all specification tests."""
    tests = (root / "tests" / "spec").rglob("test_*.py")
    return {path.stem.removeprefix("test_") for path in tests}


@pytest.mark.parametrize("code", all_findings())
def test_a_finding_has_label_meaning_legal_source_and_specification(code, specified):
    finding = all_findings()[code]
    assert finding.label
    assert finding.description.endswith(".")
    assert enacted().obligations_of(code), "no duty in law/obligations names it"
    assert code in specified, f"tests/spec/…/test_{code}.py is missing"


def test_every_duty_names_findings_that_exist():
    for duty in enacted().obligations.values():
        assert set(duty.findings) <= set(all_findings()), duty.code


@pytest.mark.parametrize("code", all_measures())
def test_a_measure_has_a_label_and_says_what_it_counts(code):
    assert all_measures()[code].label
    assert all_measures()[code].description.endswith(".")


@pytest.mark.parametrize("kind", all_formats())
def test_a_format_says_what_it_and_each_of_its_columns_mean(kind):
    form = all_formats()[kind]
    assert form.title
    assert form.describes.endswith(".")
    assert all(column.describes for column in form.columns)


@pytest.mark.parametrize("table", all_tables(), ids=lambda table: table.name)
def test_a_table_says_what_it_and_each_of_its_columns_mean(table):
    assert table.meaning.endswith(".")
    assert table.columns
    assert all(meaning.strip() for meaning in table.columns.values())
