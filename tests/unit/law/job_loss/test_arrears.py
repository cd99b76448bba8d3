"""Who pays JKP of an employer in arrears."""

from datetime import date

import pytest

from naungan.law.answer import Draft
from naungan.law.book import enacted
from naungan.law.job_loss.arrears import FIELDS, who_pays
from naungan.law.question import read_facts
from naungan.law.reader import reader_of


@pytest.mark.parametrize(
    ("day", "arrears", "closed", "payer", "says"),
    [
        (date(2025, 6, 1), 3, False, "bpjs", "at most 3"),
        (date(2025, 6, 1), 4, False, "employer", "more than 3"),
        (date(2025, 6, 1), 6, True, "bpjs", "still paid by BPJS"),
        (date(2025, 6, 1), 7, True, "employer", "more than 6"),
        (date(2025, 1, 1), 6, True, "employer", "more than 3"),
    ],
)
def test_the_payer_and_the_reason(day, arrears, closed, payer, says):
    facts = read_facts({"arrears_months": arrears, "employer_closed": closed}, FIELDS)
    draft = Draft()
    assert who_pays(facts, reader_of(enacted()), draft, day) == payer
    assert says in draft.lines[-1].arithmetic.text("en")


def test_before_the_rule_for_closed_employers_that_is_noted():
    facts = read_facts({"arrears_months": 5, "employer_closed": True}, FIELDS)
    draft = Draft()
    who_pays(facts, reader_of(enacted()), draft, date(2025, 1, 1))
    assert "no rule yet" in draft.notes[0].text("en")
