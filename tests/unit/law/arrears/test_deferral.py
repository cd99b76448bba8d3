"""Deferred pension contributions: two shares, two days, payments to the first."""

from datetime import date

import pytest

from naungan.law.arrears.deferral import deferred_fine, is_deferred
from naungan.law.book import enacted
from naungan.law.fine.late import Part
from naungan.law.reader import reader_of


READER = reader_of(enacted())
OCTOBER = 2020 * 12 + 9  # due on 30 November 2020; the rest by 15 April 2022


def fined(*parts):
    return deferred_fine(OCTOBER, 120_000, parts, READER, None)


@pytest.mark.parametrize(
    ("programme", "month", "could"),
    [
        ("JP", OCTOBER, True),
        ("JP", 2020 * 12 + 6, False),
        ("JP", 2021 * 12 + 1, False),
        ("JHT", OCTOBER, False),
    ],
)
def test_only_pension_months_of_the_pandemic_could_be_put_off(programme, month, could):
    assert is_deferred(programme, month, READER) is could


def test_each_share_is_fined_from_its_own_day():
    # 1,200 x 0.5 % x 18 + 118,800 x 0.5 % x 2
    found = fined(Part(120_000, date(2022, 5, 16)))
    assert found.fine_idr == 108 + 1_188
    assert found.due.on == date(2020, 11, 30)


def test_payments_go_to_the_first_share_and_then_to_the_rest():
    found = fined(Part(1_000, date(2020, 11, 30)), Part(119_000, date(2022, 4, 16)))
    # 200 of the first share 17 months late: 200 x 0.5 % x 17; 118,800 x 0.5 % x 1
    assert found.fine_idr == 17 + 594


def test_both_shares_in_time_cost_nothing():
    found = fined(Part(1_200, date(2020, 11, 30)), Part(118_800, date(2022, 4, 15)))
    assert found.fine_idr == 0
