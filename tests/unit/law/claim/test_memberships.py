import pytest

from naungan.law.claim.memberships import head, memberships, summed
from naungan.lib.errors import LawRefused


TWO = [{"name": "PT Satu", "segment": "PU", "wage": 1}, {"segment": "BPU"}]


def test_a_question_without_a_list_is_one_membership(open_claim):
    case = open_claim(segment="PU")
    assert memberships(case) == (case.facts,)


def test_each_membership_has_the_shared_facts_and_its_own(open_claim):
    case = open_claim(memberships=TWO, heirs=True)
    first, second = memberships(case)
    assert first.get("segment", str) == "PU"
    assert second.get("segment", str) == "BPU"
    assert first.get("heirs", bool)
    assert second.get("heirs", bool)
    assert first.where == "memberships ke-1"


def test_what_one_membership_assumes_is_said_by_the_answer(open_claim):
    case = open_claim(memberships=TWO)
    memberships(case)[1].assumed.append("said")
    assert case.facts.assumed == ["said"]


def test_what_belongs_to_a_membership_is_refused_beside_the_list(open_claim):
    with pytest.raises(LawRefused, match="isi di dalam memberships"):
        memberships(open_claim(memberships=TWO, active=True))


def test_more_own_jobs_than_the_law_allows_are_refused_with_the_article(open_claim):
    with pytest.raises(LawRefused, match="paling banyak 2 .PP 44/2015 Pasal 11"):
        memberships(open_claim(memberships=[{"segment": "BPU"}] * 3))


def test_a_head_names_the_employer_or_the_place(open_claim, said):
    case = open_claim(memberships=TWO)
    head(case, 1, 1)
    head(case, 2, 2)
    assert said(case) == ["Dari kepesertaan ke-2"]


def test_amounts_are_added_and_each_is_kept_beside():
    parts = [{"death": 1, "total": 1, "payer": "bpjs"}, {"total": 2, "payer": "none"}]
    results = summed(parts)
    assert (results["death"], results["total"]) == (1, 3)
    assert "payer" not in results
    assert results["memberships"] == parts
