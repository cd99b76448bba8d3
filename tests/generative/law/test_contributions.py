"""Contributions invented at random: one case, columns and the oracle agree."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from tests.oracles import law_contributions as oracle

from naungan.law.book import enacted
from naungan.law.columns.contribution import AMOUNTS, SURENESS, evaluate, plan_of
from naungan.law.contributions.fields import FUNDERS, OCCUPATIONS
from naungan.law.contributions.pu import RISK_GROUPS, SCALES
from naungan.law.kinds import answer
from naungan.law.reader import reader_of
from naungan.lib.dates import month_start


FIRST, LAST = enacted().months
EDGES = [
    "2015-07", "2016-02", "2016-03", "2020-07", "2020-08", "2021-01", "2021-02", "2025-01",
    "2025-02", "2025-07", "2025-08", "2026-01", "2026-02", "2026-03", "2026-04", "2026-12",
    "2027-01", "2027-03",
]  # fmt: skip
months = st.sampled_from(EDGES) | st.integers(FIRST, LAST).map(
    lambda index: month_start(index).isoformat()[:7]
)
ordinary = st.integers(0, 40_000_000)
edges = st.sampled_from(
    [1_099_999, 1_100_000, 4_999_999, 5_000_000, 5_000_001, 8_939_701]
)
amounts = ordinary | edges | st.integers(0, 10**15 - 1)
contracts = amounts | st.sampled_from(
    [10**8, 10**8 + 1, 5 * 10**8, 10**9, 5 * 10**9 + 1]
)


@st.composite
def wage_workers(draw):
    """A wage worker about whom little or much is known."""
    stated = {"segment": "PU", "month": draw(months), "wage": draw(amounts)}
    stated["risk_group"] = draw(st.sampled_from(RISK_GROUPS))
    stated["scale"] = draw(st.sampled_from(SCALES))
    for name in ("labour_intensive", "employer_in_arrears"):
        if draw(st.booleans()):
            stated[name] = draw(st.booleans())
    if draw(st.booleans()):
        stated["programmes"] = draw(
            st.sampled_from(["JKK+JKM", "JKK+JKM+JHT", "JHT+JP"])
        )
    return stated


@st.composite
def self_employed(draw):
    programmes = draw(st.sampled_from(["JKK+JKM", "JKK+JKM+JHT", "JHT"]))
    return {
        "segment": "BPU",
        "month": draw(months),
        "income": draw(amounts),
        "programmes": programmes,
        "payer": draw(st.sampled_from(FUNDERS)),
        "occupation": draw(st.sampled_from(OCCUPATIONS)),
    }


@st.composite
def constructors(draw):
    name = draw(st.sampled_from(["wage", "contract_value"]))
    return {"segment": "JAKON", "month": draw(months), name: draw(contracts)}


@st.composite
def migrants(draw):
    month = draw(months.filter(lambda one: one >= "2018-12"))
    months_abroad = draw(st.integers(1, 24))
    return {
        "segment": "PMI",
        "month": month,
        "contract_months": months_abroad,
        "placement": draw(st.sampled_from(["placed", "individual"])),
        "extension_months": draw(st.integers(0, 30)),
    }


anybody = wage_workers() | self_employed() | constructors() | migrants()


def flat(results):
    """Name results as columns do; parts that are 0 say nothing."""
    made = {}
    for name, value in results.items():
        stem = name.lower().replace("+", "_")
        parts = value.items() if isinstance(value, dict) else [(None, value)]
        made |= {stem if part is None else f"{stem}_{part}": one for part, one in parts}
    return {name: value for name, value in made.items() if value}


def judged(stated):
    """Ask the oracle what the parts and totals of a case are."""
    parts = {name: one for name, one in by_segment(stated).items() if one}
    return parts | {name: one for name, one in oracle.totals(parts).items() if one}


def by_segment(stated):
    month = stated["month"]
    if stated["segment"] == "PU":
        programmes = stated.get("programmes", "").split("+")
        if "programmes" not in stated:
            programmes = oracle.enrolled(month, stated["scale"])
        funded = not stated.get("employer_in_arrears")
        relieved = stated.get("labour_intensive", False)
        wage, risk = stated["wage"], stated["risk_group"]
        return oracle.wage_worker(month, wage, risk, programmes, funded, relieved)
    if stated["segment"] == "BPU":
        rest = stated["programmes"].split("+"), stated["payer"], stated["occupation"]
        return oracle.self_employed(month, stated["income"], *rest)
    if stated["segment"] == "JAKON":
        return oracle.construction(
            month, stated.get("contract_value"), stated.get("wage")
        )
    placed, extension = stated["placement"] == "placed", stated["extension_months"]
    return oracle.migrant(month, stated["contract_months"], placed, extension)


def without_programme_totals(found):
    return {name: one for name, one in found.items() if not name.endswith("_total")}


@settings(max_examples=300)
@given(anybody)
def test_one_case_is_what_the_oracle_says(stated):
    got = flat(answer("contribution", stated).results)
    assert without_programme_totals(got) == judged(stated)


@settings(max_examples=100)
@given(st.lists(anybody, min_size=1, max_size=12))
def test_columns_are_what_the_cases_say_one_by_one(rows):
    reader = reader_of(enacted())
    plans = [
        plan_of(
            {name: 1 if name in AMOUNTS else one for name, one in row.items()}, reader
        )
        for row in rows
    ]
    stated = {
        name: np.array([row.get(name, 0) for row in rows], dtype=np.int64)
        for name in AMOUNTS
    }
    key = np.arange(len(rows), dtype=np.int64)
    columns = evaluate(plans, key, stated, confidence=True)
    for place, row in enumerate(rows):
        answered = answer("contribution", row)
        got = {name: int(column[place]) for name, column in columns.items()}
        assert SURENESS[got.pop("confidence")] == answered.confidence
        assert {name: one for name, one in got.items() if one} == flat(answered.results)


@given(anybody, st.integers(1, 10**9))
def test_more_wage_never_costs_anybody_less(stated, more):
    name = next((one for one in AMOUNTS if one in stated), None)
    if name is None:
        return
    higher = min(stated[name] + more, 10**15 - 1)
    below = flat(answer("contribution", stated).results)
    above = flat(answer("contribution", {**stated, name: higher}).results)
    assert all(
        above.get(part, 0) >= one for part, one in below.items() if part != "jkk_kept"
    )


@given(anybody)
def test_the_parts_add_up_to_what_each_pays_and_to_the_whole(stated):
    results = answer("contribution", stated).results
    payers = {name: one for name, one in results.items() if isinstance(one, int)}
    whole = payers.pop("total")
    assert sum(payers.values()) == whole
    for payer, amount in payers.items():
        parts = [one.get(payer, 0) for one in results.values() if isinstance(one, dict)]
        assert sum(parts) == amount


@given(st.lists(wage_workers(), min_size=1, max_size=6), months)
def test_a_bill_is_the_sum_of_its_workers(workers, month):
    said = ("wage", "risk_group", "programmes")
    stated = [
        {key: one for key, one in worker.items() if key in said} for worker in workers
    ]
    billed = answer("bill", {"month": month, "workers": stated}).results
    alone = [
        flat(answer("contribution", {"segment": "PU", "month": month, **one}).results)
        for one in stated
    ]
    for name, amount in flat(billed).items():
        if name not in ("count", "remitted", "due_on"):
            assert amount == sum(one.get(name, 0) for one in alone)


@pytest.mark.parametrize("month", EDGES)
def test_pensions_stop_growing_at_the_ceiling_and_job_loss_at_its_cap(month):
    reader = reader_of(enacted())
    index = int(month[:4]) * 12 + int(month[5:]) - 1
    ceiling = reader.at_month("contributions/jp/wage_ceiling", index, int).value
    at, above = (
        flat(
            answer(
                "contribution", {"segment": "PU", "month": month, "wage": wage}
            ).results
        )
        for wage in (ceiling, ceiling + 1)
    )
    below = flat(
        answer(
            "contribution", {"segment": "PU", "month": month, "wage": ceiling - 1}
        ).results
    )
    for part in ("jp_employer", "jp_worker", "jkp_government"):
        assert above.get(part) == at.get(part)
        assert 0 <= at.get(part, 0) - below.get(part, 0) <= 1


@given(st.sampled_from([10**8, 5 * 10**8, 10**9, 5 * 10**9]), months)
def test_contract_tiers_join_without_a_step(edge, month):
    stated = {"segment": "JAKON", "month": month}
    low, high = (
        answer("contribution", {**stated, "contract_value": value}).results["total"]
        for value in (edge - 1, edge + 1)
    )
    assert 0 <= high - low <= 2
