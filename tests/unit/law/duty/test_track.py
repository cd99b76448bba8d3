from datetime import date

import pytest

from naungan.law.book import enacted
from naungan.law.duty.track import shape
from naungan.law.kinds import answer


LETTERS = [
    {"step": "arrears_letter_1", "on": "2026-02-02"},
    {"step": "arrears_letter_2", "on": "2026-02-10"},
    {"step": "arrears_letter_3", "on": "2026-02-20"},
]
DEBTOR = {
    "on": "2026-06-01",
    "scale": "small",
    "programmes": "JKK+JKM+JHT",
    "paid_until": "2025-09",
}


def track(name, **stated):
    return answer("duty", {**DEBTOR, **stated}).results["tracks"][name]


def test_a_track_whose_duties_are_met_is_clear():
    found = track("arrears", paid_until="2026-04")
    assert (found["state"], found["open_step"], found["letter"]) == (
        "clear",
        None,
        None,
    )


def test_every_step_that_is_not_open_says_why():
    blocked = track("arrears", history=LETTERS)["blocked"]
    assert blocked["nota_1"] == {
        "reason": "missing_predecessor",
        "because": "inspector_report",
    }
    assert blocked["small_claim"] == {"reason": "needs", "because": "skk_litigation"}
    assert "skk_non_litigation" not in blocked
    assert "arrears_letter_1" not in blocked


def test_a_step_that_others_followed_is_not_offered_again():
    found = track("arrears", history=LETTERS[1:])
    offered = {found["open_step"], *found["also_open"]}
    assert "arrears_letter_1" not in offered
    assert "inspection" not in offered


def test_either_road_closes_the_other():
    for taken, other in (
        ("kpknl_handover", "skk_non_litigation"),
        ("skk_non_litigation", "kpknl_handover"),
    ):
        history = [*LETTERS, {"step": taken, "on": "2026-03-02"}]
        found = track("arrears", history=history)
        assert found["blocked"][other] == {"reason": "exclusive", "because": taken}


def test_having_taken_both_roads_is_a_fault():
    history = [
        *LETTERS,
        {"step": "skk_non_litigation", "on": "2026-03-02"},
        {"step": "kpknl_handover", "on": "2026-03-09"},
    ]
    assert track("arrears", history=history)["faults"] == {
        "kpknl_handover": {"reason": "exclusive", "because": "skk_non_litigation"}
    }


def test_the_tracks_are_not_mixed():
    history = [*LETTERS, {"step": "inspector_report", "on": "2026-02-23"}]
    found = answer("duty", {**DEBTOR, "history": history}).results["tracks"]
    assert found["registration_and_data"]["state"] == "clear"
    assert found["arrears"]["open_step"] == "nota_1"


@pytest.mark.parametrize("name", ["registration_and_data", "arrears"])
def test_no_step_lies_behind_itself(name):
    _, behind = shape(enacted(), name)
    assert all(code not in rest for code, rest in behind.items())


def test_an_optional_branch_does_not_end_what_stood_before_it():
    _, behind = shape(enacted(), "registration_and_data")
    assert "inspector_report" not in behind["tmp2t"]
    assert "fine" in behind["warning_1"]


def test_days_of_results_are_days():
    found = track("arrears", history=LETTERS)
    assert found["may_from"] == date(2026, 2, 21)
