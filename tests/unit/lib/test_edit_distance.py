"""Slips of the pen, counted."""

import pytest

from naungan.lib.edit_distance import distance, pieces_of


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "", 0),
        ("LAHAT", "LAHAT", 0),
        ("LAHAT", "LAHTA", 1),
        ("LAHAT", "LAHA", 1),
        ("", "ABC", 3),
        ("CA", "ABC", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other) == slips
    assert distance(other, one) == slips


def test_a_text_is_cut_into_pieces() -> None:
    assert pieces_of("ABCDEFG", 3) == ["AB", "CD", "EF"]
