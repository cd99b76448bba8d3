"""The judge of one line: pure, so that anything may be asked of it."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, strategies as st

from naungan.casework.protection.checks.catalogue import KINDS
from naungan.casework.protection.checks.judging import (
    Known,
    Person,
    Rules,
    judge,
    verdict,
)
from naungan.casework.protection.policies import POLICIES, standing
from naungan.lib import identity_numbers
from naungan.lib.dates import age_on, month_index


assert HOME
BORN = date(1984, 5, 6)
RULES = Rules(month_index(2024, 7), 18, 65, needs_registry=True, fund="apbd")
PERSON = Person(
    number=1,
    village_code="16.04.10.2003",
    nik=identity_numbers.invented(160410, BORN, "M", 9001),
    nik_written="x",
    name="Orang Rekaan",
    birth_date=BORN,
    sex="M",
    second_job=False,
)
ROW = {
    "person_id": 7,
    "village_code": 1604102003,
    "status": "unregistered",
    "wage_active": False,
    "own_active": False,
    "funder": None,
}
KNOWN = Known(standing=ROW, asked=True)


def codes(person=PERSON, known=KNOWN, rules=RULES):
    return {one.code for one in judge(rules, person, known)}


def membership(**changed):
    return replace(KNOWN, standing={**ROW, **changed})


def test_whoever_nothing_speaks_against_is_valid():
    assert codes() == set()
    assert verdict([], accepted=False) == "valid"


def test_a_wage_earner_is_barred_unless_the_job_is_a_second_one():
    earns = membership(wage_active=True)
    assert codes(known=earns) == {"wage_earner"}
    second = replace(PERSON, second_job=True)
    assert codes(second, earns) == {"two_jobs"}
    assert verdict(judge(RULES, second, earns), accepted=False) == "valid"


def test_another_fund_bars_also_a_second_job():
    second = replace(PERSON, second_job=True)
    twice = replace(KNOWN, others=(("dbh_sawit", "paid", 1),))
    found = judge(RULES, second, twice)
    assert [one.code for one in found] == ["paid_elsewhere"]
    assert found[0].told == {"fund": "dbh_sawit", "months": 1}
    assert verdict(found, accepted=True) == "flagged"


def test_only_the_furthest_of_other_schemes_is_told():
    known = replace(
        KNOWN,
        others=(("add", "listed", 6), ("csr", "decided", 2), ("apbd", "listed", 1)),
    )
    assert codes(known=known) == {"decided_elsewhere"}


def test_who_pays_alone_or_by_another_fund_is_asked_about():
    assert codes(known=membership(own_active=True, funder="self")) == {"pays_alone"}
    assert codes(known=membership(own_active=True, funder="csr")) == {"paid_in_extract"}
    assert codes(known=membership(own_active=True, funder="apbd")) == set()


def test_the_registry_says_who_is_not_there_and_who_lives_elsewhere():
    nobody = replace(KNOWN, standing=None)
    assert codes(known=nobody) == {"not_in_registry"}
    assert codes(known=nobody, rules=replace(RULES, needs_registry=False)) == set()
    assert codes(known=membership(village_code=1604102004)) == {"lives_elsewhere"}


def test_without_a_snapshot_nothing_is_said_of_membership():
    assert codes(known=Known()) == set()


def test_the_dead_are_barred():
    assert codes(known=replace(KNOWN, died="claim")) == {"died"}


@given(
    st.dates(date(1920, 1, 1), date(2020, 12, 31)),
    st.dates(date(2021, 1, 1), date(2030, 12, 31)),
)
def test_age_grows_by_one_on_each_birthday(born, day):
    years = age_on(born, day)
    assert 0 <= (day - born).days - years * 365.25 + 1 < 367.25
    assert age_on(born, day + timedelta(days=366)) >= years + 1


@given(st.dates(date(1920, 1, 1), date(2020, 12, 31)))
def test_an_age_is_either_inside_the_bounds_or_told(born):
    found = codes(replace(PERSON, birth_date=born, nik=None))
    inside = 18 <= age_on(born, date(2024, 7, 1)) < 65
    assert inside == (not found & {"too_young", "too_old"})


@given(st.lists(st.sampled_from(sorted(KINDS))), st.booleans())
def test_accepting_never_lifts_what_stops(given_codes, accepted):
    from naungan.casework.protection.checks.judging import Found

    found = [Found(code, KINDS[code].weight) for code in given_codes]
    stops = any(one.weight == "stop" for one in found)
    asks = any(one.weight == "ask" for one in found)
    flagged = verdict(found, accepted=accepted) == "flagged"
    assert flagged == (stops or (asks and not accepted))


@given(
    st.sampled_from(sorted(POLICIES)), st.integers(0, 10_000), st.integers(0, 10_000)
)
def test_a_quota_is_short_roomy_met_or_over_and_only_a_cap_is_over(
    policy, people, listed
):
    said = standing(policy, people, listed)
    assert (said == "met") == (
        listed == people or (listed > people and policy == "at_least")
    )
    assert (said == "over") == (listed > people and policy != "at_least")
    assert (said in ("short", "room")) == (listed < people)
