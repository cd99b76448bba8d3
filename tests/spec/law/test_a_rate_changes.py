"""The worked example of the decision record does what it says."""

import re
import shutil
import textwrap
from datetime import date

import pytest

from naungan.law.as_table import rows
from naungan.law.book import ROOT, Book, enacted


CEILING = "contributions/jp/wage_ceiling"
FEBRUARY, MARCH = 2027 * 12 + 1, 2027 * 12 + 2


@pytest.fixture
def blocks(root):
    text = (root / "docs" / "adr" / "0007-a-rate-changes.md").read_text("utf-8")
    return [
        textwrap.dedent(block)
        for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    ]


@pytest.fixture
def changed(tmp_path, blocks):
    instrument, entry, _ = blocks
    law = tmp_path / "law"
    for name in ("parameters", "obligations"):
        shutil.copytree(ROOT / name, law / name)
    listed = (ROOT / "instruments.yaml").read_text("utf-8")
    (law / "instruments.yaml").write_text(listed + instrument, "utf-8")
    file = law / "parameters" / f"{CEILING}.yaml"
    head, checked, tail = file.read_text("utf-8").partition("checked_on:")
    indented = textwrap.indent(entry, "  ")
    file.write_text(head + indented + checked + tail, "utf-8")
    return Book(law)


def test_one_entry_changes_the_value_from_its_month_on(changed, blocks):
    case = dict(re.findall(r"(\d{4}-\d{2}): (\d+)", blocks[2]))
    ceiling = changed.parameter(CEILING)
    assert ceiling.at_month(FEBRUARY) == int(case["2027-02"])
    assert ceiling.at_month(MARCH) == int(case["2027-03"])


def test_the_past_stays_as_it_was(changed):
    before, after = enacted().parameter(CEILING), changed.parameter(CEILING)
    for year in range(2015, 2027):
        assert after.at(date(year, 12, 31)) == before.at(date(year, 12, 31))


def test_the_table_for_sql_follows_without_any_code(changed):
    last = [row for row in rows(changed) if row.path == CEILING][-2:]
    assert [(row.from_month, row.to_month) for row in last] == [
        (2026 * 12 + 2, FEBRUARY),
        (MARCH, None),
    ]
    assert last[1].instrument == "pp-99-2027"


def test_the_version_of_the_law_changes(changed):
    assert changed.version != enacted().version
