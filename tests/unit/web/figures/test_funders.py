"""Which fund covers whom, and where the change came from (R50)."""

from tests.unit.web.figures.test_region import row

from naungan.web.figures.funders import fund_table


def changes(rows, most=None):
    return fund_table(rows, most).rows


def net_change(rows):
    return fund_table(rows).net


ROWS = [
    row("2024-01", 20),
    row("2024-12", 50),
    row("2024-01", 5, funder="village"),
    row("2024-12", 30, funder="village"),
    row("2024-01", 15, funder="employer"),
    row("2024-12", 12, funder="employer"),
    row("2024-12", 18, funder="self"),
    row("2024-01", 1, funder="apbd", hidden=True),
    row("2024-12", 18, funder="apbd"),
    row("2024-12", 30, funder="village", segment="BPU"),
]


def test_the_fund_that_added_most_stands_first_in_people_and_points():
    first = changes(ROWS)[0]
    assert (first.people, first.change, first.points) == ("30", "+25", "+25,0")


def test_a_fund_that_lost_people_shows_a_minus():
    lost = changes(ROWS)[-1]
    assert (lost.change, lost.points) == ("−3", "−3,0")


def test_a_change_from_a_hidden_month_is_not_told():
    (apbd,) = (one for one in changes(ROWS) if one.name == "APBD")
    assert (apbd.people, apbd.change, apbd.points) == ("18", "–", "–")


def test_the_net_change_is_that_of_everybody():
    assert (net_change(ROWS).change, net_change(ROWS).points) == ("+30", "+30,0")


def test_rows_of_a_segment_are_no_fund_of_everybody():
    assert len(changes(ROWS)) == 4


def test_a_fund_whose_people_are_hidden_is_left_out():
    few = {**row("2024-12", 3, funder="baznas"), "hidden": True}
    names = {one.name for one in changes([*ROWS, few])}
    assert "BAZNAS" not in names
    assert "ADD/APBDes" in names


def test_one_month_alone_tells_no_change():
    (one,) = changes([row("2024-12", 30, funder="village")])
    assert (one.people, one.change, one.points) == ("30", "–", "–")


def test_funds_that_are_not_shown_stand_together_so_that_the_table_adds_up():
    rows = [
        row("2024-01", 40),
        row("2024-12", 80),
        row("2024-01", 5, funder="village"),
        row("2024-12", 30, funder="village"),
        row("2024-01", 15, funder="employer"),
        row("2024-12", 20, funder="employer"),
        row("2024-01", 12, funder="self"),
        row("2024-12", 18, funder="self"),
    ]
    whole = fund_table(rows, 1)
    people = [int(one.people) for one in (*whole.rows, whole.others)]
    assert (people, whole.net.people) == ([30, 50], "80")
    assert (whole.others.change, whole.others.points) == ("+15", "+15,0")
    all_funds = fund_table(rows)
    assert (all_funds.others.people, all_funds.others.change) == ("12", "+4")


def test_what_others_changed_is_not_told_where_a_fund_was_hidden():
    others = fund_table(ROWS, 4).others
    assert others is None
    rows = [*ROWS, row("2024-01", 25), row("2024-12", 90)][2:]
    assert fund_table(rows).others.change == "–"


def test_what_others_changed_is_not_told_from_a_month_that_tells_no_funds_apart():
    rows = [
        row("2024-01", 85),
        row("2024-12", 90),
        row("2024-12", 59, funder="village"),
        row("2024-12", 18, funder="self"),
    ]
    whole = fund_table(rows)
    assert [one.change for one in (*whole.rows, whole.others)] == ["–", "–", "–"]
    assert (whole.others.people, whole.net.change) == ("13", "+5")
