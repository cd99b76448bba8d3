"""The law is whole: every value is dated and cited, every text cited exists and is used."""

import re

import pytest

from naungan.law.book import enacted
from naungan.law.history.open_points import open_points
from naungan.law.source.entry import CONFIDENCES
from naungan.law.terms import term


@pytest.fixture(scope="module")
def book():
    """Return the law as shipped."""
    return enacted()


@pytest.fixture(scope="module")
def cited(book):
    """Return the id of every instrument that a value, a duty or a step cites."""
    entries = [entry for value in book.parameters() for entry in value.entries]
    for duty in (*book.obligations.values(), *book.steps.values()):
        entries.extend(duty.legal_bases)
    return {citation.instrument for entry in entries for citation in entry.citations}


def test_every_parameter_has_a_unit_a_title_and_a_day_it_was_checked(book):
    for value in book.parameters():
        assert value.unit, value.path
        assert value.title, value.path
        assert value.checked_on, value.path
        assert value.entries, value.path


def test_every_value_says_since_when_by_which_article_and_how_sure(book):
    for value in book.parameters():
        for entry in value.entries:
            assert entry.from_on, value.path
            assert entry.article.strip(), value.path
            assert entry.confidence in CONFIDENCES, value.path


def test_every_instrument_cited_exists(book, cited):
    assert cited <= set(book.instruments)


def test_every_instrument_is_cited_by_a_value_a_duty_or_a_step(book, cited):
    assert not set(book.instruments) - cited


def test_every_instrument_has_a_title_and_a_day_it_came_into_force(book):
    for instrument in book.instruments.values():
        assert instrument.title, instrument.id
        assert instrument.in_force_from, instrument.id


def test_every_path_of_the_law_is_plain_words(book):
    assert all(re.fullmatch(r"[a-z0-9_]+(/[a-z0-9_]+)+", path) for path in book.paths)


CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def has_words(code):
    """Say whether a code is more to readers than itself."""
    known = term(code)
    return (known.text("id"), known.text("en")) != (code, code)


def codes(value):
    """Yield every code that a value shows without words of its own beside it."""
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, dict):
            named = "name" in item
            single = [k for k in item if k.removesuffix("_en") == k]
            yield from (item[k] for k in single if f"{k}_en" not in item and not named)
        else:
            yield item


def test_every_code_in_a_value_has_words_in_both_languages(book):
    bare = {
        f"{value.path}: {code}"
        for value in book.parameters()
        for entry in value.entries
        if entry.value_en is None
        for code in codes(entry.value)
        if isinstance(code, str) and CODE.fullmatch(code) and not has_words(code)
    }
    assert bare == set()


def test_every_column_and_every_base_has_words_in_both_languages(book):
    names = {
        f"{value.path}: {name}"
        for value in book.parameters()
        for name in (*value.columns, *([value.base] if value.base else []))
        if not name.endswith("_en") and not has_words(name)
    }
    assert names == set()


def test_every_sentence_of_a_value_stands_in_english_too(book):
    # Names of legal texts begin with a capital and stay as they are.
    missing = {
        value.path
        for value in book.parameters()
        for entry in value.entries
        if value.unit == "text" and entry.value is not None and not entry.value_en
        if re.match(r"[a-z]+ ", str(entry.value))
    }
    assert missing == set()


def test_every_title_is_said_in_english_and_not_left_as_it_was(book):
    named = (*book.parameters(), *book.obligations.values())
    assert [one.title for one in named if one.title == one.title_en] == []


def test_every_open_point_names_values_that_exist(book):
    assert open_points(book)
    for point in open_points(book):
        assert point.title.text("id") != point.title.text("en")
