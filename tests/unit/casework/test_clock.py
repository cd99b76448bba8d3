"""Which day it is: the calendar's, or that of a story."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from naungan.casework import clock


STORY = date(2025, 1, 15)
LATER = datetime(2026, 11, 22, 8, tzinfo=UTC)
EARLIER = datetime(2024, 7, 3, 8, tzinfo=UTC)


def test_an_office_lives_today():
    assert clock.today() == timezone.localdate()
    assert clock.day_of(EARLIER) == EARLIER.date()


def test_a_story_stands_still_on_its_day(settings):
    settings.STORY_DAY = STORY
    assert clock.today() == STORY


def test_what_is_done_on_a_day_is_stamped_with_that_day_in_the_offices_own_time():
    then = timezone.localtime(clock.stamp(STORY))
    assert then.date() == STORY
    now = clock.stamp(timezone.localdate())
    assert abs(timezone.now() - now).days == 0


def test_what_is_done_later_happened_on_the_day_of_the_story(settings):
    settings.STORY_DAY = STORY
    assert clock.day_of(LATER) == STORY
    assert clock.day_of(EARLIER) == EARLIER.date()


def test_a_day_begins_where_the_office_is_and_not_in_greenwich():
    night = datetime(2024, 7, 2, 20, tzinfo=UTC)
    assert clock.local_day(night) == clock.day_of(night) == date(2024, 7, 3)


def test_pages_show_moments_on_the_days_of_the_story(settings):
    now = timezone.localtime()
    assert clock.shown(now) == now
    settings.STORY_DAY = STORY
    assert (
        clock.shown(now).date() == clock.shown(now - timedelta(days=3)).date() == STORY
    )
    assert clock.shown(now).timetz() == now.timetz()
    assert clock.shown(now + timedelta(days=7)).date() == STORY + timedelta(days=7)
    assert clock.shown(EARLIER) == EARLIER
