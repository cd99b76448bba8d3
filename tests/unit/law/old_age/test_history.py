"""Wages month by month and rates year by year, with gaps but without overlaps."""

from decimal import Decimal

import pytest

from naungan.law.old_age.history import (
    INFLATION,
    WAGES,
    monthly_wages,
    yearly_rates,
)
from naungan.law.question import read_facts
from naungan.lib.errors import LawRefused


def stretch(first, last, wage):
    return {"from": first, "to": last, "wage": wage}


def facts_of(**stated):
    return read_facts(stated, (WAGES, INFLATION))


def test_a_gap_between_stretches_is_a_gap_in_the_months(reader):
    facts = facts_of(
        wages=[stretch("2024-03", "2024-03", 7), stretch("2023-12", "2024-01", 5)]
    )
    december = 2023 * 12 + 11
    assert monthly_wages(facts, reader) == (
        (december, 5),
        (december + 1, 5),
        (december + 3, 7),
    )


def test_no_history_is_no_months(reader):
    assert monthly_wages(facts_of(), reader) == ()


def test_a_month_after_the_recorded_law_is_refused(reader):
    with pytest.raises(LawRefused, match="di luar hukum"):
        monthly_wages(facts_of(wages=[stretch("2027-03", "2027-04", 5)]), reader)


def test_a_rate_is_a_share_or_per_cent():
    rows = [{"year": 2024, "rate": "2.5%"}, {"year": 2025, "rate": "0.01"}]
    rates = yearly_rates(facts_of(inflation=rows), "inflation")
    assert rates == {2024: Decimal("0.025"), 2025: Decimal("0.01")}
