"""A NIK is written one way on every page."""

import pytest

from naungan.web.persons.nik import grouped


@pytest.mark.parametrize(
    ("nik", "text"),
    [
        ("1604••••••••••••", "1604 •••• •••• ••••"),
        (1604015205809001, "1604 0152 0580 9001"),
        ("••••••", "•••• ••"),
        (None, "–"),
        ("", "–"),
    ],
)
def test_a_number_stands_in_groups_of_four(nik: object, text: str) -> None:
    assert grouped(nik) == text


def test_what_stands_for_no_number_may_be_said() -> None:
    assert grouped(None, unknown="tanpa NIK") == "tanpa NIK"
