"""Numbers are written by the pattern of their book, which goes on with the year."""

from datetime import date

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.correspondence import numbering
from naungan.casework.correspondence.models import AgendaBook


DAY = date(2026, 4, 7)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        (numbering.USUAL, "7/TGR/CABANG/IV/2026"),
        ("{kind}/{number3}/{month}{year}", "TGR/007/042026"),
    ],
)
def test_a_number_is_written_by_its_pattern(pattern, number):
    made = numbering.written(pattern, kind="TGR", office="CABANG", serial=7, on=DAY)
    assert made == number


@pytest.mark.parametrize(
    "pattern", ["{number", "{year}", "{number}/{secret}", "{number}" + "x" * 120]
)
def test_a_pattern_that_cannot_number_is_refused(pattern):
    with pytest.raises(ActRefused):
        numbering.check_pattern(pattern)


@pytest.mark.django_db
def test_a_new_year_begins_at_one_with_the_form_of_the_old(desks):
    here = desks.writer.institution_id
    old = numbering.locked_book(here, "TGR", 2025)
    AgendaBook.objects.filter(pk=old.pk).update(pattern="{number}/LAMA", last=9)
    new = numbering.locked_book(here, "TGR", 2026)
    assert (new.pattern, new.last) == ("{number}/LAMA", 0)
