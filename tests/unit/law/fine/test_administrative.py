"""The administrative fine: from the end of the second warning, by its own rate."""

import pytest

from naungan.law.book import Book
from naungan.law.kinds import answer
from naungan.lib.errors import LawRefused


FINE = {
    "type": "administrative",
    "amount": "1000000",
    "second_warning_ended_on": "2022-01-10",
    "paid_on": "2022-05-10",
}


def test_it_is_a_thousandth_for_each_month():
    found = answer("fine", FINE)
    assert found.results["fine"] == 4_000
    assert "PP 86/2013 Pasal 10 ayat (4)" in found.text()


def test_it_says_with_what_it_is_paid_and_what_it_is_apart_from():
    found = answer("fine", FINE)
    assert [one.key for one in found.lines] == ["months", "fine", "paid_with"]
    assert "di luar denda keterlambatan" in found.notes[0].text()


def test_paid_by_the_end_of_the_warning_it_is_nothing():
    assert answer("fine", {**FINE, "paid_on": "2022-01-10"}).results["fine"] == 0


def test_an_office_that_collects_it_apart_is_not_contradicted(tmp_path):
    path = tmp_path / "fines" / "administrative" / "paid_with_next_month.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "overlay: Kantor\nvalues:\n  - {from: 2015-07-01, value: false}\n",
        encoding="utf-8",
    )
    found = answer("fine", FINE, Book(overlay=tmp_path))
    assert [one.key for one in found.lines] == ["months", "fine"]


def test_a_contribution_month_has_no_place_in_it():
    with pytest.raises(LawRefused, match="month tidak dipakai untuk denda admin"):
        answer("fine", {**FINE, "month": "2022-01"})


def test_before_the_regulation_there_is_no_rate():
    with pytest.raises(LawRefused, match="Tidak ada nilai"):
        answer("fine", {**FINE, "paid_on": "2013-01-01"})
