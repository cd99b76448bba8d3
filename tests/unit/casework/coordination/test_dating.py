"""Whatever is known of a day, nothing that is not known is written down."""

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination import dating
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import Event
from naungan.lib.dates import month_of


unhurried = settings(deadline=None, max_examples=80)
YEARS = st.integers(dating.FIRST_YEAR, dating.LAST_YEAR)
DAYS = st.dates(date(dating.FIRST_YEAR, 1, 1), date(dating.LAST_YEAR, 12, 31))
WHOLE = st.builds(lambda on: When(held_on=on), DAYS)
TAKEN = st.builds(lambda on: When(held_on=on, inferred=True, reason="berita"), DAYS)
MONTHS = st.builds(lambda on: When(month=month_of(on)), DAYS)
YEAR = st.builds(lambda year: When(year=year), YEARS)
KNOWN = st.one_of(WHOLE, TAKEN, MONTHS, YEAR, st.just(When()))


@unhurried
@given(KNOWN)
def test_no_day_is_made_up_and_no_word_of_it_is_lost(when):
    dating.check(when)
    columns = when.columns
    assert columns["held_on"] == when.held_on
    assert (columns["held_on"] is None) == (
        columns["certainty"] in ("month", "year", "unknown")
    )
    told = dating.known(Event(**columns))
    if when.held_on is not None:
        assert told.full == when.held_on
    elif when.month is not None:
        assert (told.year * 12 + told.month - 1, told.full) == (when.month, None)
    elif when.year is not None:
        assert (told.year, told.month) == (when.year, None)
    else:
        assert told is None


@unhurried
@given(KNOWN, DAYS)
def test_the_day_of_order_is_never_after_a_day_that_may_be_meant(when, day):
    first = when.first_day
    if when.held_on is not None:
        assert first == when.held_on
    elif when.month is not None:
        assert first <= day or month_of(day) != when.month
    elif when.year is not None:
        assert first <= day or day.year != when.year
    else:
        assert first is None


@unhurried
@given(DAYS, DAYS)
def test_what_contradicts_itself_is_refused(day, other):
    wrong = (
        When(held_on=day, month=month_of(other)),
        When(month=month_of(day), inferred=True, reason="berita"),
        When(held_on=day, inferred=True, reason="  "),
    )
    for when in wrong:
        with pytest.raises(ActRefused):
            dating.check(when)
