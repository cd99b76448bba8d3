"""Opening and ending cases: one for an employer and track, frozen as it was found."""

from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction
from tests.unit.casework.compliance.conftest import (
    IN_ARREARS,
    PLACE,
    SUBJECT,
    UNREGISTERED,
)
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import User
from naungan.casework.compliance.actions import cases
from naungan.casework.compliance.models import Case, CaseFinding
from naungan.casework.intake import frozen
from naungan.casework.intake.frozen import Frozen


pytestmark = pytest.mark.django_db
PUBLICATION = SimpleNamespace(region_code=PLACE, run=3, month=24_320)


def row(code, people=4, monthly_idr=250_000):
    """Give a finding as a snapshot has it."""
    return {
        "employer_id": 71,
        "employer_ref": "R-71",
        "code": code,
        "people": people,
        "monthly_idr": monthly_idr,
        "severity": "high",
        "sentence": f"Temuan {code}.",
    }


@pytest.fixture
def found(monkeypatch):
    """Let a publication hold one employer with findings on both tracks."""
    employer = {
        "employer_id": 71,
        "employer_ref": "R-71",
        "name": "PT Rekaan Maju",
        "kind": "state_enterprise",
        "npp": None,
        "registered_npp": "87654321",
        "nib": "1234567890123",
        "scale": "medium",
        "kbli": "46209",
        "village_code": 1_604_102_003,
    }
    rows = [row("partial_workers", 6), row("contributions_in_arrears")]
    evidence = {"partial_workers": {"rows": 2, "persons": [5, 9], "kpjs": []}}

    def employer_of(publication, by, number):
        return Frozen(employer, rows, evidence) if number == 71 else None

    monkeypatch.setattr(frozen, "employer", employer_of)


def opened_of(offices, track="registration_and_data", **rest):
    return cases.open_case(
        by=offices.examiner,
        publication=PUBLICATION,
        employer_id=71,
        track=track,
        today=TODAY,
        **rest,
    )


def test_a_case_holds_the_findings_of_its_track_as_they_stood(offices, found):
    case = opened_of(offices)
    (finding,) = case.findings.all()
    assert finding.code == "partial_workers"
    assert finding.evidence == {"rows": 2, "persons": [5, 9], "kpjs": []}
    assert finding.row["sentence"] == "Temuan partial_workers."
    assert any("PP 44/2015" in one["text"] for one in finding.law)
    assert {"duty", "text", "confidence"} == set(finding.law[0])
    assert len(finding.sha256) == 64
    assert (case.npp, case.kind, case.people) == ("87654321", "state_enterprise", 6)
    assert case.village_code == "16.04.10.2003"
    assert (case.stage, case.waits_for, case.officer_id) == (
        "",
        "us",
        offices.examiner.user_id,
    )


def test_one_employer_has_one_open_case_on_each_track(offices, found):
    first = opened_of(offices)
    other = opened_of(offices, "arrears")
    assert first.number != other.number
    with pytest.raises(ActRefused, match="sudah punya kasus"):
        opened_of(offices)
    cases.close(by=offices.examiner, case=first, reason="duplicate", today=TODAY)
    again = opened_of(offices)
    with pytest.raises(ActRefused, match="sudah punya kasus"):
        cases.reopen(by=offices.examiner, case=first, reason="Ternyata.", today=TODAY)
    assert again.state == "open"


def test_an_employer_of_nowhere_and_a_track_without_findings_are_refused(
    offices, found
):
    with pytest.raises(ActRefused, match="tidak ada di wilayah"):
        cases.open_case(
            by=offices.examiner,
            publication=PUBLICATION,
            employer_id=72,
            track="arrears",
            today=TODAY,
        )
    with pytest.raises(ActRefused, match="Tidak ada temuan"):
        opened_of(offices, codes=["unregistered_employer"])


def test_what_was_frozen_cannot_be_changed_by_any_means(opened):
    finding = opened().findings.get()
    for change in (
        lambda: CaseFinding.objects.filter(pk=finding.pk).update(people=0),
        lambda: CaseFinding.objects.filter(pk=finding.pk).delete(),
    ):
        with transaction.atomic():
            try:
                changed = change()
            except DatabaseError:
                changed = None
        assert changed in (None, 0, (0, {}), (0, {"compliance.CaseFinding": 0}))
    finding.refresh_from_db()
    assert finding.people == UNREGISTERED.people


