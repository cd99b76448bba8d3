"""A clerk's list: checked at once, in order, sent twice and written once."""

from datetime import date
from uuid import UUID

import pytest
from tests.invented_scheme import BESIDE, HERE, person
from tests.unit.casework.conftest import TODAY
from tests.unit.casework.protection.conftest import PLAN

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection.actions import decisions, lists, schemes
from naungan.casework.protection.checks.running import check
from naungan.casework.protection.models import Check, Entry
from naungan.casework.protection.queries.schemes import progress, states_of


def codes(entry):
    return set(Check.objects.filter(entry=entry).values_list("code", flat=True))


def test_a_person_is_checked_as_soon_as_they_are_written(listed):
    (entry,) = listed(9001)
    assert entry.state == "valid"
    assert entry.checked_at is not None
    assert not codes(entry)


def test_the_sixty_first_waits_in_the_reserve_and_moves_up(desks, listed):
    first, second, third, fourth = listed(9001, 9002, 9003, 9004)
    assert [one.state for one in (first, second, third, fourth)] == [
        "valid",
        "valid",
        "reserve",
        "reserve",
    ]
    lists.withdraw(by=desks.clerk, entry=first, reason="moved")
    states = dict(Entry.objects.values_list("pk", "state"))
    assert states[third.pk] == "valid"
    assert states[fourth.pk] == "reserve"


def test_a_place_that_falls_free_goes_to_the_reserve_at_once(desks, scheme, enrolled):
    first, second, third, fourth = enrolled(9001, 9002, 9003, 9004)
    first.refresh_from_db()
    decisions.end(
        by=desks.agency, entry=first, reason="died", ended_on=TODAY, today=TODAY
    )
    known = {one.pk: one for one in Entry.objects.all()}
    assert known[third.pk].state == "valid"
    assert known[third.pk].follows_id == first.pk
    assert (known[fourth.pk].state, known[second.pk].state) == ("reserve", "enrolled")


def test_a_quota_of_at_least_takes_everybody(desks, at):
    from dataclasses import replace

    made = schemes.make_scheme(
        by=desks.agency, plan=replace(PLAN, name="Sedikitnya", policy="at_least")
    )
    schemes.set_quotas(by=desks.agency, scheme=made, people={HERE: 1})
    schemes.open_scheme(by=desks.agency, scheme=made)
    at(desks.clerk)
    people = [person(one) for one in (9001, 9002)]
    made_lines = lists.add_people(
        by=desks.clerk, scheme=made, people=people, village_code=HERE
    )
    assert {one.state for one in made_lines} == {"valid"}
    assert [one.standing for one in progress(made)] == ["met"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"nik": ""}, "nik_missing"),
        ({"nik": "123"}, "nik_form"),
        ({"nik": "16041013058" + "40000"}, "nik_impossible"),
        ({"birth_date": date(1984, 5, 7)}, "nik_differs"),
        ({"birth_date": None}, "birth_missing"),
        ({"name": " "}, "name_missing"),
    ],
)
def test_a_line_that_cannot_be_is_flagged(desks, scheme, at, said, code):
    at(desks.clerk)
    from dataclasses import replace

    changed = replace(person(9001), **said)
    (entry,) = lists.add_people(
        by=desks.clerk, scheme=scheme, people=[changed], village_code=HERE
    )
    assert entry.state == "flagged"
    assert code in codes(entry)


@pytest.mark.parametrize(
    ("born", "code"),
    [
        (date(2006, 7, 2), "too_young"),
        (date(2006, 7, 1), ""),
        (date(1959, 7, 2), ""),
        (date(1959, 7, 1), "too_old"),
    ],
)
def test_age_counts_on_the_first_day_of_the_scheme(listed, born, code):
    (entry,) = listed(9001, born=born)
    assert codes(entry) == ({code} if code else set())
    assert entry.state == ("flagged" if code else "valid")


