"""Benefits against a slow judge, and what must hold whatever the case."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from tests.oracles import law_benefits as oracle

from naungan.law.book import enacted
from naungan.law.columns import benefit as columns
from naungan.law.kinds import answer
from naungan.law.reader import reader_of


pytestmark = pytest.mark.generative

DAYS = st.dates(date(2015, 7, 1), date(2027, 3, 31))
EDGES = st.sampled_from(
    [date(2015, 7, 1), date(2019, 12, 1), date(2019, 12, 2), date(2024, 2, 29)]
    + [date(2025, 2, 28), date(2025, 3, 1), date(2027, 3, 31)]
)
EVENTS = DAYS | EDGES
WAGES = st.integers(0, 500_000_000) | st.sampled_from([337_500, 416_666, 416_667])
LEVELS = {"TK": 2, "SD": 6, "SMP": 3, "SMA": 3, "PT": 5}


def asked(**stated):
    """Ask for a benefit and give its results."""
    return answer("benefit", stated).results


def death_at_work(wage, day, **more):
    stated = {"programme": "JKK", "segment": "PU", "outcome": "death", **more}
    return asked(wage=wage, event_date=day, **stated)


@given(WAGES, EVENTS)
def test_a_death_at_work_pays_what_the_judge_says(wage, day):
    got, expected = death_at_work(wage, day), oracle.at_work(wage, day)
    assert got["death"] == expected.death
    assert got["periodic"] == expected.periodic
    assert got["funeral"] == expected.funeral
    assert got["total"] == expected.total == got["bpjs"]


@given(WAGES, st.integers(0, 10_000_000), EVENTS)
def test_a_higher_wage_never_pays_less_and_the_floor_holds(wage, more, day):
    low, high = death_at_work(wage, day), death_at_work(wage + more, day)
    assert low["death"] <= high["death"]
    assert low["death"] >= oracle.SUMS[oracle.regime(day)]["lump"]


@given(st.integers(0, 60_000_000), EVENTS)
def test_the_self_employed_are_paid_on_the_base_of_their_band(income, day):
    stated = {"programme": "JKK", "segment": "BPU", "outcome": "death"}
    got = asked(income=income, event_date=day, **stated)
    assert got["death"] == oracle.at_work(oracle.base_income(income), day).death


@given(EVENTS, st.integers(0, 400))
def test_a_newcomer_is_paid_the_funeral_until_three_months_have_passed(day, before):
    joined = day - timedelta(days=before)
    stated = {"programme": "JKM", "segment": "BPU", "event_date": day}
    got = asked(joined_on=joined, **stated)
    expected = oracle.not_from_work(day, joined)
    assert got["total"] == expected.total
    assert got.get("death", 0) == expected.death


@given(WAGES, st.integers(0, 40), st.integers(0, 45), EVENTS)
@settings(max_examples=50)
def test_incapacity_adds_up_day_by_day(wage, months, days, day):
    stated = {"programme": "JKK", "segment": "PU", "outcome": "recovered", "wage": wage}
    got = asked(event_date=day, stmb_months=months, stmb_days=days, **stated)
    assert got.get("stmb", 0) == oracle.incapacity(wage, months * 30 + days, day)


@given(WAGES, WAGES, st.integers(0, 6), st.sampled_from([None, True, False]), EVENTS)
def test_what_bpjs_and_the_employer_pay_is_the_total(
    wage, reported, arrears, registered, day
):
    more = {"reported_wage": reported, "arrears_months": arrears}
    got = death_at_work(wage, day, registered=registered, **more)
    assert got["bpjs"] + got["employer"] == got["total"]
    assert got["total"] == got["death"] + got["periodic"] + got["funeral"]
    assert got["bpjs"] <= death_at_work(min(wage, reported), day)["total"]


@st.composite
def pupils(draw):
    """Draw a level, a grade within it, a birth date or none."""
    level = draw(st.sampled_from(sorted(LEVELS)))
    grade = draw(st.integers(1, LEVELS[level]))
    born = draw(st.none() | st.dates(date(1995, 1, 1), date(2020, 12, 31)))
    return level, grade, born


@given(
    st.lists(pupils(), min_size=1, max_size=4),
    st.dates(oracle.CHANGE, date(2027, 3, 31)),
)
def test_the_scholarship_follows_the_two_children_who_are_paid_most(children, day):
    stated = [
        {"level": level, "grade": grade, "birth_date": born}
        for level, grade, born in children
    ]
    got = death_at_work(3_000_000, day, children=stated)
    courses = [oracle.schooling(*child, day) for child in children]
    largest = sorted((sum(course.values()) for course in courses), reverse=True)
    assert got["scholarship"] == sum(largest[:2])
    assert got["scholarship"] == sum(got["scholarship_by_year"].values())
    assert got["scholarship"] <= 174_000_000


@given(
    st.lists(pupils(), min_size=1, max_size=1),
    st.dates(oracle.CHANGE, date(2027, 3, 31)),
)
def test_a_child_is_paid_in_the_years_that_the_judge_names(children, day):
    (level, grade, born) = children[0]
    stated = [{"level": level, "grade": grade, "birth_date": born}]
    got = death_at_work(3_000_000, day, children=stated)
    assert got["scholarship_by_year"] == oracle.schooling(level, grade, born, day)


ROWS = st.fixed_dictionaries(
    {
        "programme": st.sampled_from(["JKK", "JKM"]),
        "segment": st.sampled_from(["PU", "BPU", "NON_ASN"]),
        "event_date": EVENTS,
        "arrears_months": st.sampled_from([0, 0, 2, 5]),
        "children_count": st.sampled_from([None, 1, 3]),
        "months": st.integers(0, 60),
        "amount": WAGES,
        "outcome": st.sampled_from(["death", "total_disability"]),
    }
)


def stated_of(row):
    """Turn a drawn row into a question."""
    stated = {
        key: row[key]
        for key in ("programme", "segment", "event_date", "arrears_months")
    }
    stated["children_count"] = row["children_count"]
    stated["contribution_months"] = row["months"]
    if row["programme"] == "JKK":
        amount = "income" if row["segment"] == "BPU" else "wage"
        stated |= {"outcome": row["outcome"], amount: row["amount"]}
    return stated


@given(st.lists(ROWS, min_size=1, max_size=12))
@settings(max_examples=60)
def test_columns_pay_every_row_what_its_question_pays(rows):
    stated = [stated_of(row) for row in rows]
    plans = [columns.plan_of(one, reader_of(enacted())) for one in stated]
    amounts = {
        name: np.array([one.get(name, 0) for one in stated], dtype=np.int64)
        for name in columns.AMOUNTS
    }
    got = columns.evaluate(plans, np.arange(len(rows)), amounts, confidence=True)
    ranks = got.pop("confidence")
    for place, one in enumerate(stated):
        alone = answer("benefit", one)
        assert columns.SURENESS[int(ranks[place])] == alone.confidence, one
        for part, column in got.items():
            assert column.dtype == np.int64
            assert int(column[place]) == (alone.results.get(part) or 0), (part, one)
