"""Layoffs on any day and at any wage: one case, columns and the oracle agree."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, strategies as st
from tests.oracles import law_pensions as oracle

from naungan.law.book import enacted
from naungan.law.columns import jkp as columns
from naungan.law.kinds import answer
from naungan.law.reader import reader_of


READER = reader_of(enacted())
FIRST, LAST = date(2022, 1, 1), date(2027, 3, 31)  # twelve months of JKP and more
days = st.sampled_from(
    [FIRST, LAST, oracle.NEW_RULE, oracle.NEW_RULE - timedelta(days=1)]
) | st.dates(FIRST, LAST)
wages = st.integers(0, 12_000_000) | st.sampled_from([4_999_999, 5_000_000, 5_000_001])
claims = st.integers(-1, 400)


def laid_off(day, wage, **more):
    stated = {"programme": "JKP", "event_date": day, "wage": wage}
    return answer("benefit", stated | more).results


@given(days, wages)
def test_the_cash_is_the_one_of_the_oracle(day, wage):
    found = laid_off(day, wage)
    expected = oracle.unemployment(day, wage)
    assert list(found["cash"].values()) == expected
    assert found["total"] == sum(expected)
    assert found["claim_by"] == oracle.claim_by(day)


@given(st.dates(date(2021, 2, 2), date(2021, 12, 31)), wages)
def test_nobody_is_paid_before_twelve_months_could_be_paid(day, wage):
    assert laid_off(day, wage)["total"] == 0


@given(days, wages, st.integers(1, 10**6))
def test_a_higher_wage_never_pays_less(day, wage, more):
    assert laid_off(day, wage)["total"] <= laid_off(day, wage + more)["total"]


@given(days, wages)
def test_the_new_rule_pays_at_least_what_the_old_one_paid(day, wage):
    new = laid_off(max(day, oracle.NEW_RULE), wage)["total"]
    old = laid_off(min(day, oracle.NEW_RULE - timedelta(days=1)), wage)["total"]
    assert new >= old


@given(days, wages, st.integers(0, 400))
def test_a_claim_is_paid_until_its_last_day(day, wage, after):
    claimed_on = day + timedelta(days=after)
    found = laid_off(day, wage, claimed_on=claimed_on)
    assert found["due"] == (claimed_on <= oracle.claim_by(day))


@given(days, st.integers(0, 24), st.integers(0, 24))
def test_months_count_by_the_rule_of_the_day(day, recent, consecutive):
    possible = (day.year - 2021) * 12 + day.month - 1
    recent = min(recent, possible)
    found = laid_off(
        day, 5_000_000, recent_months=recent, consecutive_months=consecutive
    )
    in_a_row = 6 if day < oracle.NEW_RULE else 0
    assert found["due"] == (recent >= 12 and consecutive >= in_a_row)


@given(days, st.integers(0, 12), st.booleans())
def test_arrears_decide_who_pays_and_never_how_much(day, arrears, closed):
    found = laid_off(day, 5_000_000, arrears_months=arrears, employer_closed=closed)
    limit = 6 if closed and day >= oracle.NEW_RULE else 3
    assert found["paid_by"] == ("bpjs" if arrears <= limit else "employer")
    assert found["total"] == sum(oracle.unemployment(day, 5_000_000))


@given(st.lists(st.tuples(days, claims), min_size=1, max_size=5), st.data())
def test_columns_pay_what_each_row_alone_would(layoffs, data):
    stated = [
        {"event_date": day, "claimed_on": day + timedelta(days=max(0, after))}
        for day, after in layoffs
    ]
    plans = [columns.plan_of(one, READER) for one in stated]
    rows = data.draw(
        st.lists(st.tuples(st.integers(0, len(plans) - 1), wages), min_size=1)
    )
    key = np.array([place for place, _ in rows], dtype=np.int64)
    amounts = {"wage": np.array([wage for _, wage in rows], dtype=np.int64)}
    found = columns.evaluate(plans, key, amounts)
    for row, (place, wage) in enumerate(rows):
        alone = answer("benefit", {"programme": "JKP", "wage": wage} | stated[place])
        assert found["total"][row] == alone.results["total"]
        for month, amount in alone.results["cash"].items():
            assert found[f"cash_{month}"][row] == amount
