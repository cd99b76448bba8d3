"""The formula of JP, its bounds, and what they apply to."""

from datetime import date
from fractions import Fraction

import pytest

from naungan.law.answer import Draft
from naungan.law.old_age.pension_amount import bounded, bounds_order, formula
from naungan.lib.errors import LawRefused


DAY = date(2026, 6, 1)


def test_a_year_of_contributions_gives_one_per_cent(reader):
    assert formula(reader, Draft(), DAY, 12, Fraction(5_000_000)) == 50_000


def test_within_its_bounds_a_pension_stays_as_it_is(reader):
    kept = bounded(reader, Draft(), DAY, Fraction(1_000_001, 2))
    assert kept.exact == Fraction(1_000_001, 2)
    assert kept.used == ()


@pytest.mark.parametrize(
    ("exact", "paid", "path"),
    [(1, 411_400, "monthly_minimum"), (10**8, 4_932_300, "monthly_maximum")],
)
def test_a_bound_that_bites_is_cited(reader, exact, paid, path):
    kept = bounded(reader, Draft(), DAY, Fraction(exact))
    assert kept.exact == paid
    assert [used.path for used in kept.used] == [f"benefits/jp/{path}"]


def test_an_unknown_order_of_share_and_bounds_is_refused(overlaid):
    reader = overlaid("benefits/jp/survivor/bounds_on", "whatever")
    with pytest.raises(LawRefused, match="formula, pension_paid"):
        bounds_order(reader, DAY)
