"""Joining in time and density: what counts, what is assumed."""

from datetime import date

import pytest

from naungan.law.answer import Draft
from naungan.law.old_age.membership import FIELDS, counted_months
from naungan.law.old_age.survivors import MEMBERSHIP
from naungan.law.question import read_facts


DAY = date(2025, 2, 1)


def counted(reader, paid, draft=None, **stated):
    facts = read_facts(stated, FIELDS)
    return counted_months(facts, reader, draft or Draft(), DAY, paid, MEMBERSHIP)


def test_fifteen_years_ask_for_nothing_else(reader):
    draft = Draft()
    assert counted(reader, 181, draft, membership_months=900) == 181
    assert draft.lines == []


@pytest.mark.parametrize(("member", "paid"), [(12, 10), (15, 12), (100, 80)])
def test_enough_months_count_as_fifteen_years(reader, member, paid):
    assert counted(reader, paid, membership_months=member) == 180


@pytest.mark.parametrize(("member", "paid"), [(11, 11), (12, 9), (100, 79)])
def test_too_short_or_too_thin_counts_as_nothing(reader, member, paid):
    assert counted(reader, paid, membership_months=member) is None


def test_a_density_is_written_without_rounding_up(reader):
    draft = Draft()
    counted(reader, 175, draft, membership_months=219)
    said = draft.lines[1].arithmetic.text("en")
    assert said == "NOT met (175 of 219 months = 79,9%)"
