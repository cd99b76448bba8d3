"""The class of a debt by its months, and what long arrears do to benefits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.answer import Used
from naungan.law.reader import Read, Reader
from naungan.lib.errors import LawRefused


CLASSES: Final = "arrears/ageing_classes"
BAD_ABOVE: Final = "arrears/bad_above"
GRACE: Final = "participation/arrears/grace_months"


@dataclass(frozen=True)
class AgeingClass:
    """A class with the rows that decided it."""

    code: str
    used: tuple[Used, ...]


def ageing_class(months: int, on: date, reader: Reader) -> AgeingClass | None:
    """Find the class of so many months in arrears; None when there are none.

    The bounds are a table that an office may overlay with classes of its own.
    """
    table: Read[tuple[dict[str, object], ...]] = reader.at(CLASSES, on, tuple)
    found: dict[str, object] | None = None
    above = -1
    for row in table.value:
        bound = row["months_above"]
        assert isinstance(bound, int)
        if bound <= above:
            raise LawRefused(
                f"{CLASSES}: batas golongan tidak urut; tulis dari yang terendah."
            )
        above = bound
        found = row if months > bound else found
    if found is None:
        return None
    used = [_narrowed(table.used, found)]
    bad = reader.at(BAD_ABOVE, on, int)
    if found["class"] == "bad" and not table.used.overlaid_by and months > bad.value:
        used = [bad.used]
    return AgeingClass(str(found["class"]), tuple(used))


def longest_run(months: Sequence[int]) -> int:
    """Count the longest run of consecutive months."""
    longest = run = 0
    previous = None
    for month in sorted(set(months)):
        run = run + 1 if previous is not None and month == previous + 1 else 1
        longest, previous = max(longest, run), month
    return longest


def grace(code: str, on: date, reader: Reader) -> Read[int] | None:
    """Give the consecutive months that do not yet shift or end benefits."""
    return reader.find(f"{GRACE}/{code}", on, int)


def _narrowed(used: Used, row: dict[str, object]) -> Used:
    return used.narrowed({"class": str(row["class"]), "months_above": _int(row)})


def _int(row: dict[str, object]) -> int:
    bound = row["months_above"]
    assert isinstance(bound, int)
    return bound
