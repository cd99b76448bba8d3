"""Which papers a claim needs: by the law's list of the day, and what practice asks for."""

from dataclasses import replace
from datetime import date

import pytest
from tests.invented_scheme import HERE
from tests.unit.casework.benefits.conftest import SAID, TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.benefits import wanted
from naungan.casework.benefits.actions import papers, reporting
from naungan.casework.benefits.models import Claim


def claim(**given):
    """Give a claim that nobody keeps."""
    usual = {"event": "death_other", "event_on": date(2025, 11, 3), "facts": {}}
    return Claim(**{**usual, **given})


def needed(one, *, children=False):
    return [each.code for each in wanted.wanted(one, children=children) if each.needed]


def test_a_death_needs_what_the_law_lists():
    assert needed(claim()) == [
        "death_certificate",
        "heir_certificate",
        "participant_number",
    ]


def test_a_death_at_work_needs_the_certificates_too():
    found = needed(claim(event="death_work"))
    assert {"doctors_statement", "death_certificate", "heir_certificate"} <= set(found)


def test_before_the_law_had_a_list_practice_decides():
    found = needed(claim(event_on=date(2020, 5, 4)))
    assert {"death_certificate", "heirs_identity_card", "bank_account"} <= set(found)


def test_a_scholarship_s_papers_hold_nothing_back():
    asked = wanted.wanted(claim(), children=True)
    school = next(one for one in asked if one.code == "school_letter")
    assert not school.needed
    assert school.confidence == "SINGLE"


def test_every_paper_of_practice_has_words_a_source_and_a_confidence():
    for code, given in wanted.practice().items():
        assert given["id"], code
        assert given["en"], code
        assert given["source"], code
        assert given["confidence"] in ("VERIFIED", "SINGLE", "MEMORY"), code


@pytest.fixture
def own(desks):
    """A claim that the branch wrote itself."""
    scope.enter(desks.officer)
    said = replace(SAID, name="Orang Rekaan", nik="", village_code=HERE)
    return reporting.report(by=desks.officer, report=said, today=TODAY)


def test_a_paper_is_taken_back_and_another_handed_in(desks, own):
    said = {"by": desks.officer, "claim": own, "received_on": TODAY, "today": TODAY}
    first = papers.hand_in(
        **said, code="death_certificate", file=("akta.csv", b"a,b\n1,2\n")
    )
    assert first.size > 0
    with pytest.raises(ActRefused, match="sudah ada"):
        papers.hand_in(**said, code="death_certificate")
    papers.take_back(by=desks.officer, paper=first, today=TODAY)
    first.refresh_from_db()
    assert (first.sha256, first.voided_at is None) == ("", False)
    again = papers.hand_in(**said, code="death_certificate")
    assert again.pk != first.pk
    with pytest.raises(ActRefused, match="tidak dikenal"):
        papers.hand_in(**said, code="surat_sakti")
