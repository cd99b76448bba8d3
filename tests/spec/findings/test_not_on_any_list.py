"""Current members whom no list of workers knows."""

import pytest
from tests.oracles.tables import MONTH, work_with
from tests.spec.findings.places import person_findings


CODE = "not_on_any_list"
PERSON = {"person_id": 1, "birth_year": 1980}


@pytest.mark.parametrize(
    ("member", "detail"),
    [
        ({"paid_through": MONTH}, "tanpa NPP tidak ada"),
        ({"npp": "N1", "paid_through": MONTH - 4}, "di bawah NPP N1 tidak ada"),
    ],
)
def test_a_current_member_without_any_match_is_found(member, detail):
    work = work_with(persons=[PERSON], member_rows=[{"kpj": "K1", **member}])
    [finding] = person_findings(work, CODE)
    assert finding["kpj"] == "K1"
    assert detail in finding["detail"]


@pytest.mark.parametrize("band", ["linked", "review"])
def test_a_match_of_either_band_is_enough(band):
    link = {"person_id": 1, "member_row": 0, "band": band}
    work = work_with(persons=[PERSON], member_rows=[{"kpj": "K1"}], links=[link])
    assert not person_findings(work, CODE)


@pytest.mark.parametrize("member", [{"status": "inactive"}, {"start_month": MONTH + 1}])
def test_memberships_that_ended_or_begin_later_are_left_out(member):
    work = work_with(persons=[PERSON], member_rows=[{"kpj": "K1", **member}])
    assert not person_findings(work, CODE)


def test_without_lists_nobody_is_missing_from_them():
    assert not person_findings(work_with(member_rows=[{"kpj": "K1"}]), CODE)
