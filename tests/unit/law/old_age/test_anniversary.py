"""Ages in completed years and whole months, also around leap days."""

from datetime import date

import pytest

from naungan.law.old_age.anniversary import age_reached_on, months_complete_by
from naungan.lib.dates import age_on


@pytest.mark.parametrize(
    ("birth", "years", "day"),
    [
        (date(1968, 11, 21), 56, date(2024, 11, 21)),
        (date(1964, 2, 29), 57, date(2021, 3, 1)),
        (date(1964, 2, 29), 60, date(2024, 2, 29)),
        (date(1969, 12, 31), 55, date(2024, 12, 31)),
    ],
)
def test_an_age_is_reached_on_the_birthday(birth, years, day):
    assert age_reached_on(birth, years) == day


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(1970, 6, 15), date(2024, 6, 14), 53),
        (date(1970, 6, 15), date(2024, 6, 15), 54),
        (date(2000, 2, 29), date(2025, 2, 28), 24),
        (date(2000, 2, 29), date(2025, 3, 1), 25),
    ],
)
def test_an_age_counts_completed_years(birth, day, age):
    assert age_on(birth, day) == age


def test_a_month_has_passed_only_on_its_last_day():
    june = 2024 * 12 + 5
    assert months_complete_by(date(2024, 6, 30)) == june
    assert months_complete_by(date(2024, 6, 29)) == june - 1
    assert months_complete_by(date(2024, 2, 29)) == june - 4
    assert months_complete_by(date(2023, 12, 31)) == june - 6
