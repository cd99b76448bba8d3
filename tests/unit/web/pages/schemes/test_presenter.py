"""What the page of a scheme says of its people by state."""

from naungan.casework.protection.queries.beginning import Apart
from naungan.web.pages.schemes import presenter


def test_the_parts_of_a_small_scheme_are_rounded_and_not_cut():
    told = presenter.states({"flagged": 4, "decided": 5}, Apart())
    assert [one.per_cent for one in told.rows] == [44, 56]
    assert told.total == "9"


def test_who_fills_a_place_and_who_does_not_add_up_to_the_list():
    told = presenter.states(
        {"flagged": 4, "paid": 5, "reserve": 1, "refused": 2}, Apart()
    )
    assert (told.listed, told.taken, told.covered, told.total) == ("5", "5", "5", "12")
    assert told.beside == (
        "4 perlu diperbaiki, 1 cadangan, 2 ditolak, ditarik, atau berakhir"
    )


def test_nobody_is_covered_before_the_first_month_or_after_a_death():
    told = presenter.states({"paid": 5}, Apart(to_begin=2, died=1))
    assert told.covered == "2"
    assert told.later == "2 orang terbayar, belum mulai; 1 orang dilaporkan meninggal"


def test_nobody_is_covered_once_the_scheme_is_over():
    told = presenter.states({"paid": 5}, Apart(over=5))
    assert told.covered == "0"
    assert told.later == "5 orang terbayar sampai skemanya berakhir"
