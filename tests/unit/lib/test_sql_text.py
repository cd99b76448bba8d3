"""Text that DuckDB reads back as what was meant."""

import duckdb
import pytest

from naungan.lib import dates, sql_text


MONTHS = [dates.month_index(1999, 12), dates.month_index(2026, 9)]


def said(expression):
    """Return what DuckDB makes of an expression."""
    [(value,)] = duckdb.sql(f"SELECT {expression}").fetchall()
    return value


def test_an_apostrophe_does_not_end_a_literal():
    assert said(sql_text.literal("Ma'ruf's 'desa'.csv")) == "Ma'ruf's 'desa'.csv"


def test_listed_words_are_found_whole():
    days = sql_text.listed(["Senin", "Jum'at"])
    assert said(f"list_value({days})") == ["Senin", "Jum'at"]


@pytest.mark.parametrize(
    ("code", "other", "expected"),
    [("a", "NULL", "it's"), ("b", "NULL", None), ("b", "code", "b")],
)
def test_a_code_without_word_becomes_what_was_asked(code, other, expected):
    words = sql_text.labelled("code", {"a": "it's"}, other)
    [(value,)] = duckdb.sql(f"SELECT {words} FROM (SELECT '{code}' AS code)").fetchall()
    assert value == expected


@pytest.mark.parametrize("month", MONTHS)
def test_months_are_written_as_the_calendar_writes_them(month):
    assert said(sql_text.month_label(str(month))) == dates.month_label(month)
    assert said(sql_text.month_start(str(month))) == dates.month_start(month)


def test_every_month_of_a_year_has_its_own_name():
    indexes = range(MONTHS[1], MONTHS[1] + 12)
    expected = [dates.month_label(index) for index in indexes]
    assert [said(sql_text.month_label(str(index))) for index in indexes] == expected
