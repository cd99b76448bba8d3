"""A list of people as it is pasted: a line for each, name, position, institution."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from naungan.casework.coordination.actions.attending import Attendee


MOST_LINES: Final = 200
LONGEST: Final = 200  # letters of one cell
_NUMBER: Final = re.compile(r"^\s*(?:\d{1,3}[.)]|[-•*–])\s*")
_MARKS: Final = ("\t", ";", "|")
# "Budi Rekaan, S.H., M.Si., Kepala Dinas": degrees belong to the name before them.
_DEGREE: Final = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,3}\.)+(?:[A-Z][A-Za-z]{0,3}\.?)?$|^(?:SE|SH|MH|MM|MSi|ST|SP|SIP|SKM|SSos)$"
)
Fault = Literal["", "long", "listed", "twice"]


@dataclass(frozen=True)
class Line:
    """One line as it would be taken, or why it is not: too long, listed, or said before."""

    number: int
    who: Attendee
    fault: Fault = ""


def read(text: str, listed: Iterable[tuple[str, str]]) -> list[Line]:
    """Read every line that says something; `listed` are names and positions already there."""
    known = {_key(*one) for one in listed}
    said: set[tuple[str, str]] = set()
    found = []
    for number, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        cells = _cells(_NUMBER.sub("", line))
        if any(cells):
            name, position, home = cells
            who = Attendee(name=name, position=position, home_name=home)
            key = _key(name, position)
            fault: Fault = "listed" if key in known else "twice" if key in said else ""
            too_long = any(len(cell) > LONGEST for cell in cells)
            found.append(Line(number, who, "long" if too_long else fault))
            said.add(key)
    return found


def _cells(line: str) -> tuple[str, str, str]:
    """Cut a line at its tabs, semicolons or bars, and only else at its commas."""
    mark = next((one for one in _MARKS if one in line), ",")
    parts = [" ".join(part.split()) for part in line.split(mark)]
    if mark == ",":
        parts = _with_degrees(parts)
    name, position, *rest = [*parts, "", ""]
    return name, position, ", ".join(part for part in rest if part)


def _with_degrees(parts: Sequence[str]) -> list[str]:
    found = [parts[0]]
    for part in parts[1:]:
        if len(found) == 1 and _DEGREE.match(part):
            found[0] = f"{found[0]}, {part}"
        else:
            found.append(part)
    return found


def _key(name: str, position: str) -> tuple[str, str]:
    """Tell people apart by name, and who has none by position."""
    low = name.strip().casefold()
    return (low, "") if low else ("", position.strip().casefold())
