import csv
import runpy
from datetime import date, timedelta
from pathlib import Path

import pytest

from naungan.lib import working_days
from naungan.lib.errors import LawRefused


TOOL = Path(__file__).parents[3] / "tools/build_holidays.py"


def test_the_table_is_what_the_committed_tool_builds() -> None:
    built = list(runpy.run_path(str(TOOL))["rows"]())
    with working_days.TABLE.open(encoding="utf-8", newline="") as lines:
        shipped = [tuple(row) for row in csv.reader(lines)]
    assert shipped == [("date", "name", "kind"), *built]


def test_every_year_of_the_table_has_both_kinds_of_days_off() -> None:
    for year in working_days.years():
        kinds = {
            k for day, (_, k) in working_days.holidays().items() if day.year == year
        }
        assert kinds == {"national", "joint_leave"}


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 8, 17), False),  # Independence Day
        (date(2026, 12, 24), False),  # joint leave
        (date(2024, 11, 27), False),  # regional election
    ],
)
def test_weekends_holidays_and_joint_leave_are_not_worked(
    day: date, is_worked: bool
) -> None:
    assert working_days.is_working_day(day) is is_worked


def test_holidays_have_names() -> None:
    name = working_days.holiday_name(date(2026, 12, 24))
    assert name == "Cuti Bersama Hari Raya Natal"
    assert working_days.holiday_name(date(2026, 11, 20)) is None


def test_the_starting_day_is_not_counted() -> None:
    friday = date(2026, 11, 20)
    assert working_days.add_working_days(friday, 1) == date(2026, 11, 23)
    assert working_days.add_working_days(friday, 0) == friday
    assert working_days.add_working_days(friday, 10) == date(2026, 12, 4)


def test_a_term_over_lebaran_skips_the_joint_leave() -> None:
    # 18 to 24 March 2026: joint leave, Nyepi, joint leave, Idul Fitri, joint leave.
    tuesday = date(2026, 3, 17)
    assert working_days.next_working_day(tuesday) == date(2026, 3, 25)
    assert working_days.previous_working_day(date(2026, 3, 25)) == tuesday
    assert working_days.add_working_days(date(2026, 3, 25), -1) == tuesday


def test_a_deadline_on_a_day_off_moves_to_the_next_working_day() -> None:
    assert working_days.working_day_from(date(2026, 11, 21)) == date(2026, 11, 23)
    assert working_days.working_day_from(date(2026, 11, 20)) == date(2026, 11, 20)


@pytest.mark.parametrize("count", [1, 5, 30, 120])
def test_counting_is_the_inverse_of_adding(count: int) -> None:
    start = date(2026, 3, 10)
    end = working_days.add_working_days(start, count)
    assert working_days.working_days_between(start, end) == count


def test_counting_backwards_is_negative() -> None:
    monday, friday = date(2026, 11, 23), date(2026, 11, 20)
    assert working_days.working_days_between(friday, monday) == 1
    assert working_days.working_days_between(monday, friday) == -1
    assert working_days.working_days_between(monday, monday) == 0


def test_outside_the_table_nothing_is_answered() -> None:
    first, last = working_days.years()[0], working_days.years()[-1]
    before, after = date(first, 1, 1) - timedelta(days=1), date(last + 1, 1, 1)
    for day in (before, after):
        with pytest.raises(LawRefused, match="perbarui holidays.csv"):
            working_days.is_working_day(day)
    with pytest.raises(LawRefused):
        working_days.next_working_day(date(last, 12, 31))
    with pytest.raises(LawRefused):
        working_days.working_days_between(before, before)
