"""The law of one month, and the months that nobody has enacted."""

import pytest

from naungan.engine.law_values import refuse_unanswered
from naungan.law.book import enacted
from naungan.lib.errors import LawRefused


def test_a_month_beyond_what_is_enacted_is_refused_with_the_months_that_are():
    first, last = enacted().months
    for month in (first - 1, last + 1, 2090 * 12):
        with pytest.raises(LawRefused, match="Juli 2015 sampai"):
            refuse_unanswered(month)


def test_the_first_and_the_last_enacted_month_are_answered():
    for month in enacted().months:
        refuse_unanswered(month)
