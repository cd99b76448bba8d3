"""Going on: the running scheme keeps its people and months, the next one proposes them."""

from dataclasses import replace
from datetime import date

import pytest
from tests.invented_scheme import HERE, pay, person
from tests.unit.casework.protection.conftest import PLAN, TODAY, carry_on

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.protection.actions import decisions, money, renewing, schemes
from naungan.casework.protection.models import Entry, Quota, Scheme, Tally
from naungan.casework.protection.queries import renewal, schemes as asked
from naungan.casework.protection.queries.beginning import Apart, apart_in
from naungan.lib.dates import month_index


NEXT = replace(
    PLAN,
    name="Tahun kedua",
    from_month=month_index(2025, 1),
    until_month=month_index(2025, 12),
)


@pytest.fixture
def paid(desks, scheme, enrolled):
    """Two people of a village who are paid for the first month of the scheme."""
    found = [*enrolled(9001, 9002)]
    pay(desks.agency, scheme, scheme.from_month, scheme.from_month, TODAY)
    return found


def renewed(desks, scheme, plan=NEXT):
    return renewing.renew(by=desks.agency, scheme=scheme, plan=plan)


def states(scheme):
    return sorted(Entry.objects.filter(scheme=scheme).values_list("state", flat=True))


def test_the_running_scheme_keeps_its_people_and_its_months(desks, scheme, paid):
    after = renewed(desks, scheme)
    assert states(scheme) == ["paid", "paid"]
    assert states(after) == ["proposed", "proposed"]
    told = Tally.objects.get(scheme=after, people__gt=0)
    assert (told.state, told.people) == ("proposed", 2)
    rest = money.bill(
        by=desks.agency,
        scheme=scheme,
        from_month=scheme.from_month + 1,
        until_month=scheme.until_month,
    )
    assert rest.people == 2


def test_the_new_lines_follow_and_go_all_the_way(desks, scheme, paid):
    after = renewed(desks, scheme)
    lines = list(Entry.objects.filter(scheme=after).order_by("position"))
    assert after.renews == scheme
    assert [one.follows for one in lines] == paid
    assert [one.nik for one in lines] == [one.nik for one in paid]
    schemes.open_scheme(by=desks.agency, scheme=after)
    money.set_budget(by=desks.agency, scheme=after, year=2025, ceiling_idr=10**9)
    carry_on(desks, after)
    assert states(after) == ["enrolled", "enrolled"]


def test_who_stays_is_told_with_the_reason_and_the_cost(desks, scheme, paid):
    Entry.objects.filter(pk=paid[0].pk).update(died_on=date(2024, 5, 1))
    older = replace(NEXT, age_below=40)  # both are forty on 1 January 2025
    told = renewing.preview(by=desks.agency, scheme=scheme, plan=NEXT)
    assert (told.people, told.stay, told.idr) == (1, {"died": 1}, 12 * 16_800)
    told = renewing.preview(by=desks.agency, scheme=scheme, plan=older)
    assert (told.people, told.stay) == (0, {"died": 1, "too_old": 1})
    with pytest.raises(ActRefused):
        renewed(desks, scheme, older)
    assert not Scheme.objects.filter(renews=scheme).exists()
    after = renewed(desks, scheme)
    assert [one.follows for one in Entry.objects.filter(scheme=after)] == [paid[1]]


def test_nobody_goes_over_twice_and_what_is_taken_back_may_be_done_again(
    desks, scheme, paid
):
    after = renewed(desks, scheme)
    again = replace(NEXT, name="Sekali lagi")
    told = renewing.preview(by=desks.agency, scheme=scheme, plan=again)
    assert (told.people, told.stay) == (0, {"followed": 2})
    assert renewing.take_back(by=desks.agency, scheme=after) == scheme
    assert states(after) == ["withdrawn", "withdrawn"]
    assert not Quota.objects.filter(scheme=after).exists()
    assert states(scheme) == ["paid", "paid"]
    assert states(renewed(desks, scheme)) == ["proposed", "proposed"]


def test_whoever_is_enrolled_late_goes_over_when_the_next_scheme_opens(
    desks, scheme, paid, enrolled
):
    schemes.set_quotas(by=desks.agency, scheme=scheme, people={HERE: 3})
    branch = Institution.objects.get(pk=desks.branch.institution_id)
    schemes.let_join(by=desks.agency, scheme=scheme, institution=branch, today=TODAY)
    after = renewed(desks, scheme)
    enrolled(9003)
    assert not asked.schemes(desks.branch).filter(pk=after.pk).exists()
    assert renewal.late(after) == 1
    renewing.open_next(by=desks.agency, scheme=after)
    assert after.state == "open"
    lines = Entry.objects.filter(scheme=after).values_list("follows__name", flat=True)
    assert sorted(lines) == ["Orang 9001", "Orang 9002", "Orang 9003"]
    assert renewal.late(after) == 0
    assert [one.institution for one in renewal.partners(after)] == [branch]


def test_what_is_open_is_not_taken_back(desks, scheme, paid):
    after = renewed(desks, scheme)
    schemes.open_scheme(by=desks.agency, scheme=after)
    with pytest.raises(ActRefused):
        renewing.take_back(by=desks.agency, scheme=after)


def test_whoever_leaves_before_the_end_does_not_go_on(desks, scheme, paid):
    after = renewed(desks, scheme)
    follower = decisions.replace(
        by=desks.agency,
        entry=paid[0],
        person=person(9005),
        reason="moved",
        ended_on=TODAY,
        today=TODAY,
    )
    assert follower.follows == paid[0]
    assert states(after) == ["proposed", "withdrawn"]


def test_closing_a_scheme_that_is_over_calls_its_people_renewed(desks, scheme, paid):
    after = renewed(desks, scheme)
    Entry.objects.filter(scheme=after, follows=paid[0]).update(follows=None)
    schemes.close_scheme(by=desks.agency, scheme=scheme)
    assert states(scheme) == ["paid", "renewed"]


def test_whoever_went_over_is_covered_in_one_scheme_of_the_two(
    desks, scheme, paid, settings
):
    after = renewed(desks, scheme)
    Entry.objects.filter(scheme=after).update(
        state="paid", first_month=after.from_month
    )

    def covered():
        both = asked.progress_of([scheme, after])
        return [sum(one.covered for one in both[each.pk]) for each in (scheme, after)]

    settings.STORY_DAY = date(2024, 12, 31)
    assert covered() == [2, 0]
    settings.STORY_DAY = date(2025, 1, 1)
    assert covered() == [0, 2]
    Entry.objects.filter(pk=paid[0].pk).update(died_on=date(2024, 8, 1))
    assert apart_in([scheme.pk]) == Apart(over=2)  # each of them once
    assert sum(one.reached for one in asked.progress(scheme)) == 2
    schemes.close_scheme(by=desks.agency, scheme=scheme)
    assert states(scheme) == ["renewed", "renewed"]
    assert covered() == [0, 2]