def test_the_same_number_twice_is_a_duplicate_also_across_villages(desks, listed):
    (first,) = listed(9001)
    (second,) = listed(9001, by=desks.neighbour, village=BESIDE)
    assert first.state == "valid"
    assert codes(second) == {"duplicate"}


def test_a_line_sent_twice_is_written_once(desks, scheme, at):
    at(desks.clerk)
    one = person(9001, client_key=UUID(int=7))
    sent = [
        lists.add_people(
            by=desks.clerk, scheme=scheme, people=[one], village_code=HERE
        )[0].pk
        for _ in range(2)
    ]
    assert sent[0] == sent[1]
    assert Entry.objects.count() == 1


def test_a_village_without_places_is_told(desks, listed):
    (entry,) = listed(9001, by=desks.agency, village="16.04.10.2005")
    assert codes(entry) == {"no_quota"}


def test_a_clerk_writes_in_their_own_village_only(desks, listed):
    with pytest.raises(ActRefused, match="di luar wilayah"):
        listed(9001, village=BESIDE)


def test_what_a_check_asks_may_be_accepted_with_a_reason(desks, scheme, listed, at):
    (entry,) = listed(9001, birth_date=date(1984, 5, 8))
    assert codes(entry) == {"nik_differs"}
    at(desks.agency)
    with pytest.raises(ActRefused, match="alasan"):
        lists.accept(by=desks.agency, entry=entry, reason=" ")
    accepted = lists.accept(by=desks.agency, entry=entry, reason="KTP baru")
    assert accepted.state == "valid"


def test_what_bars_a_person_cannot_be_accepted(desks, listed, at):
    (entry,) = listed(9001, born=date(1950, 1, 1))
    at(desks.agency)
    with pytest.raises(ActRefused, match="diperbaiki"):
        lists.accept(by=desks.agency, entry=entry, reason="kasihan")


def test_a_corrected_line_is_checked_anew(desks, listed):
    (entry,) = listed(9001, birth_date=None)
    assert entry.state == "flagged"
    again = lists.correct(by=desks.clerk, entry=entry, person=person(9001))
    assert again.state == "valid"


def test_states_add_up_to_the_list(desks, scheme, listed):
    listed(9001, 9002, 9003)
    listed(9001, born=date(1950, 1, 1))
    found = states_of(scheme)
    assert sum(found.values()) == Entry.objects.filter(scheme=scheme).count() == 4
    assert (found["valid"], found["reserve"], found["flagged"]) == (2, 1, 1)


def test_of_two_lists_that_name_somebody_the_later_one_is_asked(
    desks, scheme, planned, listed
):
    (first,) = listed(9001, by=desks.agency)
    other = planned(name="Dana lain", fund="csr")
    (second,) = listed(9001, into=other, by=desks.agency)
    assert (first.state, second.state) == ("valid", "flagged")
    found = second.checks.get()
    assert (found.code, found.told["months"]) == ("listed_elsewhere", scheme.months)
    for one in (scheme, other):
        check(desks.agency, one, Entry.objects.filter(scheme=one))
    assert [Entry.objects.get(pk=e.pk).state for e in (first, second)] == [
        "valid",
        "flagged",
    ]
    Entry.objects.filter(pk=second.pk).update(state="decided")
    check(desks.agency, scheme, Entry.objects.filter(scheme=scheme))
    assert first.checks.get().code == "decided_elsewhere"


def test_a_list_of_other_months_or_of_a_closed_scheme_bars_nobody(
    desks, scheme, planned, listed
):
    apart = {
        "from_month": scheme.until_month + 1,
        "until_month": scheme.until_month + 2,
    }
    listed(9001, by=desks.agency)
    (later,) = listed(9001, into=planned(name="Sesudahnya", **apart), by=desks.agency)
    closed = planned(name="Ditutup")
    listed(9002, into=closed, by=desks.agency)
    schemes.close_scheme(by=desks.agency, scheme=closed)
    (free,) = listed(9002, by=desks.agency)
    assert (later.state, free.state) == ("valid", "valid")
