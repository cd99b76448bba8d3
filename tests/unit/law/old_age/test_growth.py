"""How deposits grow by each of the two ways, exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest

from naungan.law.old_age.growth import grow
from naungan.lib.errors import LawRefused


JANUARY = 2024 * 12
SIX = {2023: Decimal("0.06"), 2024: Decimal("0.06"), 2025: Decimal("0.06")}


def test_a_whole_year_earns_the_whole_rate():
    (year,) = grow([(JANUARY, 1_000_000)], SIX, JANUARY + 11, "yearly_simple_monthly")
    assert (year.opening, year.paid, year.returns) == (0, 1_000_000, 60_000)
    assert year.closing == 1_060_000


def test_returns_join_the_balance_when_the_year_ends():
    rows = grow([(JANUARY, 1_000_000)], SIX, JANUARY + 12, "yearly_simple_monthly")
    # 1,060,000 x 6% / 12 for January of the next year
    assert [row.returns for row in rows] == [60_000, 5_300]


def test_a_twelfth_may_join_every_month_instead():
    (year,) = grow([(JANUARY, 1_000_000)], SIX, JANUARY + 1, "monthly_compound")
    # 5,000 after January, then 0.5% of 1,005,000
    assert year.returns == 5_000 + 5_025


def test_the_official_simulation_is_met_to_the_rupiah():
    deposits = [(2019 * 12 + month, 285_000) for month in range(60)]
    rates = {year: Decimal("0.05") for year in range(2019, 2024)}
    rows = grow(deposits, rates, 2024 * 12 - 1, "yearly_simple_monthly")
    assert rows[-1].closing == Fraction(3_512_625) * Fraction("5.52563125")


def test_a_deposit_after_the_last_whole_month_is_kept_and_earns_nothing():
    rows = grow(
        [(JANUARY - 1, 100), (JANUARY, 50)], SIX, JANUARY - 1, "yearly_simple_monthly"
    )
    assert rows[-1].returns == 0
    assert rows[-1].closing == Fraction("100.5") + 50


def test_no_rate_is_asked_for_a_year_that_earns_nothing():
    rows = grow([(JANUARY, 50)], {}, JANUARY - 1, "yearly_simple_monthly")
    assert rows[-1].closing == 50


def test_nothing_grows_from_nothing():
    assert grow([], SIX, JANUARY, "yearly_simple_monthly") == ()


def test_a_missing_rate_is_refused_by_its_year():
    with pytest.raises(LawRefused, match="tahun 2026"):
        grow([(2026 * 12, 1)], SIX, 2026 * 12, "monthly_compound")


def test_an_unknown_way_is_refused_with_those_that_are_known():
    with pytest.raises(LawRefused, match="yearly_simple_monthly, monthly_compound"):
        grow([(JANUARY, 1)], SIX, JANUARY, "daily")
