"""Months of delay: the due day itself, month ends, leap days, an office's own rule."""

from datetime import date, timedelta

import pytest

from naungan.law.book import Book, enacted
from naungan.law.fine.delay import delay, elapsed
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
FULL_ONLY = """\
overlay: Kantor Cabang Contoh
values:
  - from: 2015-07-01
    value: {rule}
"""


def days(since, until):
    return date.fromisoformat(since), date.fromisoformat(until)


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        ("2024-02-15", "2024-02-01", 0),
        ("2024-02-15", "2024-02-15", 0),
        ("2024-02-15", "2024-02-16", 1),
        ("2024-02-15", "2024-03-15", 1),
        ("2024-02-15", "2024-03-16", 2),
        ("2024-02-15", "2024-05-10", 3),
        ("2023-12-15", "2024-12-15", 12),
        # The 30th of November: February has none, so its last day ends the month.
        ("2020-11-30", "2021-02-28", 3),
        ("2020-11-30", "2021-03-01", 4),
        ("2020-11-30", "2021-03-30", 4),
        # A leap year's February reaches to the 29th.
        ("2024-01-31", "2024-02-29", 1),
        ("2024-01-31", "2024-03-01", 2),
    ],
)
def test_a_begun_month_of_delay_counts_as_a_month(since, until, months):
    assert delay(*days(since, until), READER).months == months


def test_the_rule_on_begun_months_is_cited_only_where_it_decided():
    assert delay(*days("2024-02-15", "2024-03-15"), READER).used == ()
    (used,) = delay(*days("2024-02-15", "2024-03-16"), READER).used
    assert used.path == "fines/late/part_of_month"
    assert used.confidence == "MEMORY"


def test_a_delay_says_its_days():
    said = delay(*days("2024-02-15", "2024-05-10"), READER).words
    assert said.text() == "sejak 15 Februari 2024 sampai 10 Mei 2024: 3 bulan"
    in_time = delay(*days("2024-02-15", "2024-02-15"), READER).words
    assert in_time.text("en") == "paid on 15 February 2024, in time"


def overlaid(tmp_path, rule):
    folder = tmp_path / "overlay"
    path = folder / "fines" / "late" / "part_of_month.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(FULL_ONLY.format(rule=rule), encoding="utf-8")
    return Reader(Book(overlay=folder))


def test_an_office_may_count_full_months_only_and_that_is_visible(tmp_path):
    found = delay(
        *days("2024-02-15", "2024-05-10"), overlaid(tmp_path, "full_months_only")
    )
    assert found.months == 2
    assert found.used[0].overlaid_by == "Kantor Cabang Contoh"


def test_an_unknown_rule_on_begun_months_is_refused(tmp_path):
    with pytest.raises(LawRefused, match="pilih: counts_as_month, full_months_only"):
        delay(*days("2024-02-15", "2024-05-10"), overlaid(tmp_path, "guessed"))


def test_months_follow_each_other_without_gap_or_overlap():
    since = date(2023, 11, 30)
    last = 0
    for ahead in range(1, 800):
        full, begun = elapsed(since, since + timedelta(days=ahead))
        assert full + begun in (last, last + 1)
        last = full + begun
