"""Wages capped in their month and lifted by inflation."""

from decimal import Decimal
from fractions import Fraction

import pytest

from naungan.law.old_age.indexed_wage import lift, mean_of
from naungan.lib.errors import LawRefused


WAGES = [(2023 * 12, 4_000_000), (2024 * 12, 5_000_000)]
INFLATION = {2023: Decimal("0.02"), 2024: Decimal("0.05"), 2025: Decimal("0.50")}


def test_each_year_is_lifted_by_the_inflation_of_the_years_before(reader):
    rows = lift(WAGES, INFLATION, 2025, reader)
    assert [row.factor for row in rows] == [Fraction("1.071"), Fraction("1.05")]
    # (4m x 1.071 + 5m x 1.05) / 2
    assert mean_of(rows) == Fraction(4_284_000 + 5_250_000, 2)


def test_an_office_may_lift_by_the_inflation_of_the_year_itself(overlaid):
    reader = overlaid("benefits/jp/indexation_lag", 0)
    rows = lift(WAGES, INFLATION, 2025, reader)
    assert [row.factor for row in rows] == [Fraction("1.575"), Fraction("1.5")]


def test_the_ceiling_of_the_month_caps_the_wage_and_is_cited(reader):
    (row,) = lift(
        [(2025 * 12 + 1, 20_000_000), (2025 * 12 + 2, 10_000_000)], {}, 2025, reader
    )
    assert row.wages_idr == 10_042_300 + 10_000_000
    assert [used.value for used in row.used] == [10_042_300]


def test_missing_inflation_is_refused_by_its_year(reader):
    with pytest.raises(LawRefused, match="tahun 2024"):
        lift(WAGES, {2023: Decimal("0.02")}, 2025, reader)
