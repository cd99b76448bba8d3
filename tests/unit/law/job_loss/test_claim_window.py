"""The last day for a claim, and what happens after it."""

from datetime import date

from naungan.law.answer import Draft
from naungan.law.book import enacted
from naungan.law.job_loss.claim_window import FIELDS, window
from naungan.law.question import read_facts
from naungan.law.reader import reader_of


def test_a_late_claim_is_told_by_its_day():
    draft = Draft()
    facts = read_facts({"claimed_on": "2025-12-02"}, FIELDS)
    in_time, last_on = window(facts, reader_of(enacted()), draft, date(2025, 6, 1))
    assert (in_time, last_on) == (False, date(2025, 12, 1))
    assert (
        draft.lines[-1]
        .text()
        .startswith("Diajukan terlambat\n    diajukan 2 Desember 2025")
    )


def test_without_a_claim_the_window_is_open():
    found = window(
        read_facts({}, FIELDS), reader_of(enacted()), Draft(), date(2025, 6, 1)
    )
    assert found == (True, date(2025, 12, 1))
