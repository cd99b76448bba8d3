"""The 38 provinces, 514 regencies, 7,285 districts and 83,762 villages.

Codes are those of the Ministry of Home Affairs (Kemendagri). Outside they are
dotted text ("16.04.01.2001"), inside whole numbers of 2, 4, 6 or 10 digits;
every function takes either, dots optional. The table is read at first use; its
source and licence stand beside it in region_data/README.md.
"""

import csv
import gzip
import io
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal


Level = Literal["province", "regency", "district", "village"]
Kind = Literal[
    "provinsi", "kabupaten", "kota", "kecamatan", "desa", "kelurahan", "desa_adat"
]
Code = str | int

LEVELS: dict[int, Level] = {2: "province", 4: "regency", 6: "district", 10: "village"}
DIGITS: dict[Level, int] = {level: digits for digits, level in LEVELS.items()}
TABLE = Path(__file__).parent / "region_data" / "regions.csv.gz"

# The seventh digit of a village code tells its kind (Permendagri on codes).
_VILLAGE_KINDS: dict[int, Kind] = {1: "kelurahan", 2: "desa", 3: "desa_adat"}


@dataclass(frozen=True, slots=True)
class Region:
    """One region: dotted code, official name, level and kind."""

    code: str
    name: str
    level: Level
    kind: Kind

    @property
    def number(self) -> int:
        """The code as a whole number of 2, 4, 6 or 10 digits."""
        return int(self.code.replace(".", ""))

    @property
    def parent_code(self) -> str | None:
        """The dotted code of the region around it; None for a province."""
        return self.code.rpartition(".")[0] or None


def code_number(code: Code) -> int | None:
    """Return a code of any writing as a number; None if it cannot be a code."""
    digits = str(code).strip().replace(".", "")
    if len(digits) in LEVELS and digits.isascii() and digits.isdigit():
        return int(digits)
    return None


def dotted(number: int) -> str:
    """Return a code number as dotted text: 1604012001 -> "16.04.01.2001"."""
    digits = str(number)
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)


def town(code: Code) -> str:
    """Give the name of a region without what it is: Lahat of Kabupaten Lahat."""
    found = by_code(code)
    name = found.name if found else ""
    return name.removeprefix("Kabupaten ").removeprefix("Kota ")


def exists(number: int) -> bool:
    """Say whether a region has this code number today."""
    return number in _names()


def by_code(code: Code) -> Region | None:
    """Return the region of a code, or None if no region has it today."""
    number = code_number(code)
    if number is None or not exists(number):
        return None
    return _region(number)


def parent(code: Code) -> Region | None:
    """Return the region around a region; None for a province or unknown code."""
    region = by_code(code)
    return by_code(region.parent_code) if region and region.parent_code else None


def chain(code: Code) -> tuple[Region, ...]:
    """Return the province, regency, district … down to the region itself."""
    found: list[Region] = []
    region = by_code(code)
    while region:
        found.append(region)
        region = by_code(region.parent_code) if region.parent_code else None
    return tuple(reversed(found))


def lies_in(code: str, outer: str) -> bool:
    """Tell whether a dotted code is another one or lies in it; all lie in the country, ""."""
    return not outer or f"{code}.".startswith(f"{outer}.")


def children(code: Code) -> tuple[Region, ...]:
    """Return the regions one level down, by code; empty for a village."""
    region = by_code(code)
    if region is None or region.level == "village":
        return ()
    below = list(DIGITS).index(region.level) + 1
    return tuple(within(code, tuple(DIGITS)[below]))


def within(code: Code | None, level: Level) -> Iterator[Region]:
    """Yield all regions of a level inside a region (None: the whole country)."""
    numbers = _numbers()[level]
    if code is None:
        yield from map(_region, numbers)
        return
    number = code_number(code)
    if number is None:
        return
    wider = 10 ** (DIGITS[level] - len(str(number)))
    if wider >= 1:
        first = bisect_left(numbers, number * wider)
        last = bisect_left(numbers, (number + 1) * int(wider))
        yield from map(_region, numbers[first:last])


def villages_of(code: Code) -> tuple[Region, ...]:
    """Return every village, kelurahan and customary village inside a region."""
    return tuple(within(code, "village"))


@cache
def _names() -> dict[int, str]:
    written = gzip.decompress(TABLE.read_bytes()).decode("utf-8")
    rows = csv.reader(io.StringIO(written, newline=""))
    next(rows)
    return {int(code.replace(".", "")): name for code, name in rows}


@cache
def _numbers() -> dict[Level, list[int]]:
    """All code numbers of each level, ascending: a region's content is a slice."""
    found: dict[Level, list[int]] = {level: [] for level in DIGITS}
    for number in _names():
        found[LEVELS[len(str(number))]].append(number)
    return {level: sorted(numbers) for level, numbers in found.items()}


def _region(number: int) -> Region:
    level = LEVELS[len(str(number))]
    name = _names()[number]
    return Region(dotted(number), name, level, _kind(number, level, name))


def _kind(number: int, level: Level, name: str) -> Kind:
    if level == "village":
        return _VILLAGE_KINDS[number // 1000 % 10]
    if level == "district":
        return "kecamatan"
    if level == "province":
        return "provinsi"
    return "kota" if name.startswith("Kota ") else "kabupaten"
