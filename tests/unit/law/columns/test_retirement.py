"""Retirement days of a column of birth dates."""

import numpy as np

from naungan.law.book import enacted
from naungan.law.columns.retirement import retirement_days
from naungan.law.reader import reader_of


def test_dates_that_repeat_are_asked_once_and_keep_their_places():
    births = np.array(["1963-01-01", "1962-12-31", "1963-01-01"], dtype="datetime64[D]")
    found = retirement_days(births, reader_of(enacted()))
    assert found.astype(str).tolist() == ["2020-01-01", "2018-12-31", "2020-01-01"]


def test_no_dates_have_no_days():
    births = np.array([], dtype="datetime64[D]")
    assert retirement_days(births, reader_of(enacted())).tolist() == []
