"""The retirement day though the age moves, and the last day of deferral."""

from datetime import date

from naungan.law.old_age.retirement import latest_start, retirement_of


def test_the_last_who_retire_at_56_were_born_on_new_years_eve_1962(reader):
    found = retirement_of(date(1962, 12, 31), reader)
    assert (found.reached_on, found.age.value) == (date(2018, 12, 31), 56)
    assert not found.already


def test_one_day_younger_waits_more_than_a_year_longer(reader):
    found = retirement_of(date(1963, 1, 1), reader)
    assert (found.reached_on, found.age.value) == (date(2020, 1, 1), 57)


def test_whoever_was_older_retired_when_the_programme_began(reader):
    found = retirement_of(date(1950, 5, 5), reader)
    assert found.already
    assert found.reached_on == date(2015, 7, 1)


def test_the_last_age_holds_for_everybody_born_later(reader):
    found = retirement_of(date(2004, 2, 29), reader)
    assert (found.reached_on, found.age.value) == (date(2069, 3, 1), 65)


def test_a_pension_may_wait_three_years(reader):
    latest = latest_start(date(2024, 2, 29), reader)
    assert latest.value == date(2027, 3, 1)
    assert latest.used.path == "benefits/jp/defer_max_years"
