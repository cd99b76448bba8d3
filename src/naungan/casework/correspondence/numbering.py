"""Numbers of letters: one row of an agenda book after the other, without gaps.

The book is locked until the letter that took a number stands; a letter that is given
up leaves its number for the next. So many at once wait in line, and none is skipped.
"""

import string
from datetime import date
from typing import Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.correspondence.models import AgendaBook


USUAL: Final = "{number}/{kind}/{office}/{roman_month}/{year}"
FIELDS: Final = ("number", "number3", "kind", "office", "month", "roman_month", "year")
LONGEST: Final = 120
ROMAN: Final = (
    *("I", "II", "III", "IV", "V", "VI"),
    *("VII", "VIII", "IX", "X", "XI", "XII"),
)


def written(pattern: str, *, kind: str, office: str, serial: int, on: date) -> str:
    """Write a number by the pattern of its book."""
    return pattern.format(
        number=serial,
        number3=f"{serial:03}",
        kind=kind,
        office=office,
        month=f"{on.month:02}",
        roman_month=ROMAN[on.month - 1],
        year=on.year,
    )


def check_pattern(pattern: str) -> None:
    """Refuse a pattern without the number, or with a field that is not known."""
    try:
        named = {field for _, field, _, _ in string.Formatter().parse(pattern) if field}
    except ValueError as error:
        raise ActRefused(
            "Kurung kurawal pada bentuk nomor tidak berpasangan."
        ) from error
    if not named <= set(FIELDS):
        raise ActRefused("Bentuk nomor memuat bagian yang tidak dikenal.")
    if not named & {"number", "number3"}:
        raise ActRefused("Bentuk nomor harus memuat {number} atau {number3}.")
    if len(pattern) > LONGEST - 20:
        raise ActRefused("Bentuk nomor terlalu panjang.")


def locked_book(institution_id: int, kind: str, year: int) -> AgendaBook:
    """Give the book of a year, locked until the transaction ends; made where missing.

    A new year's book goes on with the pattern of the year before.
    """
    before = AgendaBook.objects.filter(
        institution_id=institution_id, kind=kind, year__lt=year
    ).first()
    AgendaBook.objects.bulk_create(
        [
            AgendaBook(
                institution_id=institution_id,
                kind=kind,
                year=year,
                pattern=before.pattern if before else USUAL,
            )
        ],
        ignore_conflicts=True,
    )
    return AgendaBook.objects.select_for_update().get(
        institution_id=institution_id, kind=kind, year=year
    )
