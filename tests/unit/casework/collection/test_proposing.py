"""The debt that a snapshot proposes: who is counted, for which months."""

from naungan.casework.collection.proposing import MOST_MONTHS, merged
from naungan.casework.collection.statement import Earners


NEWEST = 2026 * 12 + 8
ALL = 1 | 2 | 4 | 8


def row(**changed):
    return {
        "reported_wage": 3_000_000,
        "programmes": ALL,
        "paid_through": NEWEST - 3,
        "start_month": NEWEST - 30,
        "people": 2,
        **changed,
    }


def test_members_alike_are_counted_together_with_the_months_after_the_last_paid():
    found = merged([row(), row(people=3, start_month=None)], NEWEST, 1)
    months = (NEWEST - 2, NEWEST - 1, NEWEST)
    assert found == [Earners(5, 3_000_000, months, ("JKK", "JKM", "JHT", "JP"))]


def test_nothing_is_owed_for_months_before_the_start_or_when_all_is_paid():
    late = row(start_month=NEWEST)
    paid = row(paid_through=NEWEST + 1)
    assert [one.months for one in merged([late, paid], NEWEST, 1)] == [(NEWEST,)]


def test_where_the_extract_is_silent_the_months_of_the_finding_count():
    found = merged([row(paid_through=None)], NEWEST, 4)
    assert found[0].months == tuple(range(NEWEST - 3, NEWEST + 1))


def test_without_a_wage_nobody_can_be_counted():
    assert merged([row(reported_wage=None)], NEWEST, 1) == []


def test_no_more_months_than_a_file_can_tell_are_proposed():
    found = merged([row(paid_through=NEWEST - 100, start_month=None)], NEWEST, 1)
    assert len(found[0].months) == MOST_MONTHS


def test_what_is_not_billed_on_its_own_is_no_programme_of_a_debt():
    found = merged([row(programmes=ALL | 16)], NEWEST, 1)
    assert found[0].programmes == ("JKK", "JKM", "JHT", "JP")
