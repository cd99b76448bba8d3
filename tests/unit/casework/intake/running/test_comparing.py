"""What is beyond its bound is an alarm; what is within, or few people, is none."""

import pytest

from naungan.casework.intake.running.bounds import shipped
from naungan.casework.intake.running.comparing import Changed, Totals, compare


BEFORE = Totals(24_000, 50_000, 240_000)


def codes(after, *files):
    return [one.code for one in compare(BEFORE, after, files, shipped()).alarms]


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (Totals(24_000, 50_000, 240_000), []),
        (Totals(24_001, 48_000, 242_000), []),
        (Totals(24_000, 45_000, 240_000), []),
        (Totals(24_000, 44_999, 240_000), ["covered_fell"]),
        (Totals(24_000, 75_000, 240_000), ["coverage_rose"]),
        (Totals(24_000, 100_000, 480_000), []),
        (Totals(24_000, 50_000, 215_000), ["workers_fell"]),
        (Totals(24_003, 50_000, 240_000), []),
        (Totals(24_004, 0, 240_000), ["covered_fell", "month_ahead"]),
        (Totals(23_999, 50_000, 240_000), ["month_back"]),
        (Totals(24_000, 0, 0), ["covered_fell", "workers_fell"]),
    ],
)
def test_sharp_changes_of_a_region_are_found(after, found):
    assert codes(after) == found


def test_few_people_move_nothing_but_the_month_does():
    before = Totals(24_000, 400, 900)
    found = compare(before, Totals(24_004, 0, 401), (), shipped())
    assert [one.code for one in found.alarms] == ["month_ahead"]


def test_the_first_covered_people_of_a_region_are_no_leap():
    before = Totals(24_000, 0, 240_000)
    after = Totals(24_000, 50_000, 240_000)
    assert compare(before, after, (), shipped()).alarms == ()


def test_another_list_brings_its_own_people_who_are_covered():
    before, after = Totals(24_000, 5_101, 25_396), Totals(24_000, 22_471, 57_975)
    assert compare(before, after, (), shipped()).alarms == ()


@pytest.mark.parametrize(
    ("rows", "former", "found"),
    [
        (10_000, 9_000, []),
        (4_000, 10_000, ["rows_changed"]),
        (21_000, 10_000, ["rows_changed"]),
        (100, 500, []),
        (10_000, None, []),
        (None, 10_000, []),
    ],
)
def test_a_file_unlike_the_one_it_replaces_is_found(rows, former, found):
    came = Changed(1, "members", "cabang", 24_000, came=True, rows=rows, former=former)
    gone = Changed(2, "members", "cabang", 24_000, came=False, rows=former)
    assert codes(BEFORE, came, gone) == found


def test_what_is_kept_of_a_comparison_is_plain_data():
    came = Changed(1, "members", "cabang", 24_000, came=True, rows=1, former=9_000)
    told = compare(BEFORE, Totals(24_000, 0, 240_000), [came], shipped()).told()
    assert told["before"] == {"month": 24_000, "covered": 50_000, "workers": 240_000}
    assert told["alarms"][0]["code"] == "covered_fell"
    assert told["alarms"][1] == {
        "code": "rows_changed",
        "before": 9_000,
        "after": 1,
        "most": 50,
        "kind": "members",
    }
    assert told["files"][0]["batch"] == 1
