"""The law is whole: every value is dated and cited, every text cited exists and is used."""

import re

import pytest

from naungan.law.book import enacted
from naungan.law.entry import CONFIDENCES


@pytest.fixture(scope="module")
def book():
    """Return the law as shipped."""
    return enacted()


@pytest.fixture(scope="module")
def cited(book):
    """Return the id of every instrument that a value or a duty cites."""
    entries = [entry for value in book.parameters() for entry in value.entries]
    for duty in book.obligations.values():
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


def test_every_instrument_is_cited_by_a_value_or_a_duty(book, cited):
    assert not set(book.instruments) - cited


def test_every_instrument_has_a_title_and_a_day_it_came_into_force(book):
    for instrument in book.instruments.values():
        assert instrument.title, instrument.id
        assert instrument.in_force_from, instrument.id


def test_every_path_of_the_law_is_plain_words(book):
    assert all(re.fullmatch(r"[a-z0-9_]+(/[a-z0-9_]+)+", path) for path in book.paths)
