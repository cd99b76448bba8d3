"""Visits: planned alone or together, told of when near another's, never rewritten."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.casework.compliance.conftest import SUBJECT
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import visits
from naungan.casework.compliance.actions.teams import Member
from naungan.casework.compliance.actions.visits import Seen
from naungan.casework.compliance.models import PlannedVisit, VisitRecord


pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SEEN = Seen(
    TODAY, "met", "Jalan Rekaan 1", "Bagian SDM", True, 20, 8, 1_500_000, "12 orang"
)
ALONE = [Member(name="Pemeriksa Rekaan")]


@pytest.fixture
def plan(offices):
    """Plan a visit as somebody, on a day."""

    def do(by, on=TODAY + DAY, *, case=None, members=ALONE, subject=SUBJECT):
        scope.enter(by)
        return visits.plan_visit(
            by=by,
            planned_on=on,
            purpose="Memeriksa daftar upah.",
            case=case,
            subject=None if case else subject,
            members=members,
            today=TODAY,
        )

    return do


def test_another_institutions_visit_to_the_same_employer_is_told_by_name_and_day(
    plan, offices
):
    plan(offices.inspector, TODAY + 10 * DAY)
    scope.enter(offices.examiner)
    assert not PlannedVisit.objects.exists()
    (near,) = queries.visits_near(TODAY + DAY, npp=SUBJECT.npp)
    assert (near.institution, near.planned_on) == ("pengawas", TODAY + 10 * DAY)
    assert queries.visits_near(TODAY + DAY, name=SUBJECT.name.upper()) == [near]
    assert queries.visits_near(TODAY + 30 * DAY, npp=SUBJECT.npp) == []
    assert queries.visits_near(TODAY + DAY, npp="99") == []
    assert queries.visits_near(TODAY + DAY) == []


def test_ones_own_plans_and_cancelled_ones_are_no_overlap(plan, offices):
    planned = plan(offices.inspector)
    assert queries.visits_near(TODAY, npp=SUBJECT.npp) == []
    visits.cancel_visit(
        by=offices.inspector, visit=planned, reason="Ditunda.", today=TODAY
    )
    scope.enter(offices.examiner)
    assert queries.visits_near(TODAY, npp=SUBJECT.npp) == []


def test_a_visit_that_was_made_is_no_overlap_any_more(plan, offices):
    planned = plan(offices.inspector)
    scope.enter(offices.examiner)
    assert len(queries.visits_near(TODAY, npp=SUBJECT.npp)) == 1
    scope.enter(offices.inspector)
    visits.record_visit(by=offices.inspector, seen=SEEN, visit=planned, today=TODAY)
    scope.enter(offices.examiner)
    assert queries.visits_near(TODAY, npp=SUBJECT.npp) == []


def test_a_joint_visit_is_seen_and_recorded_by_both(plan, offices):
    both = [*ALONE, Member(name="Pengawas", home_id=offices.inspector.institution_id)]
    planned = plan(offices.examiner, members=both)
    scope.enter(offices.inspector)
    week = (TODAY, TODAY + 7 * DAY)
    assert queries.visits(offices.inspector, *week).get() == planned
    assert queries.visits_near(TODAY, npp=SUBJECT.npp) == []
    record = visits.record_visit(
        by=offices.inspector, seen=SEEN, visit=planned, today=TODAY
    )
    scope.enter(offices.examiner)
    assert VisitRecord.objects.get() == record
    scope.enter(offices.prosecutor)
    assert not VisitRecord.objects.exists()
    with pytest.raises(ActRefused, match="lembaga lain"):
        visits.record_visit(
            by=offices.prosecutor, seen=SEEN, visit=planned, today=TODAY
        )


def test_a_visit_to_the_employer_of_a_case_marks_the_case(plan, opened, offices):
    case = opened()
    planned = plan(offices.examiner, case=case)
    assert (planned.name, planned.npp) == (case.name, case.npp)
    visits.record_visit(by=offices.examiner, seen=SEEN, visit=planned, today=TODAY)
    case.refresh_from_db()
    assert case.visited_on == TODAY
    with pytest.raises(ActRefused, match="sudah dicatat"):
        visits.cancel_visit(
            by=offices.examiner, visit=planned, reason="Batal.", today=TODAY
        )


def test_a_record_is_corrected_by_another_and_only_the_last(opened, offices):
    case = opened()
    by = offices.examiner
    first = visits.record_visit(by=by, seen=SEEN, case=case, today=TODAY)
    changed = replace(SEEN, workers_found=22)
    second = visits.correct_visit(by=by, record=first, seen=changed, today=TODAY)
    assert (second.replaces_id, second.workers_found) == (first.pk, 22)
    assert VisitRecord.objects.filter(pk=first.pk).update(workers_found=1) == 0
    with pytest.raises(ActRefused, match="terakhir"):
        visits.correct_visit(by=by, record=first, seen=SEEN, today=TODAY)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"visited_on": TODAY + DAY}, "belum tiba"),
        ({"outcome": "lain"}, "hasil kunjungan"),
        ({"workers_found": -1}, "kurang dari nol"),
        ({"people_met": "1604101501809001"}, "NIK"),
    ],
)
def test_a_record_is_sensible(opened, offices, change, said):
    case = opened()
    with pytest.raises(ActRefused, match=said):
        visits.record_visit(
            by=offices.examiner, seen=replace(SEEN, **change), case=case, today=TODAY
        )


def test_a_plan_is_for_a_day_to_come_and_for_somebody(plan, offices):
    with pytest.raises(ActRefused, match="sudah lewat"):
        plan(offices.examiner, TODAY - DAY)
    with pytest.raises(ActRefused, match="Sebut pemberi kerja"):
        plan(offices.examiner, subject=None)
    with pytest.raises(ActRefused, match="sedikitnya satu"):
        plan(offices.examiner, members=[])
    with pytest.raises(ActRefused, match="Sebut kasus"):
        visits.record_visit(by=offices.examiner, seen=SEEN, today=TODAY)
