"""Benefits that the employer owes: the whole, or what the hidden wage would add."""

import pytest

from naungan.law.answer import Draft
from naungan.law.arrears.fields import FIELDS
from naungan.law.arrears.shortfall import shortfalls, write
from naungan.law.book import enacted
from naungan.law.question import read_facts
from naungan.law.reader import reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
DEATH = {
    "programme": "JKK",
    "segment": "PU",
    "event_date": "2024-05-01",
    "outcome": "death",
    "wage": 4_000_000,
}


def owed(**event):
    facts = read_facts({"events": [{**DEATH, **event}]}, FIELDS)
    (found,) = shortfalls(facts, READER)
    return found


def test_the_whole_benefit_is_owed_for_who_was_not_registered():
    found = owed()
    # 60 % x 80 x 4,000,000 + 12,000,000 + 10,000,000
    assert (found.lack, found.owed_idr) == ("not_registered", 214_000_000)
    assert found.words.text() == "seluruh manfaat Rp214.000.000"
    assert found.used[0].path == "benefits/arrears/unregistered_rule"


def test_the_difference_is_owed_for_a_wage_reported_too_low():
    found = owed(reported_wage=1_500_000)
    # 48 wages of 2,500,000
    assert (found.lack, found.owed_idr) == ("underreported_wage", 120_000_000)
    assert found.used[0].path == "benefits/arrears/underreported_rule"
    assert found.words.text("en") == (
        "Rp214.000.000 on the true wage − Rp94.000.000 on the reported wage"
    )


def test_a_wage_reported_truly_leaves_nothing():
    assert owed(reported_wage=4_000_000).owed_idr == 0


def test_a_missing_programme_is_owed_whole():
    assert owed(lack="missing_programme").owed_idr == 214_000_000


def test_every_event_has_a_line_and_the_sum_is_theirs():
    draft = Draft()
    assert write([owed(), owed(reported_wage=1_500_000)], draft) == 334_000_000
    assert [one.key for one in draft.lines] == ["shortfall.1", "shortfall.2"]


def test_a_hidden_wage_without_what_was_reported_is_refused():
    with pytest.raises(LawRefused, match="reported_wage belum diisi"):
        owed(lack="underreported_wage")


def test_a_reported_wage_of_who_was_not_registered_is_refused():
    with pytest.raises(LawRefused, match="reported_wage tidak dipakai untuk"):
        owed(lack="not_registered", reported_wage=1)


def test_a_benefit_without_one_sum_is_refused():
    pension = {
        "programme": "JP",
        "event_date": "2026-01-01",
        "contribution_months": 180,
        "average_wage": 5_000_000,
    }
    facts = read_facts({"events": [pension]}, FIELDS)
    with pytest.raises(LawRefused, match="tidak menghasilkan jumlah"):
        shortfalls(facts, READER)
