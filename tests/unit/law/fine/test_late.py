"""The late fine on a month: parts, rounding, handover."""

from datetime import date
from fractions import Fraction

from naungan.law.book import enacted
from naungan.law.fine.late import Part, late_fine
from naungan.law.reader import reader_of


READER = reader_of(enacted())
JANUARY_2024 = 2024 * 12  # due on 15 February 2024


def fined(*parts, **more):
    return late_fine("PU", "JHT", JANUARY_2024, parts, READER, **more)


def test_a_month_paid_late_costs_two_percent_for_each_month_begun():
    # 570,000 x 2 % x 3 = 34,200
    found = fined(Part(570_000, date(2024, 5, 10)))
    assert (found.months, found.fine_idr) == (3, 34_200)
    assert found.words.text() == "Rp570.000 × 2% × 3 bulan"


def test_each_part_bears_the_delay_until_it_was_paid():
    # 200,000 x 2 % x 1 + 370,000 x 2 % x 3 = 4,000 + 22,200
    found = fined(Part(200_000, date(2024, 3, 1)), Part(370_000, date(2024, 5, 10)))
    assert found.fine_idr == 26_200
    assert found.words.text("en") == (
        "Rp200.000 × 2% × 1 month + Rp370.000 × 2% × 3 months"
    )


def test_a_part_paid_in_time_costs_nothing_and_is_not_in_the_sum():
    found = fined(Part(200_000, date(2024, 2, 15)), Part(370_000, date(2024, 2, 16)))
    assert found.fine_idr == 7_400
    assert found.words.text() == "Rp370.000 × 2% × 1 bulan"


def test_a_month_paid_in_time_says_so():
    found = fined(Part(570_000, date(2024, 2, 15)))
    assert (found.months, found.fine_idr) == (0, 0)
    assert found.words.text() == "tidak terlambat"


def test_the_sum_is_rounded_once_and_the_rule_cited_where_it_bit():
    # 33 x 2 % = 0.66; two such parts make 1.32: one rupiah, not two.
    found = fined(Part(33, date(2024, 2, 16)), Part(33, date(2024, 2, 20)))
    assert sum(one.exact for one in found.parts) == Fraction("1.32")
    assert found.fine_idr == 1
    assert found.used[-1].path == "rounding/fine"


def test_a_handover_stops_the_count_and_is_cited():
    found = fined(Part(570_000, date(2024, 5, 10)), handed_over_on=date(2024, 3, 15))
    assert (found.months, found.fine_idr) == (1, 11_400)
    assert "arrears/accrual_stops_on_handover" in [one.path for one in found.used]


def test_a_handover_after_the_payment_changes_nothing():
    found = fined(Part(570_000, date(2024, 5, 10)), handed_over_on=date(2024, 6, 1))
    assert found.fine_idr == 34_200


def test_no_parts_make_no_fine():
    assert fined().fine_idr == 0
