"""Everybody protected is judged as one person is, by as few questions as possible."""

from datetime import date

import pytest
from tests.invented_scheme import BESIDE, enrol, pay, person, write
from tests.unit.casework.benefits.conftest import DECIDED, JULY, OCTOBER, PAID, TODAY

from naungan.casework.accounts import scope
from naungan.casework.benefits import risks
from naungan.casework.benefits.actions import judging
from naungan.casework.benefits.models import Risk
from naungan.casework.benefits.queries.risks import (
    by_code,
    by_scheme,
    by_village,
    people,
)
from naungan.casework.protection.models import Entry


@pytest.fixture
def mixed(desks, scheme):
    """Paid until October, paid until November, enrolled and unpaid, decided only."""
    write(desks.agency, scheme, [person(9001)])
    enrol(desks.agency, scheme, DECIDED)
    pay(desks.agency, scheme, JULY, OCTOBER, PAID)
    write(desks.agency, scheme, [person(9002)])
    enrol(desks.agency, scheme, DECIDED)
    pay(desks.agency, scheme, JULY, OCTOBER + 1, date(2025, 11, 10))
    write(desks.agency, scheme, [person(9003)], BESIDE)
    enrol(desks.agency, scheme, DECIDED)
    return scheme


def codes():
    return {one.entry.name: tuple(one.codes) for one in Risk.objects.all()}


def test_each_person_is_judged_by_their_own_months(desks, mixed):
    scope.enter(desks.agency)
    assert judging.judge(mixed, today=TODAY) == 1
    # The second bill took November of both who were enrolled by then.
    assert codes() == {"Orang 9003": ("inactive",)}
    assert judging.judge(mixed, today=date(2025, 12, 20)) == 3
    assert codes()["Orang 9001"] == ("arrears",)
    assert codes()["Orang 9003"] == ("inactive",)


def test_the_crowd_and_the_person_are_judged_alike(desks, mixed):
    scope.enter(desks.agency)
    for day in (TODAY, date(2025, 12, 20), date(2026, 1, 3)):
        judging.judge(mixed, today=day)
        crowd = codes()
        for entry in Entry.objects.filter(scheme=mixed).select_related("scheme"):
            found = risks.standing(entry, day)
            assert crowd.get(entry.name, ()) == found.codes, (entry.name, day)


def test_whose_months_lie_ahead_is_judged_and_not_begun(desks, mixed):
    scope.enter(desks.agency)
    Entry.objects.filter(name="Orang 9003").update(first_month=OCTOBER + 2)
    assert judging.judge(mixed, today=TODAY) == 1
    ahead = Entry.objects.select_related("scheme").get(name="Orang 9003")
    found = risks.standing(ahead, TODAY)
    assert codes() == {"Orang 9003": ("not_begun",)} == {ahead.name: found.codes}
    assert (found.is_refused, found.would_pay_idr, found.unpaid_months) == (True, 0, 0)


def test_whoever_is_over_is_refused_and_a_scheme_to_come_protects_nobody(desks, mixed):
    scope.enter(desks.agency)
    assert judging.judge(mixed, today=date(2025, 6, 30)) == 0
    assert judging.judge(mixed, today=date(2026, 1, 3)) == 3
    assert {one for found in codes().values() for one in found} == {"over"}


def test_all_owners_are_judged_and_done_twice_it_says_the_same(desks, mixed):
    for _ in range(2):
        assert judging.judge_all(today=TODAY) == 1
    scope.enter(desks.agency)
    assert Risk.objects.count() == 1


def test_counts_and_people_of_a_scheme(desks, mixed):
    scope.enter(desks.agency)
    judging.judge(mixed, today=date(2025, 12, 20))
    (told,) = by_scheme(desks.agency)
    assert (told.refused, told.others) == (1, 2)
    assert by_code(desks.agency, mixed) == {"inactive": 1, "arrears": 2}
    assert [row[1:] for row in by_village(desks.agency, mixed)] == [(0, 2), (1, 0)]
    assert [one.entry.name for one in people(desks.agency, mixed, code="inactive")] == [
        "Orang 9003"
    ]


def test_a_village_sees_its_own_people_alone(desks, mixed):
    scope.enter(desks.agency)
    judging.judge(mixed, today=date(2025, 12, 20))
    scope.enter(desks.village)
    assert by_code(desks.village, mixed) == {"arrears": 2}
    scope.enter(desks.neighbour)
    assert by_code(desks.neighbour, mixed) == {"inactive": 1}
    scope.enter(desks.stranger)
    assert not Risk.objects.exists()


def test_the_law_is_asked_once_for_everybody_alike(desks, mixed, monkeypatch):
    scope.enter(desks.agency)
    asked = []
    real = risks.ask
    monkeypatch.setattr(risks, "ask", lambda *a: asked.append(a) or real(*a))
    judging.judge(mixed, today=date(2025, 12, 20))
    assert len(asked) == 2


def test_whoever_died_is_judged_no_more(desks, reported):
    scope.enter(desks.agency)
    assert judging.judge(reported.scheme, today=date(2025, 12, 20)) == 0
