"""Which fund covers whom, and where the change came from (R50)."""

from tests.unit.web.figures.test_region import row

from naungan.web.figures.funders import changes, net_change


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
