"""A joint plan: who does what with whom in which month, agreed, followed, reopened."""

from datetime import date

import pytest
from tests.unit.casework.coordination.conftest import institution

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import planning, saying
from naungan.casework.coordination.actions.planning import Doing
from naungan.casework.coordination.models import JointPlan
from naungan.lib.dates import month_index


JULY, DECEMBER = month_index(2024, 7), month_index(2024, 12)
AGREED = date(2024, 7, 10)


@pytest.fixture
def plan(table, held):
    return planning.make_plan(
        by=table.head,
        title="Program kerja bersama",
        from_month=JULY,
        until_month=DECEMBER,
        event=held,
    )


def doing(**changed):
    given = {"what": "Mendata pekerja", "owner_name": "DPMD", "month": JULY}
    return Doing(**(given | changed))


def test_a_plan_of_a_meeting_is_its_region_s_and_seen_by_its_parties(table, plan, at):
    assert plan.region_code == "16.04"
    assert set(plan.parties) == {
        table.prosecutor.institution_id,
        table.secretary.institution_id,
    }
    at(table.stranger)
    assert not JointPlan.objects.exists()


def test_whoever_answers_for_an_activity_sees_the_plan_from_then_on(table, plan, at):
    owner = institution(table.stranger)
    planning.add_activity(by=table.head, plan=plan, doing=doing(owner=owner))
    at(table.stranger)
    assert JointPlan.objects.get().activities.get().what == "Mendata pekerja"


def test_activities_are_numbered_changed_and_taken_out_before_the_plan_is_agreed(
    table, plan
):
    first = planning.add_activity(by=table.head, plan=plan, doing=doing())
    second = planning.add_activity(
        by=table.head, plan=plan, doing=doing(what="Menganggarkan", budget_idr=5_000)
    )
    assert (first.number, second.number) == (1, 2)
    anew = doing(what="Menganggarkan iuran", budget_idr=7_000, month=DECEMBER)
    planning.change_activity(by=table.head, activity=second, doing=anew)
    second.refresh_from_db()
    assert (second.what, second.budget_idr) == ("Menganggarkan iuran", 7_000)
    planning.remove_activity(by=table.head, activity=first)
    assert list(plan.activities.all()) == [second]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"what": " "}, "Tulis kegiatannya"),
        ({"owner_name": ""}, "penanggung jawabnya"),
        ({"month": DECEMBER + 1}, "di luar masa"),
        ({"month": JULY - 1}, "di luar masa"),
        ({"budget_idr": -1}, "anggarannya"),
        ({"partners": "NIK 1604010101909001"}, "NIK"),
    ],
)
def test_an_activity_that_cannot_be_is_refused(table, plan, changed, why):
    with pytest.raises(ActRefused, match=why):
        planning.add_activity(by=table.head, plan=plan, doing=doing(**changed))


def test_a_recommendation_of_another_meeting_is_not_taken_into_a_plan(table, held):
    alone = planning.make_plan(
        by=table.head, title="Tanpa rapat", from_month=JULY, until_month=JULY
    )
    advice = saying.add_recommendation(by=table.head, event=held, text="Susun Perbup")
    with pytest.raises(ActRefused, match="kegiatan lain"):
        planning.add_activity(
            by=table.head, plan=alone, doing=doing(recommendation=advice)
        )


@pytest.mark.parametrize("until", [JULY - 1, JULY + planning.MOST_MONTHS])
def test_a_plan_neither_ends_before_it_begins_nor_lasts_for_ever(table, until):
    with pytest.raises(ActRefused, match="Bulan terakhir"):
        planning.make_plan(
            by=table.head, title="Rencana", from_month=JULY, until_month=until
        )


def test_an_agreed_plan_is_followed_and_written_again_once_it_is_reopened(table, plan):
    with pytest.raises(ActRefused, match="belum memuat"):
        planning.agree_plan(by=table.head, plan=plan, on=AGREED)
    row = planning.add_activity(by=table.head, plan=plan, doing=doing())
    with pytest.raises(ActRefused, match="belum disepakati"):
        planning.finish_activity(
            by=table.head, activity=row, on=AGREED, result="Selesai"
        )
    plan = planning.agree_plan(by=table.head, plan=plan, on=AGREED)
    with pytest.raises(ActRefused, match="sudah disepakati"):
        planning.add_activity(by=table.head, plan=plan, doing=doing())
    row.refresh_from_db()
    done = planning.finish_activity(
        by=table.head, activity=row, on=AGREED, result="60 desa terdata"
    )
    assert (done.done_on, done.result) == (AGREED, "60 desa terdata")
    plan = planning.reopen_plan(by=table.head, plan=plan)
    assert (plan.state, plan.agreed_on) == ("draft", None)
    dropped = planning.drop_plan(by=table.head, plan=plan)
    assert dropped.state == "dropped"


def test_a_party_reads_a_plan_and_does_not_write_it(table, plan, at):
    at(table.prosecutor)
    with pytest.raises(ActRefused, match="lembaga yang menyusun"):
        planning.add_activity(by=table.prosecutor, plan=plan, doing=doing())
    with pytest.raises(ActRefused, match="lembaga yang menyusun"):
        planning.drop_plan(by=table.prosecutor, plan=plan)
