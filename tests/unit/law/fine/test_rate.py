"""Which rate of late fine governs: programme, pandemic, labour-intensive relief."""

from datetime import date
from decimal import Decimal

import pytest

from naungan.law.book import enacted
from naungan.law.fine.rate import deferred_rate, rate
from naungan.law.reader import reader_of
from naungan.lib.dates import month_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
LONG_AFTER = date(2027, 1, 1)


def at(text):
    return month_of(date.fromisoformat(f"{text}-01"))


@pytest.mark.parametrize("programme", ["JKK", "JKM", "JHT", "JP"])
@pytest.mark.parametrize(
    ("month", "share"),
    [
        ("2015-07", "0.02"),
        ("2020-07", "0.02"),
        ("2020-08", "0.005"),
        ("2021-01", "0.005"),
        ("2021-02", "0.02"),
        ("2026-10", "0.02"),
    ],
)
def test_every_programme_costs_two_percent_but_half_in_the_pandemic(
    programme, month, share
):
    found = rate("PU", programme, at(month), LONG_AFTER, READER)
    assert found.monthly == Decimal(share)


def test_the_self_employed_are_not_fined():
    assert rate("BPU", "JKK", at("2026-10"), LONG_AFTER, READER).monthly == 0


@pytest.mark.parametrize(
    ("programme", "month", "paid_on", "share"),
    [
        ("JKK", "2025-01", "2025-06-01", "0.02"),
        ("JKK", "2025-02", "2025-06-01", "0.005"),
        ("JKK", "2026-01", "2026-06-30", "0.005"),
        ("JKK", "2026-01", "2026-07-01", "0.02"),
        ("JKK", "2026-02", "2026-06-30", "0.02"),
        ("JHT", "2025-02", "2025-06-01", "0.02"),
    ],
)
def test_labour_intensive_firms_pay_the_lower_fine_on_jkk_until_the_last_day(
    programme, month, paid_on, share
):
    found = rate(
        "PU",
        programme,
        at(month),
        date.fromisoformat(paid_on),
        READER,
        labour_intensive=True,
    )
    assert found.monthly == Decimal(share)


def test_the_last_day_of_the_relief_is_cited_with_the_rate():
    found = rate(
        "PU", "JKK", at("2025-08"), date(2026, 7, 1), READER, labour_intensive=True
    )
    assert [one.path for one in found.used] == [
        "fines/late/jkk",
        "fines/late/labour_intensive/settle_by",
    ]


def test_the_rate_on_deferred_pensions_is_marked_as_unseen():
    found = deferred_rate(at("2020-10"), READER)
    assert found.monthly == Decimal("0.005")
    assert found.used[0].confidence == "MEMORY"


def test_a_segment_without_a_recorded_fine_is_refused():
    with pytest.raises(LawRefused, match="segmen NON_ASN tidak ada"):
        rate("NON_ASN", "JKK", at("2026-10"), LONG_AFTER, READER)
