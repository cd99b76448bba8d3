"""The span of days that a register is about when nobody chose one."""

from datetime import date

from naungan.web.figures.span import asked


MID_JANUARY = date(2025, 1, 15)


def test_in_january_a_register_still_shows_the_work_of_the_year_before():
    found = asked({}, MID_JANUARY)
    assert (found.since, found.until) == (date(2024, 2, 1), MID_JANUARY)


def test_only_a_last_day_asks_for_the_twelve_months_before_it():
    found = asked({"sampai": "2024-06-30"}, MID_JANUARY)
    assert (found.since, found.until) == (date(2023, 7, 1), date(2024, 6, 30))


def test_days_the_wrong_way_round_are_turned():
    found = asked({"dari": "2024-06-30", "sampai": "2024-06-01"}, MID_JANUARY)
    assert (found.since, found.until) == (date(2024, 6, 1), date(2024, 6, 30))
