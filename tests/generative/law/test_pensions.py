"""Pensions and savings of invented people: one case, columns and the oracle agree."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, strategies as st
from tests.oracles import law_pensions as oracle

from naungan.law.book import enacted
from naungan.law.columns import pension as columns
from naungan.law.kinds import answer
from naungan.law.old_age.retirement import retirement_of
from naungan.law.reader import reader_of


READER = reader_of(enacted())
FIRST, LAST = date(2015, 7, 1), date(2027, 3, 31)
TURNS = [
    first - timedelta(days=back) for first, _, _ in oracle.BOUNDS[1:] for back in (0, 1)
]

days = st.sampled_from([FIRST, LAST, *TURNS]) | st.dates(FIRST, LAST)
births = st.dates(date(1940, 1, 1), date(2005, 12, 31)) | st.sampled_from(
    [date(1964, 2, 29), date(1968, 2, 29), date(1962, 12, 31), date(1963, 1, 1)]
)
kinds = st.sampled_from(["disability", "widow", "child", "parent"])
means = st.integers(0, 60_000_000) | st.integers(0, 10**12)
months = st.integers(0, 600)
percents = st.integers(0, 1500).map(lambda hundredths: f"{hundredths / 100:.2f}")


def paid(kind, day, count, mean):
    stated = {"programme": "JP", "pension": kind, "event_date": day}
    found = answer(
        "benefit", stated | {"contribution_months": count, "average_wage": mean}
    )
    return found.results["monthly"]


@given(births)
def test_people_retire_on_the_day_that_the_oracle_walks_to(birth):
    assert retirement_of(birth, READER).reached_on == oracle.retires_on(birth)


@given(births)
def test_whoever_is_born_later_never_retires_earlier(birth):
    later = retirement_of(birth + timedelta(days=1), READER)
    assert later.reached_on >= retirement_of(birth, READER).reached_on


@given(kinds, days, months, means)
def test_a_pension_is_the_one_of_the_oracle(kind, day, count, mean):
    expected = oracle.pension(kind, day, oracle.deemed(count), mean)
    assert paid(kind, day, count, mean) == expected


@given(days, st.integers(180, 600), means)
def test_an_old_age_pension_is_the_one_of_the_oracle(day, count, mean):
    expected = oracle.pension("old_age", day, count, mean)
    assert paid("old_age", day, count, mean) == expected


@given(kinds, days, months, means, st.integers(1, 10**7))
def test_a_higher_mean_never_pays_less(kind, day, count, mean, more):
    assert paid(kind, day, count, mean) <= paid(kind, day, count, mean + more)


@given(kinds, days, months, means)
def test_a_month_more_never_pays_less(kind, day, count, mean):
    assert paid(kind, day, count, mean) <= paid(kind, day, count + 1, mean)


@given(kinds, days, months, means)
def test_a_pension_stays_within_the_bounds_of_its_day(kind, day, count, mean):
    low, high = oracle.bounds_on(day)
    assert low <= paid(kind, day, count, mean) <= high


@given(st.lists(st.tuples(kinds, days, months), min_size=1, max_size=6), st.data())
def test_columns_pay_what_each_row_alone_would(rules, data):
    plans = [
        columns.plan_of(
            {"pension": kind, "event_date": day, "contribution_months": count}, READER
        )
        for kind, day, count in rules
    ]
    rows = data.draw(
        st.lists(st.tuples(st.integers(0, len(rules) - 1), means), min_size=1)
    )
    key = np.array([place for place, _ in rows], dtype=np.int64)
    amounts = {"average_wage": np.array([mean for _, mean in rows], dtype=np.int64)}
    found = columns.evaluate(plans, key, amounts)["monthly"].tolist()
    assert found == [paid(*rules[place], mean) for place, mean in rows]


@given(days, st.integers(0, 200), st.integers(0, 200))
def test_density_is_the_share_of_the_months_of_membership(day, count, member):
    found = answer(
        "benefit",
        {
            "programme": "JP",
            "pension": "widow",
            "event_date": day,
            "contribution_months": count,
            "membership_months": member,
            "average_wage": 5_000_000,
        },
    ).results
    entitled = count >= 180 or (member >= 12 and oracle.dense(count, member))
    assert (found["monthly"] > 0) == entitled


@st.composite
def careers(draw):
    """Wages of a few years that end before the day of the event."""
    first = draw(st.integers(2015, 2021))
    years = range(first, first + draw(st.integers(1, 4)))
    wages = {year: draw(st.integers(1, 6_000_000)) for year in years}
    return wages, years[-1] + draw(st.integers(1, 2))


@given(careers(), st.lists(percents, min_size=12, max_size=12))
def test_a_mean_wage_is_lifted_like_the_oracle_lifts_it(career, rates):
    wages, event_year = career
    inflation = dict(zip(range(2015, 2027), rates, strict=True))
    spans = {year: range(7 if year == 2015 else 1, 13) for year in wages}
    found = answer(
        "benefit",
        {
            "programme": "JP",
            "pension": "disability",
            "event_date": f"{event_year}-06-15",
            "wages": [
                {"from": f"{y}-{spans[y][0]:02d}", "to": f"{y}-12", "wage": wages[y]}
                for y in wages
            ],
            "inflation": [{"year": y, "rate": f"{inflation[y]}%"} for y in inflation],
        },
    )
    total, count = oracle.indexed_mean(
        {year: [wages[year]] * len(spans[year]) for year in wages},
        inflation,
        event_year,
    )
    mean = next(line for line in found.lines if line.key == "average_wage")
    assert abs(mean.amount_idr - total / count) <= 1
    low, high = oracle.bounds_on(date(event_year, 6, 15))
    exact = total * 15 / count / 100
    assert found.results["monthly"] == oracle.rupiah(min(max(exact, low), high))


@st.composite
def accounts(draw):
    """Deposits of some months, the return of every year, and the day of the event."""
    first = draw(st.integers(2016, 2022))
    deposits = draw(
        st.lists(
            st.tuples(
                st.tuples(st.integers(first, first + 3), st.integers(1, 12)),
                st.integers(1, 10**7),
            ),
            min_size=1,
            max_size=12,
        )
    )
    latest = max(when for when, _ in deposits)
    earliest_day = date(*latest, 1)
    event_on = draw(st.dates(earliest_day, date(2026, 12, 31)))
    rates = {year: draw(percents) for year in range(first, event_on.year + 1)}
    return deposits, rates, event_on


@given(accounts())
def test_an_account_grows_like_the_one_kept_month_by_month(case):
    deposits, rates, event_on = case
    found = answer(
        "benefit",
        {
            "programme": "JHT",
            "event_date": event_on,
            "cause": "death",
            "deposits": [
                {"month": f"{y}-{m:02d}", "amount": amount}
                for (y, m), amount in deposits
            ],
            "returns": [{"year": year, "rate": f"{rates[year]}%"} for year in rates],
        },
    ).results
    next_day = oracle.day_after(event_on)
    last = (next_day.year, next_day.month - 1) if next_day.month > 1 else None
    last = last or (next_day.year - 1, 12)
    expected = oracle.account(deposits, rates, last)
    assert found["balance"] == expected
    assert found["contributions"] + found["returns"] == found["balance"]


def test_the_bounds_of_every_year_follow_from_the_year_before_and_its_inflation():
    for (_, low, high), (first, next_low, next_high) in zip(
        oracle.BOUNDS, oracle.BOUNDS[1:], strict=False
    ):
        percent = oracle.INFLATION[first.year - 1]
        step = 50 if first.year <= 2022 else 100
        assert oracle.next_bound(low, percent, step) == next_low
        assert oracle.next_bound(high, percent, step) == next_high


@pytest.mark.parametrize("day", [first for first, _, _ in oracle.BOUNDS])
def test_the_book_has_the_bounds_of_the_oracle(day):
    for path, place in (("monthly_minimum", 0), ("monthly_maximum", 1)):
        read = READER.at(f"benefits/jp/{path}", day, int)
        assert read.value == oracle.bounds_on(day)[place]
