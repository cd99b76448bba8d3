"""Due days: the fifteenth, holidays, the pandemic's thirtieth, and what is refused."""

from datetime import date

import pytest

from naungan.law.book import Book, enacted
from naungan.law.due import due_day, newest_overdue, overdue_months
from naungan.law.reader import Reader, reader_of
from naungan.lib.dates import month_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())


def at(text):
    return month_of(date.fromisoformat(f"{text}-01"))


@pytest.mark.parametrize(
    ("segment", "programme", "month", "due"),
    [
        # Thursday, the day after the election of 14 February 2024.
        ("PU", "JHT", "2024-01", "2024-02-15"),
        # 15 June 2025 is a Sunday.
        ("PU", "JKK", "2025-05", "2025-06-16"),
        ("PU", "JP", "2025-05", "2025-06-16"),
        # Lebaran 2018: 15 and 16 June, joint leave 11-14 and 18-20 June.
        ("PU", "JKM", "2018-05", "2018-06-21"),
        # December's contribution falls into the next year.
        ("PU", "JHT", "2025-12", "2026-01-15"),
        # The last month before the pandemic's rule, and its first: 30 September 2020.
        ("PU", "JHT", "2020-07", "2020-08-18"),
        ("PU", "JHT", "2020-08", "2020-09-30"),
        # 31 December 2020 was joint leave; the 30th was worked.
        ("PU", "JKK", "2020-11", "2020-12-30"),
        # 30 January 2021 is a Saturday: the working day before.
        ("PU", "JKK", "2020-12", "2021-01-29"),
        # February has no 30th: its last day, a Sunday, so Friday the 26th.
        ("PU", "JP", "2021-01", "2021-02-26"),
        ("PU", "JP", "2021-02", "2021-03-15"),
        # The self-employed: the same month, unmoved; JHT the month after.
        ("BPU", "JKK", "2026-03", "2026-03-15"),
        ("BPU", "JKM", "2026-02", "2026-02-15"),
        ("BPU", "JHT", "2026-03", "2026-04-15"),
    ],
)
def test_a_contribution_falls_due_on_the_day_of_the_law(segment, programme, month, due):
    found = due_day(segment, programme, at(month), READER)
    assert found.on == date.fromisoformat(due)


def test_a_moved_day_says_from_where_and_cites_the_rule_that_moved_it():
    moved = due_day("PU", "JKK", at("2026-10"), READER)
    assert moved.words.text() == (
        "jatuh tempo 16 November 2026 karena 15 November 2026 bukan hari kerja"
    )
    assert [one.path for one in moved.used] == [
        "contributions/due/pu/day",
        "contributions/due/pu/month_offset",
        "contributions/due/pu/on_holiday",
    ]


def test_an_unmoved_day_does_not_cite_the_holiday_rule():
    still = due_day("PU", "JKK", at("2024-01"), READER)
    assert still.words.text("en") == "due on 15 February 2024"
    assert len(still.used) == 2


def test_the_holiday_rule_of_the_pension_is_marked_as_an_analogy():
    moved = due_day("PU", "JP", at("2026-10"), READER)
    assert moved.used[-1].confidence == "MEMORY"


def test_the_due_day_itself_is_in_time_and_the_day_after_is_overdue():
    months = [at("2026-09"), at("2026-10")]
    on_time = overdue_months("PU", "JKK", months, date(2026, 11, 16), READER)
    late = overdue_months("PU", "JKK", months, date(2026, 11, 17), READER)
    assert on_time == (at("2026-09"),)
    assert late == (at("2026-09"), at("2026-10"))


@pytest.mark.parametrize(
    ("on", "newest"), [("2026-11-16", "2026-09"), ("2026-11-17", "2026-10")]
)
def test_the_newest_overdue_month_is_found_from_a_day(on, newest):
    found = newest_overdue("PU", "JKK", date.fromisoformat(on), READER)
    assert found == at(newest)


def test_an_unknown_rule_on_holidays_is_refused(tmp_path):
    path = tmp_path / "contributions" / "due" / "pu" / "on_holiday.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "overlay: Kantor\nvalues:\n  - {from: 2015-07-01, value: guessed}\n",
        encoding="utf-8",
    )
    reader = Reader(Book(overlay=tmp_path))
    with pytest.raises(LawRefused, match="'guessed' tidak dikenal; pilih: next_work"):
        due_day("PU", "JKK", at("2026-10"), reader)


@pytest.mark.parametrize(
    ("segment", "programme", "month", "reason"),
    [
        ("PU", "JKP", "2026-10", "JKP tidak ditagih tersendiri"),
        ("PMI", "JKK", "2026-10", "segmen PMI tidak ada"),
        ("BPU", "JP", "2026-10", "JP tidak terbuka bagi BPU"),
        ("PU", "JKK", "2015-06", "Bulan Juni 2015 di luar hukum"),
        ("PU", "JKK", "2027-12", "Bulan Desember 2027 di luar hukum"),
    ],
)
def test_what_the_law_has_no_day_for_is_refused(segment, programme, month, reason):
    with pytest.raises(LawRefused, match=reason):
        due_day(segment, programme, at(month), READER)
