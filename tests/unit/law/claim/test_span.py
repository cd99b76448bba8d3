from datetime import date

import pytest

from naungan.law.claim.span import months_later, years_later


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        (date(2025, 3, 10), 3, date(2025, 6, 10)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2025, 12, 1), 0, date(2025, 12, 1)),
    ],
)
def test_a_term_of_months_ends_on_the_same_day_or_the_last_of_the_month(
    day, months, ends
):
    assert months_later(day, months) == ends


def test_a_term_of_years_from_a_leap_day_ends_on_the_last_of_february():
    assert years_later(date(2020, 2, 29), 5) == date(2025, 2, 28)
    assert years_later(date(2020, 2, 29), 4) == date(2024, 2, 29)
