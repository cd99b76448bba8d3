"""What the number of an official letter says of where and when it was written."""

import re
from dataclasses import dataclass
from typing import Final


ROMAN: Final = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
)
PARTS: Final = re.compile(r"\s*/\s*")
YEAR: Final = re.compile(r"(?:19|20)\d{2}")
OFFICE: Final = re.compile(r"[A-Za-z][A-Za-z .&-]*")


@dataclass(frozen=True)
class Numbered:
    """The parts of a letter's number; what it does not say is empty or None."""

    office: str = ""
    month: int | None = None
    year: int | None = None


def read_number(written: str) -> Numbered:
    """Read office, month and year from a number like 400.10.2.4/6/DPMD/IV/2024.

    The last part with four digits is the year, a Roman number the month, and the last
    word before them the office.
    """
    year = month = None
    office = ""
    for part in reversed(PARTS.split(written.strip())):
        if year is None and YEAR.fullmatch(part):
            year = int(part)
        elif month is None and part.upper() in ROMAN:
            month = ROMAN.index(part.upper()) + 1
        elif not office and OFFICE.fullmatch(part):
            office = part
    return Numbered(office, month, year)
