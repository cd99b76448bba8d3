"""What is shown of the law is what the law answers, on any day of any value."""

from datetime import date, timedelta

from hypothesis import given, strategies as st

from naungan.law.book import enacted
from naungan.law.history.statement import ENDS, statement_on, statements
from naungan.law.history.timeline import turns_of


BOOK = enacted()
PATHS = st.sampled_from(BOOK.paths)
DAYS = st.dates(date(2004, 1, 1), date(2046, 12, 31))


def value_of(statement):
    return None if statement is None else statement.entry.value


@given(PATHS, DAYS)
def test_the_statement_of_a_day_has_the_value_of_that_day(path, day):
    parameter = BOOK.parameter(path)
    assert value_of(statement_on(BOOK, parameter, day)) == parameter.at(day)


@given(PATHS)
def test_statements_of_values_do_not_overlap_and_stand_in_order(path):
    held = [
        one for one in statements(BOOK, BOOK.parameter(path)) if one.value is not ENDS
    ]
    for one, following in zip(held, held[1:], strict=False):
        assert one.to_on is not None
        assert one.from_on <= one.to_on < following.from_on


@given(PATHS, DAYS)
def test_following_the_turns_to_a_day_gives_the_value_of_that_day(path, day):
    parameter = BOOK.parameter(path)
    value = None
    for turn in turns_of(BOOK, parameter):
        if turn.on > day:
            break
        assert turn.was == value or turn.after is None
        value = None if turn.after is None else turn.statement.entry.value
    assert value == parameter.at(day)


@given(PATHS)
def test_every_turn_lies_on_a_day_on_which_something_is_said(path):
    parameter = BOOK.parameter(path)
    said = {entry.from_on for entry in parameter.entries} | {
        entry.to_on + timedelta(days=1) for entry in parameter.entries if entry.to_on
    }
    assert {turn.on for turn in turns_of(BOOK, parameter)} <= said
