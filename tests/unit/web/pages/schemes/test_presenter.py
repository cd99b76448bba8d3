"""What the page of a scheme says of its people by state."""

from naungan.web.pages.schemes import presenter


def test_the_parts_of_a_small_scheme_are_rounded_and_not_cut():
    told = presenter.states({"flagged": 4, "decided": 5})
    assert [one.per_cent for one in told.rows] == [44, 56]
    assert told.total == "9"
