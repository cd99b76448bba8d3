"""What the next run is told: what holds, by number and by rows, and nothing personal."""

import csv

import pytest

from naungan.casework.accounts import scope
from naungan.casework.intake.running import decisions
from naungan.casework.review import actions
from naungan.casework.review.gathering import decided
from naungan.casework.review.kinds import EMPLOYER, PERSON
from naungan.casework.review.pair import Pair


pytestmark = pytest.mark.django_db
ROW = "cd" * 32 + ":12"
PAIR = Pair("16.04", 1, PERSON, 7, "26000000001", "16.04.10.2003", (ROW,))
FIRM = Pair("16.04", 1, EMPLOYER, 9, "P-001", "16.04.10.2003", (ROW,))


@pytest.fixture
def officer(works):
    """A person who may decide."""
    mine = works("membership_head", "bpjs_branch", "satu", "satu@contoh.id")
    scope.enter(mine)
    return mine


def told(region="16.04"):
    return [(one.kind, one.left, one.right) for one in decided(region)]


def test_a_person_is_named_by_number_and_by_rows_an_employer_by_rows(officer):
    actions.decide(by=officer, pair=PAIR, kind="same_person")
    actions.decide(by=officer, pair=FIRM, kind="different_employer")
    assert sorted(told()) == [
        ("different_employer", ROW, "P-001"),
        ("same_person", ROW, "26000000001"),
        ("same_person", "orang:7", "26000000001"),
    ]
    assert told("16.05") == []


def test_what_was_undone_or_left_open_is_not_told(officer):
    verdict = actions.decide(by=officer, pair=PAIR, kind="same_person")
    actions.decide(by=officer, pair=FIRM, kind="same_employer")
    actions.decide(by=officer, pair=FIRM, kind="cannot_say")
    actions.undo(by=officer, verdict=verdict)
    assert told() == []


def test_the_file_says_neither_name_nor_note_and_is_the_same_each_time(
    officer, tmp_path
):
    actions.decide(by=officer, pair=PAIR, kind="same_person", note="Bu Sari, RT 3")
    first = decisions.write("16.04", tmp_path / "a.csv")
    again = decisions.write("16.04", tmp_path / "b.csv")
    assert first.read_bytes() == again.read_bytes()
    written = first.read_text(encoding="utf-8")
    assert "Sari" not in written
    assert "contoh.id" not in written
    rows = list(csv.DictReader(written.splitlines()))
    assert {row["by"] for row in rows} == {f"petugas {officer.user_id}"}
    assert all(row["at"] and row["reason"] for row in rows)


def test_there_is_no_file_where_nothing_was_decided(officer, tmp_path):
    assert decisions.write("16.04", tmp_path / "a.csv") is None
    assert not (tmp_path / "a.csv").exists()
