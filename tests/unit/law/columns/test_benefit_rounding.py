"""The rounding of benefits on a day, also an office's own."""

from datetime import date

import pytest

from naungan.law.book import Book, enacted
from naungan.law.columns.benefit_rounding import rounding_on
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


DAY = date(2026, 6, 1)


def overlaid(folder, value):
    file = folder / "rounding/benefit.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        f"overlay: Kantor\nvalues:\n  - from: 2015-07-01\n    value: {value}\n",
        encoding="utf-8",
    )
    return Reader(Book(overlay=folder))


def test_the_book_rounds_halves_up():
    assert rounding_on(reader_of(enacted()), DAY) == "half_up"


def test_an_office_may_round_down(tmp_path):
    assert rounding_on(overlaid(tmp_path, "down"), DAY) == "down"


def test_an_unknown_rule_is_refused(tmp_path):
    with pytest.raises(LawRefused, match="half_up, up, down"):
        rounding_on(overlaid(tmp_path, "bankers"), DAY)
