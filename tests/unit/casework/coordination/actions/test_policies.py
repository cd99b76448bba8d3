"""Regional texts entered once, corrected, replaced; duties marked with what was seen."""

from dataclasses import replace
from datetime import date

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import policies
from naungan.casework.coordination.actions.policies import PolicyNote
from naungan.casework.coordination.models import PolicyDuty


SEEN = date(2024, 7, 5)
CIRCULAR = PolicyNote(
    kind="circular",
    title="BPJS Ketenagakerjaan bagi pekerja rentan desa",
    issuer="Bupati Contoh",
    region_code="16.04",
    number="400.10.2.4/6/DPMD/IV/2024",
)
EVIDENCE = "Perbup 12/2024 dimuat pada JDIH"


def test_the_number_of_a_text_says_its_office_month_and_year(table):
    row = policies.note_policy(by=table.head, note=CIRCULAR)
    assert (row.office, row.month, row.year) == ("DPMD", 4, 2024)


def test_a_text_without_a_number_takes_its_year_from_its_day(table):
    note = replace(CIRCULAR, number="", in_force_on=date(2023, 5, 1))
    assert policies.note_policy(by=table.head, note=note).year == 2023


def test_a_text_is_entered_once_and_by_whoever_came_first(table, at):
    row = policies.note_policy(by=table.head, note=CIRCULAR)
    at(table.prosecutor)
    with pytest.raises(ActRefused, match="sudah tercatat"):
        policies.note_policy(by=table.prosecutor, note=CIRCULAR)
    with pytest.raises(ActRefused, match="lembaga lain"):
        policies.change_policy(by=table.prosecutor, policy=row, note=CIRCULAR)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"title": ""}, "tentang apa"),
        ({"issuer": " "}, "menerbitkannya"),
        ({"kind": "rumour"}, "daftar yang ada"),
        ({"kind": ""}, "daftar yang ada"),
        ({"region_code": "32.01"}, "di luar wilayah"),
        ({"addressees": "1604010101909001"}, "NIK"),
        (
            {"in_force_on": date(2024, 2, 1), "expires_on": date(2024, 1, 31)},
            "mendahului",
        ),
    ],
)
def test_a_text_that_cannot_be_is_refused(table, changed, why):
    with pytest.raises(ActRefused, match=why):
        policies.note_policy(by=table.head, note=replace(CIRCULAR, **changed))


def test_a_text_is_corrected_and_says_which_one_took_its_place(table):
    old = policies.note_policy(by=table.head, note=CIRCULAR)
    new = policies.note_policy(by=table.head, note=replace(CIRCULAR, number="7/2025"))
    ended = replace(CIRCULAR, expires_on=date(2024, 12, 31))
    policies.change_policy(by=table.head, policy=old, note=ended, replaced_by=new)
    old.refresh_from_db()
    assert (old.replaced_by, old.expires_on) == (new, date(2024, 12, 31))
    with pytest.raises(ActRefused, match="dirinya sendiri"):
        policies.change_policy(by=table.head, policy=new, note=ended, replaced_by=new)


def test_marks_of_a_duty_follow_each_other_with_their_evidence(table):
    for state in ("not_done", "done"):
        policies.mark_duty(
            by=table.head,
            duty="regulate",
            region_code="16.04",
            state=state,
            evidence=EVIDENCE,
            noted_on=SEEN,
        )
    rows = PolicyDuty.objects.order_by("pk").values_list("state", flat=True)
    assert list(rows) == ["not_done", "done"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"duty": "fly"}, "dari daftar"),
        ({"state": "maybe"}, "dari daftar"),
        ({"region_code": "32.01"}, "di luar wilayah"),
        ({"region_code": "16.04.10"}, "bukan kewajiban wilayah itu"),
        ({"evidence": ""}, "Tulis buktinya"),
    ],
)
def test_a_mark_that_proves_nothing_is_refused(table, changed, why):
    given = {
        "duty": "regulate",
        "region_code": "16.04",
        "state": "done",
        "evidence": EVIDENCE,
        "noted_on": SEEN,
    }
    with pytest.raises(ActRefused, match=why):
        policies.mark_duty(by=table.head, **(given | changed))
