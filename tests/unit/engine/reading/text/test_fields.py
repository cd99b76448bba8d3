"""One line into fields, and the few repairs that have a single meaning."""

import pytest

from naungan.engine.reading.text.fields import (
    Repaired,
    fitted,
    may_continue,
    repair,
    split_quoted,
)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("a,b", ["a", "b"]),
        ("", [""]),
        ("a,", ["a", ""]),
        ('"a,b",c', ["a,b", "c"]),
        ('"a ""b""",c', ['a "b"', "c"]),
        ('""', [""]),
        ('"","",', ["", "", ""]),
        ('"a', None),
        ('"a"b,c', None),
        ('a"b,c', None),
    ],
)
def test_quotes_are_in_order_or_the_line_is_not_split(text, fields):
    assert split_quoted(text, ",") == fields


def test_blank_fields_beyond_the_width_do_no_harm():
    assert fitted(["a", "b", " ", ""], 2) == ["a", "b"]
    assert fitted(["a", "b", "c"], 2) is None
    assert fitted(["a"], 2) is None
    assert fitted(None, 2) is None


@pytest.mark.parametrize(
    ("text", "following", "fixed"),
    [
        ('"a,b', [], Repaired(["a", "b"])),
        ('"a"x,"b"', [], Repaired(['a"x', "b"])),
        ('a,"b', ["c"], Repaired(["a", '"b'.strip('"')])),
        ('a,"b', ['c"'], Repaired(["a", "b\nc"], joined=1)),
        ('a,"b', ["", 'c"'], Repaired(["a", "b\n\nc"], joined=2)),
        ('a,"b', ["c,d", 'e"'], Repaired(["a", "b"])),
        ("a", [], None),
        ("a,b,c", [], None),
        ('"a', ["b"], None),
        ('a"b"c', [], None),
    ],
)
def test_a_line_is_repaired_only_where_one_reading_is_possible(text, following, fixed):
    assert repair(text, following, ",", 2) == fixed


def test_a_record_does_not_run_on_for_ever():
    following = ["x"] * 30 + ['y"']
    assert repair('a,"b', following, ",", 2) == Repaired(["a", "b"])


def test_only_an_open_quote_in_order_may_continue():
    assert may_continue('a,"b', ",", 2)
    assert not may_continue("a,b", ",", 2)
    assert not may_continue('"a","b"', ",", 2)
    assert not may_continue('a"b,c', ",", 2)
