"""Pasted lines of people: cut where they say, and nobody taken twice."""

import pytest

from naungan.casework.coordination.pasted import LONGEST, read


def cells(text):
    return [
        (one.who.name, one.who.position, one.who.home_name) for one in read(text, ())
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Budi Rekaan; Kepala Dinas; Disnaker", ("Budi Rekaan", "Kepala Dinas", "Disnaker")),
        ("1. Budi Rekaan\tKepala Dinas\tDisnaker", ("Budi Rekaan", "Kepala Dinas", "Disnaker")),
        ("Budi Rekaan, S.H., M.Si., Kepala Dinas, Disnaker", ("Budi Rekaan, S.H., M.Si.", "Kepala Dinas", "Disnaker")),
        ("Budi Rekaan", ("Budi Rekaan", "", "")),
        ("; Camat Contoh; Kecamatan Contoh", ("", "Camat Contoh", "Kecamatan Contoh")),
        ("- Budi | Staf | Dinas Contoh | Bidang A", ("Budi", "Staf", "Dinas Contoh, Bidang A")),
    ],
)  # fmt: skip
def test_a_line_is_cut_at_its_own_marks(text, found):
    assert cells(text) == [found]


def test_who_is_listed_or_written_twice_or_too_long_is_not_taken():
    text = (
        f"budi rekaan; Staf\nSiti Rekaan\n\nSiti Rekaan; Camat\n{'x' * (LONGEST + 1)}"
    )
    found = read(text, [("Budi Rekaan", "Kepala")])
    assert [(one.number, one.fault) for one in found] == [
        (1, "listed"),
        (2, ""),
        (4, "twice"),
        (5, "long"),
    ]


def test_two_offices_without_a_name_are_two():
    found = read("; Camat A\n; Camat B\n; Camat A", ())
    assert [one.fault for one in found] == ["", "", "twice"]
