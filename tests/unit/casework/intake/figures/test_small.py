"""What speaks of fewer than ten people is hidden, and cannot be subtracted."""

from collections import defaultdict

from hypothesis import given, strategies as st

from naungan.casework.intake.figures.small import (
    Cell,
    above,
    cell_of,
    hidden_cells,
    without_hidden,
)


NUMBERS = ("numerator", "low", "high", "denominator", "value")


def row(code, universe, covered=None, **rest):
    covered = universe if covered is None else covered
    return {
        "measure": "coverage",
        "region_code": code,
        "month": "2024-12",
        "segment": None,
        "category": None,
        "funder": None,
        "universe": "daftar Naungan",
        "denominator": universe,
        **dict.fromkeys(("numerator", "low", "high"), covered),
        "value": 0.5,
        "hidden": False,
        **rest,
    }


def hidden(rows, around=()):
    return sorted(one.region_code for one in hidden_cells(rows, around))


def test_a_universe_of_nine_is_hidden_with_the_next_smallest_sister():
    rows = [row("16.04.01", 9), row("16.04.02", 50), row("16.04.03", 20)]
    assert hidden(rows) == ["16.04.01", "16.04.03"]


def test_two_small_ones_hide_each_other_where_they_are_ten_together():
    rows = [row("16.04.01", 9), row("16.04.02", 3), row("16.04.03", 20)]
    assert hidden(rows) == ["16.04.01", "16.04.02"]


def test_two_that_are_fewer_than_ten_together_hide_a_third():
    rows = [row("16.04.01", 2), row("16.04.02", 3), row("16.04.03", 20)]
    assert hidden(rows) == ["16.04.01", "16.04.02", "16.04.03"]


def test_sisters_of_another_parent_or_month_have_nothing_to_do_with_it():
    rows = [
        row("16.04.01.2001", 9),
        row("16.04.02.2001", 50),
        row("16.04.01.2002", 30, month="2024-11"),
    ]
    assert hidden(rows) == ["16.04.01.2001"]


def test_ten_and_nobody_are_shown():
    assert hidden([row("16.04.01", 10), row("16.04.02", 0)]) == []


def test_a_low_share_of_many_is_shown_for_the_office_must_see_it():
    assert hidden([row("16.04.01", 600, covered=3), row("16.04.02", 50)]) == []


def test_a_fund_of_few_is_hidden_with_another_fund_of_its_region():
    rows = [
        row("16.04.01", 600, covered=200),
        *(
            row("16.04.01", 600, covered=people, funder=fund)
            for fund, people in (("baznas", 3), ("apbd", 120), ("self", 77))
        ),
    ]
    gone = hidden_cells(rows, ())
    assert {one.funder for one in gone} == {"baznas", "self"}


def test_people_in_arrears_are_counted_themselves():
    rows = [row("16.04.01", 600, covered=3, measure="in_arrears")]
    assert hidden(rows) == ["16.04.01"]


def test_whoever_is_covered_and_whoever_is_not_are_hidden_together():
    few = {"segment": "PU"}
    rows = [
        row("16.04.01", 4, **few),
        row("16.04.01", 80, segment="BPU"),
        row("16.04.01", 84),
        row("16.04.01", 4, measure="gap", **few),
        row("16.04.01", 80, measure="gap", segment="BPU"),
    ]
    both = {(one.measure, one.segment) for one in hidden_cells(rows, ())}
    assert both == {
        (measure, segment)
        for measure in ("coverage", "gap")
        for segment in ("PU", "BPU")
    }


def test_one_within_a_hidden_region_is_hidden_too():
    around = [Cell("16.04.01", "coverage", "2024-12", "daftar Naungan")]
    rows = [row("16.04.01.2001", 30), row("16.04.01.2002", 40)]
    assert hidden(rows, around) == ["16.04.01.2001"]


def test_what_the_run_hid_stays_hidden_and_the_rows_given_stay_as_they_were():
    given_rows = [row("16.04.01", None, hidden=True), row("16.04.02", 40)]
    gone = hidden_cells(given_rows, ())
    shown = without_hidden(given_rows, gone)
    assert all(one["hidden"] for one in shown)
    assert {one[name] for one in shown for name in NUMBERS} == {None}
    assert not given_rows[1]["hidden"]


def test_every_region_lies_in_the_one_above_it():
    assert [above(one) for one in ("16.04.01", "16", "", "00")] == [
        "16.04",
        "00",
        "00",
        None,
    ]


PEOPLE = st.lists(
    st.lists(st.integers(0, 40), min_size=2, max_size=2), min_size=1, max_size=5
)


@given(PEOPLE)
def test_no_sum_with_one_unknown_is_ever_left(people):
    rows = []
    for number, (wages, own) in enumerate(people, start=1):
        code = f"16.04.{number:02}"
        rows += [
            row(code, wages + own),
            row(code, wages, segment="PU"),
            row(code, own, segment="BPU"),
        ]
    gone = hidden_cells(rows, ())
    size = {cell_of(one): one["denominator"] for one in rows}
    assert not [cell for cell in size if 0 < size[cell] < 10 and cell not in gone]
    for total, parts in _sums(size).items():
        unknown = [cell for cell in parts if cell in gone]
        if total in gone or not unknown:
            continue
        rest = [cell for cell in parts if cell not in gone and size[cell]]
        assert len(unknown) > 1 or not rest
        assert sum(size[cell] for cell in unknown) >= 10 or not rest


def _sums(cells):
    sums = defaultdict(list)
    for cell in cells:
        sums[cell._replace(region_code=above(cell.region_code))].append(cell)
        if cell.segment:
            sums[cell._replace(segment=None)].append(cell)
    return sums
