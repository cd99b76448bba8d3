"""A death or accident is reported: who may, what is known at once, who has it then."""

from dataclasses import replace
from datetime import date

import pytest
from tests.invented_scheme import BESIDE, HERE, enrol, person, write
from tests.unit.casework.benefits.conftest import DECIDED, PLAN, SAID, TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.benefits.actions import reporting
from naungan.casework.benefits.models import Claim
from naungan.casework.protection.actions import money, schemes
from naungan.casework.protection.models import Entry
from naungan.casework.protection.queries.beginning import Apart, apart_in
from naungan.casework.protection.queries.money import after_death


def test_the_branch_around_the_village_has_the_report_at_once(desks, reported):
    assert reported.state == "reported"
    assert reported.institution_id == desks.branch.institution_id
    assert reported.reported_by_id == desks.village.institution_id
    assert reported.sponsor_id == desks.agency.institution_id
    assert (reported.village_code, reported.fund) == (HERE, "apbd")
    scope.enter(desks.branch)
    assert Claim.objects.get() == reported


def test_the_list_says_who_it_is_and_what_was_paid(reported, entry):
    assert (reported.name, reported.nik) == (entry.name, entry.nik)
    assert reported.facts == {
        "segment": "BPU",
        "registered": "ya",
        "joined": "2025-07",
        "contribution_months": "4",
        "active": "ya",
    }


def test_a_death_is_known_on_every_list_and_taken_back_with_the_report(
    desks, scheme, reported, settings
):
    settings.STORY_DAY = date(2025, 12, 20)
    scope.enter(desks.agency)
    dead = Entry.objects.get(scheme=scheme)
    assert dead.died_on == reported.event_on
    assert apart_in([scheme.pk]) == Apart(died=1)
    december = scheme.until_month
    with pytest.raises(ActRefused, match="Tidak ada peserta"):
        money.bill(
            by=desks.agency, scheme=scheme, from_month=december, until_month=december
        )
    other = schemes.make_scheme(by=desks.agency, plan=replace(PLAN, name="Lain"))
    schemes.open_scheme(by=desks.agency, scheme=other)
    (again,) = write(desks.village, other, [person(9001)])
    told = {one.code: one.told for one in again.checks.all()}
    assert told["died"] == {"source": "claim"}
    assert again.state == "flagged"
    scope.enter(desks.village)
    reason = "Ternyata orang lain yang meninggal."
    reporting.withdraw(by=desks.village, claim=reported, reason=reason, today=TODAY)
    scope.enter(desks.agency)
    dead.refresh_from_db()
    assert dead.died_on is None
    assert apart_in([scheme.pk]) == Apart()


def test_months_billed_after_a_death_are_told(desks, scheme, reported):
    scope.enter(desks.agency)
    assert after_death(scheme) is None
    # The report came late: October is after the death now.
    Entry.objects.filter(scheme=scheme).update(died_on=date(2025, 9, 17))
    told = after_death(scheme)
    assert (told.people, told.months, told.paid_months) == (1, 1, 1)


def test_a_branch_that_reports_itself_collects_papers_at_once(desks):
    scope.enter(desks.officer)
    said = replace(SAID, name="Orang Rekaan", nik="", village_code=HERE, fund="self")
    claim = reporting.report(by=desks.officer, report=said, today=TODAY)
    assert claim.state == "collecting"
    assert [one.verb for one in claim.past.all()] == ["report", "receive"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"village_code": BESIDE}, "luar wilayah"),
        ({"name": " "}, "namanya"),
        ({"nik": "1604"}, "16 angka"),
        ({"event_on": date(2025, 11, 25)}, "belum tiba"),
        ({"told_on": date(2025, 11, 2)}, "mendahului"),
    ],
    ids=["elsewhere", "nameless", "short", "future", "backwards"],
)
def test_a_report_is_refused(desks, changed, why):
    scope.enter(desks.village)
    said = replace(SAID, **{"name": "Orang Rekaan", "village_code": HERE, **changed})
    with pytest.raises(ActRefused, match=why):
        reporting.report(by=desks.village, report=said, today=TODAY)
    assert not Claim.objects.exists()


def test_nobody_dies_twice(desks, reported, entry):
    with pytest.raises(ActRefused, match="sudah dilaporkan"):
        reporting.report(by=desks.village, report=SAID, entry=entry, today=TODAY)
    reporting.withdraw(
        by=desks.village, claim=reported, reason="Salah orang, masih hidup", today=TODAY
    )
    again = reporting.report(by=desks.village, report=SAID, entry=entry, today=TODAY)
    assert again.state == "reported"


def test_an_office_without_a_branch_there_says_so(desks):
    Institution.objects.filter(code="cabang-contoh").update(region_code="17")
    scope.enter(desks.village)
    said = replace(SAID, name="Orang Rekaan", village_code=HERE)
    with pytest.raises(ActRefused, match="Belum ada cabang"):
        reporting.report(by=desks.village, report=said, today=TODAY)


def test_of_two_branches_of_a_place_the_village_names_one(desks):
    second = Institution.objects.get(code="cabang-jauh")
    second.region_code = "16.04"
    second.save()
    scope.enter(desks.village)
    said = replace(SAID, name="Orang Rekaan", village_code=HERE)
    for nobody in (None, desks.village.institution_id):
        with pytest.raises(ActRefused, match="Pilih cabang"):
            reporting.report(by=desks.village, report=said, today=TODAY, branch=nobody)
    made = reporting.report(
        by=desks.village, report=said, today=TODAY, branch=second.pk
    )
    assert made.institution_id == second.pk


def test_only_whoever_is_concerned_sees_a_claim(desks, reported):
    for desk in (desks.village, desks.branch, desks.officer, desks.agency):
        scope.enter(desk)
        assert Claim.objects.filter(pk=reported.pk).exists()
    for desk in (desks.neighbour, desks.stranger):
        scope.enter(desk)
        assert not Claim.objects.exists()


def test_another_branch_neither_receives_nor_withdraws(desks, reported):
    with pytest.raises(ActRefused):
        reporting.receive(by=desks.stranger, claim=reported, today=TODAY)
    with pytest.raises(ActRefused):
        reporting.withdraw(
            by=desks.stranger, claim=reported, reason="Bukan milik kami", today=TODAY
        )


def test_somebody_decided_but_never_enrolled_was_not_registered(desks, scheme):
    write(desks.agency, scheme, [person(9002)])
    scope.enter(desks.village)
    claim = reporting.report(
        by=desks.village, report=SAID, entry=Entry.objects.get(), today=TODAY
    )
    assert claim.facts == {"segment": "BPU", "registered": "tidak"}


def test_somebody_enrolled_of_whom_nothing_was_paid_was_not_active(desks, scheme):
    write(desks.agency, scheme, [person(9002)])
    enrol(desks.agency, scheme, DECIDED)
    scope.enter(desks.village)
    claim = reporting.report(
        by=desks.village, report=SAID, entry=Entry.objects.get(), today=TODAY
    )
    assert claim.facts["active"] == "tidak"
    assert claim.facts["contribution_months"] == "0"
