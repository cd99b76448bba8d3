"""What the page of a scheme says of its people by state."""

from naungan.web.pages.schemes import presenter


def test_the_parts_of_a_small_scheme_are_rounded_and_not_cut():
    told = presenter.states({"flagged": 4, "decided": 5}, 0)
    assert [one.per_cent for one in told.rows] == [44, 56]
    assert told.total == "9"


def test_who_fills_a_place_and_who_does_not_add_up_to_the_list():
    told = presenter.states({"flagged": 4, "paid": 5, "reserve": 1, "refused": 2}, 0)
    assert (told.listed, told.taken, told.covered, told.total) == ("5", "5", "5", "12")
    assert told.beside == (
        "4 perlu diperbaiki, 1 cadangan, 2 ditolak, ditarik, atau berakhir"
    )


def test_nobody_is_covered_before_the_first_month():
    told = presenter.states({"paid": 5}, 2)
    assert (told.covered, told.later) == ("3", "2 orang terbayar, belum mulai")
