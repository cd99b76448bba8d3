"""Arrears against the bill of the same payroll, and what must hold of any payroll."""

from datetime import date

from hypothesis import given, settings, strategies as st

from naungan.law.kinds import answer


unhurried = settings(deadline=None, max_examples=60)
SCALES = ["micro", "small", "medium", "large"]
RISKS = ["very_low", "low", "medium", "high", "very_high"]
FIRST, LAST = 2015 * 12 + 6, 2026 * 12 + 9

wages = st.lists(st.integers(1, 30_000_000), min_size=1, max_size=6)
months = st.integers(FIRST, LAST)


def named(month):
    return f"{month // 12}-{month % 12 + 1:02d}"


def owed(payroll, month, scale, risk, **more):
    question = {
        "on": date(2027, 1, 1),
        "months": named(month),
        "scale": scale,
        "risk_group": risk,
        "workers": [{"wage": wage} for wage in payroll],
        **more,
    }
    return answer("arrears", question).results


@unhurried
@given(wages, months, st.sampled_from(SCALES), st.sampled_from(RISKS))
def test_an_unpaid_month_costs_what_its_bill_says(payroll, month, scale, risk):
    found = owed(payroll, month, scale, risk)
    bill = answer(
        "bill",
        {
            "segment": "PU",
            "month": named(month),
            "scale": scale,
            "risk_group": risk,
            "employer_in_arrears": True,
            "jp_deferred": False,
            "paid_through": named(month - 1),
            "workers": [{"wage": wage} for wage in payroll],
        },
    ).results
    assert found["contribution"] == bill["employer"] + bill.get("worker", 0)
    for programme in ("JKK", "JKM", "JHT", "JP"):
        assert (programme in found) == (programme in bill)
        if programme in bill:
            assert found[programme]["total"] == bill[programme]["total"]


@unhurried
@given(wages, months, st.sampled_from(SCALES), st.integers(0, 10**6))
def test_a_higher_wage_never_owes_less(payroll, month, scale, more):
    low = owed(payroll, month, scale, "low")
    high = owed([wage + more for wage in payroll], month, scale, "low")
    assert low["total"] <= high["total"]


@unhurried
@given(st.integers(1, 30_000_000), st.integers(0, 100), months, st.sampled_from(SCALES))
def test_what_was_reported_and_what_was_hidden_make_the_whole(
    wage, percent, month, scale
):
    reported = wage * percent // 100
    whole = owed([wage], month, scale, "low")["contribution"]
    paid = owed([reported], month, scale, "low")["contribution"]
    hidden = answer(
        "arrears",
        {
            "on": date(2027, 1, 1),
            "months": named(month),
            "scale": scale,
            "risk_group": "low",
            "wage": wage,
            "number_of_workers": 1,
            "reported_wage": reported,
            "cause": "underreported_wages",
        },
    ).results["contribution"]
    assert paid + hidden == whole


@unhurried
@given(wages, st.integers(FIRST, LAST - 1), st.sampled_from(SCALES))
def test_two_months_owe_the_sum_of_each(payroll, month, scale):
    # Reliefs ask what was paid before; said once, it is the same for all three.
    paid = {"paid_through": named(LAST)}
    one, other = (
        owed(payroll, each, scale, "high", **paid) for each in (month, month + 1)
    )
    run = f"{named(month)}..{named(month + 1)}"
    both = owed(payroll, month, scale, "high", months=run, **paid)
    assert both["total"] == one["total"] + other["total"]


@unhurried
@given(wages, st.integers(1, 12), st.integers(0, 10**7))
def test_a_plan_always_ends_with_nothing_owed(payroll, count, extra):
    payroll = [wage + extra for wage in payroll]
    question = {
        "on": date(2026, 11, 21),
        "months": "2026-06..2026-10",
        "scale": "large",
        "workers": [{"wage": wage} for wage in payroll],
        "instalments": count,
    }
    found = answer("arrears", question).results
    plan = found["plan"]
    left = [one["left"] for one in plan["instalments"]]
    assert left[-1:] == ([0] if found["total"] else [])
    assert plan["total"] == sum(one["amount"] for one in plan["instalments"])
    assert plan["total"] >= found["total"]
    assert len(plan["instalments"]) <= count
