"""How arithmetic is written: alike months together, many groups summed up."""

import pytest

from naungan.law.arrears.account import Settled
from naungan.law.arrears.arithmetic import (
    late_words,
    less_paid_words,
    levy_words,
    settled_words,
)
from naungan.law.arrears.payroll import Levy


def levy(month, *terms):
    total = sum(count * amount for count, amount in terms)
    return Levy("JKK", month, {"employer": total}, terms, ())


def test_months_that_cost_the_same_are_written_together():
    said = levy_words(
        [levy(1, (12, 8_400)), levy(2, (12, 8_400)), levy(3, (11, 8_400))]
    )
    assert said.text() == "2 bulan × (12 × Rp8.400) + 1 bulan × (11 × Rp8.400)"


def test_a_few_groups_are_written_out_and_many_summed_up():
    few = levy_words([levy(1, (2, 100), (3, 200))])
    assert few.text("en") == "1 month × (2 × Rp100 + 3 × Rp200)"
    many = levy_words([levy(1, *[(2, 100)] * 5)])
    assert many.text() == "1 bulan × (Rp1.000 untuk 10 pekerja)"


@pytest.mark.parametrize(
    ("months", "indonesian", "english"),
    [
        (0, "belum terlambat", "not late yet"),
        (1, "terlambat 1 bulan", "1 month late"),
        (5, "terlambat 5 bulan", "5 months late"),
    ],
)
def test_how_late_a_month_is_is_said(months, indonesian, english):
    assert late_words(months).text() == indonesian
    assert late_words(months).text("en") == english


def test_payments_are_subtracted_where_there_are_any():
    assert less_paid_words(0).text() == ""
    assert less_paid_words(500).text() == " − dibayar Rp500"


def test_what_a_payment_went_to_is_said():
    assert settled_words(Settled(100, 2, 0)).text() == "iuran Rp100, denda Rp2"
