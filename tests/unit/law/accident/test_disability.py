import pytest

from naungan.law.accident.disability import partial_disability, total_disability
from naungan.law.book import enacted
from naungan.lib.errors import LawRefused


def lose(accident, *losses, wage=1_000_000, **more):
    case = accident(losses=list(losses), **more)
    return partial_disability(case, wage), case


def test_every_row_of_the_annex_is_at_most_total_disability():
    rows = enacted().parameter("benefits/jkk/disability/parts").entries[0].value
    assert len(rows) == 46
    assert len({row["part"] for row in rows}) == 46
    assert all(0 < row["ratio"] * 100 <= 70 for row in rows)
    assert {row["sure"] for row in rows} == {"SINGLE", "MEMORY"}


def test_rows_by_steps_are_those_of_ten_decibels_or_ten_per_cent():
    rows = enacted().parameter("benefits/jkk/disability/parts").entries[0].value
    assert sum(row["by_step"] for row in rows) == 4


def test_right_weighs_as_much_as_left_or_more():
    rows = enacted().parameter("benefits/jkk/disability/parts").entries[0].value
    ratio = {row["part"]: row["ratio"] for row in rows}
    rights = [part for part in ratio if "right" in part]
    assert len(rights) == 8
    assert all(ratio[one] > ratio[one.replace("right", "left")] for one in rights)


def test_shares_are_added_before_the_wage_is_multiplied(accident):
    # (15 + 4.5) % x 80 x 1m
    paid, _ = lose(
        accident, {"part": "thumb_right"}, {"part": "first_joint_index_right"}
    )
    assert paid == 15_600_000


def test_a_loss_of_function_is_a_share_of_the_row(accident):
    # 1/3 of 15 % is 5 %, here 33.3 % is 4.995 %
    paid, case = lose(accident, {"part": "thumb_right", "lost": "33.3%"})
    assert paid == 3_996_000
    assert case.draft.lines[0].arithmetic.text() == "33,3% fungsi hilang × 15%"
    assert case.draft.lines[0].used[1].path.endswith("functional_rule")


def test_a_loss_carries_the_confidence_of_its_own_row(accident):
    _, case = lose(accident, {"part": "both_eyes"}, {"part": "big_toe"})
    assert [line.confidence for line in case.draft.lines[:2]] == ["SINGLE", "MEMORY"]


def test_sides_swap_for_a_left_handed_worker(accident):
    left, case = lose(accident, {"part": "thumb_left"}, left_handed=True)
    right, _ = lose(accident, {"part": "thumb_right"}, left_handed=True)
    assert (left, right) == (12_000_000, 9_600_000)
    assert "bertukar" in case.draft.notes[0].text()


def test_no_side_no_swap(accident):
    assert lose(accident, {"part": "big_toe"}, left_handed=True)[0] == 4_000_000


def test_more_than_total_disability_is_cut_and_said(accident):
    paid, case = lose(accident, {"part": "both_eyes"}, {"part": "hearing_both_ears"})
    assert paid == 56_000_000
    assert "110%" in case.draft.notes[0].text()
    assert case.draft.lines[-1].confidence == "MEMORY"


def test_total_disability_is_fifty_six_wages(accident):
    case = accident()
    assert total_disability(case, 1_000_000) == 56_000_000
    assert case.draft.lines[0].arithmetic.text() == "70% × 80 × Rp1.000.000"


def test_a_part_without_a_near_name_lists_them_all(accident):
    with pytest.raises(
        LawRefused, match=r"losses ke-1: part 'xyz' tidak dikenal; pilih"
    ):
        lose(accident, {"part": "xyz"})
