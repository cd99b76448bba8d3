"""Late fines of any month, amount and day: oracle, columns, and what must hold."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from tests.oracles import law_fines as oracle

from naungan.law.book import enacted
from naungan.law.columns import fine as columns
from naungan.law.due import due_day
from naungan.law.fine.late import Part, late_fine
from naungan.law.kinds import answer
from naungan.law.reader import reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
unhurried = settings(deadline=None)  # a first reading of the law takes its time
FIRST, LAST = 2015 * 12 + 6, 2027 * 12 + 2

months = st.integers(FIRST, LAST)
amounts = st.integers(0, 10**12)
programmes = st.sampled_from(["JKK", "JKM", "JHT", "JP"])
ahead = st.integers(-40, 1500)


def first_of(month):
    return date(month // 12, month % 12 + 1, 1)


def fined(programme, month, amount, paid_on, **more):
    found = late_fine("PU", programme, month, [Part(amount, paid_on)], READER, **more)
    return found.fine_idr


@unhurried
@given(programmes, months, amounts, ahead, st.booleans())
def test_the_fine_is_the_one_that_the_oracle_walks_to(
    programme, month, amount, days, labour
):
    due = due_day("PU", programme, month, READER)
    year, number = month // 12, month % 12 + 1
    assert due.on == oracle.due_on("PU", programme, year, number)
    paid_on = due.on + timedelta(days=days)
    expected = oracle.fine("PU", programme, year, number, amount, paid_on, labour)
    assert fined(programme, month, amount, paid_on, labour_intensive=labour) == expected


@unhurried
@given(st.sampled_from(["JKK", "JKM", "JHT"]), months)
def test_the_self_employed_fall_due_where_the_oracle_says(programme, month):
    due = due_day("BPU", programme, month, READER)
    assert due.on == oracle.due_on("BPU", programme, month // 12, month % 12 + 1)


@unhurried
@given(programmes, months, amounts, ahead, st.integers(0, 400))
def test_a_fine_grows_with_the_days(programme, month, amount, days, more):
    due = due_day("PU", programme, month, READER).on
    earlier = fined(programme, month, amount, due + timedelta(days=days))
    later = fined(programme, month, amount, due + timedelta(days=days + more))
    assert earlier <= later


@unhurried
@given(programmes, months, amounts, st.integers(-400, 0))
def test_what_is_paid_by_the_due_day_costs_nothing(programme, month, amount, days):
    due = due_day("PU", programme, month, READER).on
    assert fined(programme, month, amount, due + timedelta(days=days)) == 0


@unhurried
@given(programmes, months, amounts, amounts, ahead)
def test_two_parts_paid_together_cost_what_the_whole_costs(
    programme, month, one, other, days
):
    paid_on = due_day("PU", programme, month, READER).on + timedelta(days=days)
    parts = [Part(one, paid_on), Part(other, paid_on)]
    together = late_fine("PU", programme, month, parts, READER).fine_idr
    assert together == fined(programme, month, one + other, paid_on)


@unhurried
@given(programmes, months, amounts, st.integers(0, 10**6), ahead)
def test_a_larger_contribution_never_costs_less(programme, month, amount, more, days):
    paid_on = due_day("PU", programme, month, READER).on + timedelta(days=days)
    small = fined(programme, month, amount, paid_on)
    assert small <= fined(programme, month, amount + more, paid_on)


@unhurried
@given(months, st.integers(0, 2000), st.integers(0, 2000))
def test_a_handover_never_adds_to_the_fine(month, days, stop):
    due = due_day("PU", "JKK", month, READER).on
    paid_on = due + timedelta(days=days)
    handed = max(due + timedelta(days=stop), date(2022, 8, 31))
    stopped = fined("JKK", month, 10**6, paid_on, handed_over_on=handed)
    assert stopped <= fined("JKK", month, 10**6, paid_on)


rows = st.lists(
    st.tuples(
        st.sampled_from(["PU", "BPU"]),
        st.sampled_from(["JKK", "JKM", "JHT"]),
        months,
        amounts,
        ahead,
        st.booleans(),
    ),
    min_size=1,
    max_size=20,
)


@unhurried
@given(rows)
def test_columns_give_every_row_what_a_question_gives_it(stated):
    plans, key, paid = [], [], []
    for place, (segment, programme, month, _, days, labour) in enumerate(stated):
        question = {
            "segment": segment,
            "programme": programme,
            "month": first_of(month),
            "labour_intensive": labour,
        }
        plans.append(columns.plan_of(question, READER))
        key.append(place)
        due = due_day(segment, programme, month, READER).on
        paid.append(due + timedelta(days=days))
    found = columns.evaluate(
        plans,
        np.array(key),
        {
            "amount": np.array([row[3] for row in stated], dtype=np.int64),
            "paid_on": np.array([columns.day_number(day) for day in paid]),
        },
        confidence=True,
    )
    for place, (segment, programme, month, amount, _, labour) in enumerate(stated):
        alone = answer(
            "fine",
            {
                "segment": segment,
                "programme": programme,
                "month": first_of(month),
                "amount": amount,
                "paid_on": paid[place],
                "labour_intensive": labour,
            },
        )
        results = alone.results
        assert found["fine"][place] == results["fine"]
        assert found["months_late"][place] == results["months_late"]
        assert found["total"][place] == results["total"]
        assert found["due_on"][place] == columns.day_number(results["due_on"])
        sureness = columns.SURENESS[found["confidence"][place]]
        assert sureness == alone.confidence


@unhurried
@given(
    st.integers(2022 * 12, 2026 * 12 + 9),
    st.integers(1, 6),
    st.integers(1, 50),
    st.integers(0, 40_000_000),
    st.sampled_from(["micro", "small", "medium", "large"]),
    st.integers(1, 400),
)
def test_arrears_are_the_sum_that_the_oracle_adds_up(
    first, length, workers, wage, scale, days
):
    unpaid = [one for one in range(first, first + length) if one <= 2026 * 12 + 9]
    # The ceiling of JP moves in March; the oracle is given that of each single month.
    on = due_day("PU", "JKK", unpaid[-1], READER).on + timedelta(days=days)
    found = answer(
        "arrears",
        {
            "on": on,
            "months": [f"{one // 12}-{one % 12 + 1:02d}" for one in unpaid],
            "number_of_workers": workers,
            "wage": wage,
            "risk_group": "medium",
            "scale": scale,
        },
    ).results
    contribution = fines = 0
    for month in unpaid:
        ceiling = READER.at_month("contributions/jp/wage_ceiling", month, int).value
        each = (month // 12, month % 12 + 1)
        more = oracle.arrears(on, [each], workers, wage, "0.89", scale, ceiling)
        contribution, fines = contribution + more[0], fines + more[1]
    assert (found["contribution"], found["fine"]) == (contribution, fines)
    assert found["total"] == contribution + fines
    assert found["total"] == sum(one["left"] for one in found["months"].values())


@unhurried
@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60_000)), max_size=4))
def test_payments_are_booked_to_the_last_rupiah(payments):
    question = {
        "on": date(2026, 11, 21),
        "months": ["2026-06..2026-10"],
        "number_of_workers": 10,
        "wage": 5_000_000,
        "scale": "micro",
        "payments": [
            {"paid_on": date(2026, 8, 1) + timedelta(days=days), "amount": amount}
            for days, amount in payments
        ],
    }
    paid = sum(amount for _, amount in payments)
    found = answer("arrears", question).results
    assert found["paid"] == paid
    assert found["total"] == found["contribution"] + found["fine"] - paid


def test_a_billion_billion_stays_exact_in_columns():
    plan = columns.plan_of({"programme": "JHT", "month": first_of(2016 * 12)}, READER)
    paid_on = plan.due_on + 3653
    most = 10**15 - 1
    found = columns.evaluate(
        [plan],
        np.array([0]),
        {"amount": np.array([most]), "paid_on": np.array([paid_on])},
    )
    months = int(found["months_late"][0])
    assert int(found["fine"][0]) == (most * months * 2 + 50) // 100


@pytest.mark.parametrize("name", ["payments", "deferred", "second_warning_ended_on"])
def test_what_has_no_columns_is_refused(name):
    stated = {
        "payments": [{"amount": 1, "paid_on": date(2024, 1, 1)}],
        "deferred": True,
        "second_warning_ended_on": date(2024, 1, 1),
    }[name]
    question = {"programme": "JP", "month": first_of(2024 * 12), name: stated}
    with pytest.raises(LawRefused, match="tanpa bentuk kolom"):
        columns.plan_of(question, READER)
