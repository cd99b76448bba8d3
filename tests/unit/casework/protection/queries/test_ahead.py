"""What a scheme changes in coverage: at most so much, and by the true overlap."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
from datetime import date
from importlib import import_module

from naungan.casework.protection.models import Entry
from naungan.casework.protection.queries import ahead, money, people
from naungan.casework.protection.queries.ahead import Projection
from naungan.casework.protection.states import NEAR_POOR
from naungan.lib.numbers import format_percent, percentage


assert HOME
LAHAT = {"covered": 51_398, "universe": 239_799, "people": 21_600}


def said(share):
    return format_percent(percentage(share.numerator, share.denominator, 2), 2)


def test_lahat_reaches_thirty_percent_if_nobody_was_counted_already():
    told = Projection(**LAHAT, already=None)
    assert said(told.before).startswith("21,43")
    assert said(told.at_most).startswith("30,44")
    assert told.after is None


def test_whoever_was_counted_already_changes_nothing():
    told = Projection(**LAHAT, already=1_600)
    assert told.after is not None
    assert (told.after - told.before) * told.universe == 20_000
    assert told.after < told.at_most
    assert Projection(**LAHAT, already=21_600).after == told.before


def test_the_database_draws_the_line_of_deciles_where_the_pages_do():
    counts = import_module("naungan.casework.protection.migrations.0004_counts")
    assert f"decile > {NEAR_POOR}" in counts.LINE


def test_nobody_goes_on_after_a_reported_death(desks, scheme, enrolled):
    gone, other = enrolled(9001, 9002)
    Entry.objects.filter(scheme=scheme).update(decile=NEAR_POOR + 1)
    Entry.objects.filter(pk=gone.pk).update(died_on=date(2024, 8, 1))
    told = ahead.going_on(scheme)
    assert (told.people, told.ranked, told.could_pay) == (1, 1, 1)
    assert people.able(desks.agency, scheme, limit=9) == [other]
    (ending,) = ahead.cohorts_ending(desks.agency, date(2024, 12, 1))
    assert (ending.people, ending.could_pay) == (1, 1)
    assert money.after_death(scheme) is None  # nothing was billed
