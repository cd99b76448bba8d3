"""A day's work: what ends, what came, what waits, in few statements."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import partners, replies, steps, visits
from naungan.casework.compliance.actions.teams import Member
from naungan.web.pages.cases import waiting as nav, words


pytestmark = pytest.mark.django_db


def test_a_day_holds_what_waits_for_each_institution(opened, take, offices, hand):
    warned, answered, fresh = opened(), opened("arrears"), opened()
    take(warned, "warning_1")
    take(answered, "arrears_letter_1")
    by = offices.examiner
    replies.record_reply(
        by=by, case=answered, received_on=TODAY, text="Sudah bayar.", today=TODAY
    )
    visits.plan_visit(
        by=by,
        planned_on=TODAY + timedelta(days=2),
        purpose="Memeriksa.",
        case=fresh,
        members=[Member(name="Rekaan")],
        today=TODAY,
    )
    sent = hand(fresh, offices.inspector, "join", accepts=False)
    scope.enter(by)
    soon = TODAY + timedelta(days=8)
    with CaptureQueriesContext(connection) as asked:
        day = queries.my_day(by, soon)
    assert len(asked) <= 8
    assert day.due == [warned]
    assert [one.case for one in day.replies] == [answered]
    assert day.hand_overs_sent == [sent]
    assert day.hand_overs_to_us == []
    assert day.counts == {
        "open": 3,
        "over": 0,
        "soon": 1,
        "us": 0,
        "employer": 1,
        "reply": 1,
        "other_institution": 1,
        "hand_overs": 0,
        "mandates": 0,
        "visits": 0,
        "denied": 0,
    }
    assert [one.case for one in queries.my_day(by, TODAY).visits] == [fresh]
    scope.enter(offices.inspector)
    assert queries.my_day(offices.inspector, soon).hand_overs_to_us == [sent]
    scope.enter(offices.elsewhere)
    nothing = queries.my_day(offices.elsewhere, soon)
    assert not any(
        (nothing.due, nothing.ours, nothing.replies, nothing.hand_overs_to_us)
    )
    assert nothing.counts["open"] == 0


def test_a_day_counts_all_that_waits_and_shows_the_first(opened, offices, monkeypatch):
    monkeypatch.setattr(queries.day, "MOST", 2)
    by = offices.examiner
    for _ in range(3):
        visits.plan_visit(
            by=by,
            planned_on=TODAY + timedelta(days=2),
            purpose="Memeriksa.",
            case=opened(),
            members=[Member(name="Rekaan")],
            today=TODAY,
        )
    day = queries.my_day(by, TODAY)
    assert (len(day.visits), day.counts["visits"]) == (2, 3)
    assert (len(day.ours), day.counts["us"]) == (2, 3)


def test_what_the_inspector_goes_on_with_is_counted_for_nobody_else(
    opened, take, offices, hand
):
    case, day = opened("arrears"), TODAY
    for code in ("arrears_letter_1", "arrears_letter_2", "arrears_letter_3"):
        take(case, code, day)
        day += timedelta(days=20)
    sent = hand(case, offices.inspector, "report", on=day)
    assert waiting(offices, day) == {"examiner": 0, "inspector": 1}
    scope.enter(offices.examiner)
    assert words.waits(queries.case(offices.examiner, case.pk)) == "lembaga lain"
    sought = queries.Sought(waits="other_institution")
    assert queries.listed(offices.examiner, sought, day).rows == [case]
    note = take(case, "nota_1", day, by=offices.inspector)
    over = note.ends_on + timedelta(days=1)
    steps.lapse(today=over)
    assert waiting(offices, over) == {"examiner": 0, "inspector": 1}
    scope.enter(offices.examiner)
    assert queries.my_day(offices.examiner, over).counts["over"] == 0
    scope.enter(offices.inspector)
    partners.give_back(
        by=offices.inspector, hand_over=sent, reason="Di luar wilayah.", today=over
    )
    assert waiting(offices, over) == {"examiner": 1, "inspector": 0}


def waiting(offices, today):
    """Count what is to be done, as the page says and as the navigation does."""
    found = {}
    for name in ("examiner", "inspector"):
        by = getattr(offices, name)
        scope.enter(by)
        found[name] = queries.my_day(by, today).counts["us"]
        assert sum(rows.count() for rows in nav.rows(by)) == found[name]
    return found
