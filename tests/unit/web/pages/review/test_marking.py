"""What differs between two values is marked, letter by letter, and nothing else is."""

import pytest

from naungan.web.pages.review.marking import Piece, by_place, marked


def written(pieces):
    return "".join(f"[{one.text}]" if one.marked else one.text for one in pieces)


@pytest.mark.parametrize(
    ("left", "right", "ours", "theirs"),
    [
        ("Suparman", "Suparmanto", "Suparman", "Suparman[to]"),
        ("Sitti", "Siti", "Sit[t]i", "Siti"),
        ("SARI", "sari", "SARI", "sari"),
        ("Budi", "", "Budi", ""),
        ("17 Mei 1984", "18 Mei 1984", "1[7] Mei 1984", "1[8] Mei 1984"),
        ("Joko", "Wulandari", "[Joko]", "[Wulandari]"),
    ],
)
def test_letters_that_differ_are_marked(left, right, ours, theirs):
    assert tuple(map(written, marked(left, right))) == (ours, theirs)


def test_letters_that_grow_when_folded_stay_in_their_place():
    left, right = marked("İbrahim", "Ibrahim")
    assert "".join(one.text for one in left) == "İbrahim"
    assert "".join(one.text for one in right) == "Ibrahim"


def test_long_values_are_marked_whole():
    left, _ = marked("a" * 300, "b" + "a" * 299)
    assert left == (Piece("a" * 300, True),)


def test_digits_are_compared_in_their_place():
    assert written(by_place("6213 •••• 50••", "6213 •••• 05••")) == "6213 •••• [50]••"