def test_a_case_stays_its_owners_and_its_employers(opened, offices):
    case = opened()
    with pytest.raises(DatabaseError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(
            institution_id=offices.inspector.institution_id
        )


def test_a_case_by_hand_needs_a_sentence_on_its_own_track(offices):
    def make(finding, how="complaint", subject=SUBJECT):
        return cases.open_by_hand(
            by=offices.examiner,
            subject=subject,
            track="registration_and_data",
            how=how,
            findings=[finding],
            today=TODAY,
        )

    assert make(UNREGISTERED).findings.get().how == "complaint"
    for finding, how, said in (
        (IN_ARREARS, "visit", "tidak ada pada jalur"),
        (cases.ByHand("tidak_ada", "Apa."), "visit", "tidak ada pada jalur"),
        (cases.ByHand("partial_workers", " "), "visit", "apa yang ditemukan"),
        (UNREGISTERED, "run", "kunjungan atau pengaduan"),
    ):
        with pytest.raises(ActRefused, match=said):
            make(finding, how)
    outside = cases.Subject(name="PT Jauh", region_code="17.01")
    with pytest.raises(ActRefused, match="di luar wilayah"):
        make(UNREGISTERED, subject=outside)


def test_a_nik_is_written_nowhere_in_a_case(opened, offices):
    case = opened()
    with pytest.raises(ActRefused, match="Jangan tulis NIK"):
        cases.remark(by=offices.examiner, case=case, text="Pemilik 1604101501809001.")


def test_a_later_finding_is_added_beside_the_first(opened, offices):
    case = opened()
    later = cases.ByHand("partial_workers", "Lima lagi di gudang.", 40)
    cases.add_finding(
        by=offices.examiner, case=case, how="visit", finding=later, today=TODAY
    )
    case.refresh_from_db()
    assert case.people == 40
    assert case.findings.count() == 2


def test_a_case_is_settled_closed_and_reopened_for_a_reason(opened, offices):
    case = opened()
    settled = cases.settle(by=offices.examiner, case=case, today=TODAY)
    assert (settled.state, settled.closing_reason) == ("settled", "complied")
    with pytest.raises(ActRefused, match="Tulis sebab"):
        cases.close(by=offices.examiner, case=case, reason="other", today=TODAY)
    closed = cases.close(by=offices.examiner, case=case, reason="gone", today=TODAY)
    assert (closed.state, closed.closed_on) == ("closed", TODAY)
    with pytest.raises(ActRefused, match="sudah berubah"):
        cases.settle(by=offices.examiner, case=case, today=TODAY)
    with pytest.raises(ActRefused, match="Tulis alasan"):
        cases.reopen(by=offices.examiner, case=case, reason=" ", today=TODAY)
    back = cases.reopen(
        by=offices.examiner, case=case, reason="Buka lagi.", today=TODAY
    )
    assert (back.state, back.closed_on, back.closing_reason) == ("open", None, "")


def test_a_stranger_reads_nothing_and_does_nothing(opened, offices):
    case = opened()
    scope.enter(offices.elsewhere)
    assert not Case.objects.exists()
    assert not CaseFinding.objects.exists()
    with pytest.raises(ActRefused, match="lembaga lain|pemilik kasus"):
        cases.settle(by=offices.elsewhere, case=case, today=TODAY)
    with pytest.raises(ActRefused, match="lembaga lain"):
        cases.remark(by=offices.elsewhere, case=case, text="Halo.")


def test_an_officer_is_somebody_of_the_institution(opened, offices):
    case = opened()
    by = offices.examiner
    given = cases.assign_officer(
        by=by, case=case, user_id=offices.head.user_id, today=TODAY
    )
    assert given.officer_id == offices.head.user_id
    with pytest.raises(ActRefused, match="tidak bekerja"):
        cases.assign_officer(
            by=by, case=case, user_id=offices.inspector.user_id, today=TODAY
        )
    assert User.objects.filter(pk=offices.inspector.user_id).exists()


def test_a_priority_is_moved_for_a_reason(opened, offices):
    case = opened()
    moved = cases.set_priority(
        by=offices.examiner, case=case, priority=7, reason="Kecelakaan kerja."
    )
    assert moved.priority == 7


def test_numbers_follow_each_other_in_the_book_of_the_institution(opened):
    first, second = opened(), opened("arrears")
    assert first.number.split("/")[0] == "1"
    assert second.number.split("/")[0] == "2"
    assert "KASUS" in first.number
