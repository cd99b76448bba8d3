"""Shares of survivors and the bounds, in either order."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from naungan.law.answer import Draft
from naungan.law.old_age.pension_case import PensionCase
from naungan.law.old_age.pension_share import paid_of
from naungan.law.old_age.survivors import ROOT, Share
from naungan.law.question import read_facts


DAY = date(2026, 6, 1)
ORDER = "benefits/jp/survivor/bounds_on"


def case_of(reader, kind=None):
    share = None
    if kind is not None:
        share = Share(reader.at(f"{ROOT}/{kind}_ratio", DAY, Decimal), {})
    return PensionCase(read_facts({}, ()), reader, Draft(), DAY, share=share)


@pytest.mark.parametrize(
    ("exact", "after", "before"),
    [
        (600_000, 411_400, 300_000),  # half is below the lowest; the whole is not
        (2_000_000, 1_000_000, 1_000_000),
        (6_000_000, 3_000_000, 2_466_150),  # the whole is above the highest
        (100_000, 411_400, 205_700),
    ],
)
def test_the_order_of_share_and_bounds_decides(reader, overlaid, exact, after, before):
    assert paid_of(case_of(reader, "widow"), Fraction(exact)).exact == after
    first = case_of(overlaid(ORDER, "formula"), "widow")
    assert paid_of(first, Fraction(exact)).exact == before


def test_the_member_has_no_share(reader):
    case = case_of(reader)
    assert paid_of(case, Fraction(700_000)).exact == 700_000
    assert [line.key for line in case.draft.lines] == ["bounds"]


def test_the_other_reading_is_noted_only_where_it_differs(reader):
    same, other = case_of(reader, "parent"), case_of(reader, "parent")
    paid_of(same, Fraction(4_000_000))
    paid_of(other, Fraction(1_000_000))
    assert same.draft.notes == []
    assert "Rp200.000 sebulan" in other.draft.notes[0].text()
