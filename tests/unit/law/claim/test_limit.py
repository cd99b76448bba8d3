import pytest

from naungan.law.claim.limit import claim_by
from naungan.lib.errors import LawRefused


PATH = "jkk/claim_years"


def notes(case):
    return [one.text() for one in case.draft.notes]


def test_the_last_day_is_said_and_given(open_claim, said):
    case = open_claim("JKK", event_date="2024-05-01")
    assert claim_by(case, PATH) == {"claim_by": "2029-05-01"}
    assert said(case, "en") == ["To be claimed by 1 May 2029"]


def test_a_claim_on_the_last_day_is_in_time_and_the_next_is_not(open_claim):
    on_time = open_claim("JKK", event_date="2020-02-29", claimed_on="2025-02-28")
    late = open_claim("JKK", event_date="2020-02-29", claimed_on="2025-03-01")
    assert claim_by(on_time, PATH)["lapsed"] is False
    assert claim_by(late, PATH)["lapsed"] is True


def test_a_limit_that_changed_before_it_passed_is_said_to_be_open(open_claim):
    case = open_claim("JKK", event_date="2018-05-12")
    assert claim_by(case, PATH) == {"claim_by": "2020-05-12"}
    assert "Batas waktu klaim diubah" in notes(case)[0]


def test_a_limit_that_passed_before_the_change_is_closed(open_claim):
    case = open_claim("JKK", event_date="2017-05-12")
    assert claim_by(case, PATH) == {"claim_by": "2019-05-12"}
    assert notes(case) == []


def test_where_no_limit_is_recorded_nothing_is_said(open_claim):
    case = open_claim(event_date="2019-05-12")
    assert claim_by(case, "pmi/claim_years") == {}
    assert case.draft.lines == []


def test_a_claim_before_the_event_is_refused(open_claim):
    with pytest.raises(LawRefused, match="claimed_on sebelum kejadian"):
        claim_by(open_claim("JKK", claimed_on="2024-04-30"), PATH)
