"""Who looks, at which regions and whose rows, and what for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from naungan.lib.errors import SnapshotRefused
from naungan.lib.sql_text import literal


VILLAGE_DIGITS = 10
EVERYWHERE = ("",)
JOINED_BY = "+"
HIDES = {
    "nik": ("nik", "nik_written", "member_nik", "member_nik_written"),
    "birth_date": ("birth_date", "birth_year", "member_birth_date", "member_birth_year"),
    "sex": ("sex", "member_sex"),
    "wage": ("wage", "reported_wage", "member_reported_wage"),
    "kpj": ("kpj",),
    "employer": ("employer_id", "employer_ref", "npp", "member_npp"),
}  # fmt: skip
"""Which columns of a row are empty where an owner does not share this much."""


@dataclass(frozen=True)
class Owner:
    """An institution whose rows may be shown: where, and with which columns.

    `region` "" is anywhere; `columns` None is all of them, else some of the names
    in `HIDES`.
    """

    code: str
    region: str = ""
    columns: frozenset[str] | None = None


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Who looks, at which regions, and what for.

    `regions` are dotted Kemendagri codes at any level; `EVERYWHERE` is the
    whole country. A scope with `sees_nik` gets NIK unmasked, one without
    `sees_birth_dates` only the year in which somebody was born. With `owners` a person
    is shown only where one of their rows stands in a file of one of these, in its
    region; None is no such limit.
    """

    institution: str
    regions: tuple[str, ...]
    purpose: str
    sees_nik: bool = False
    sees_birth_dates: bool = True
    owners: tuple[Owner, ...] | None = None

    def condition(self, column: str = "village_code") -> str:
        """Return the SQL condition that a 10-digit code lies in the regions."""
        if self.regions == EVERYWHERE:
            return "true"
        return "(" + " OR ".join(within(r, column) for r in self.regions) + ")"

    def holds(self, village: int | None) -> bool:
        """Tell whether a village lies in the regions; nowhere only lies everywhere."""
        if self.regions == EVERYWHERE:
            return True
        return village is not None and any(
            lies_in(one, village) for one in self.regions
        )

    def shows(self, owners: str = "owners", village: str = "village_code") -> str:
        """Return the SQL condition that a row with `owners` may be shown."""
        if self.owners is None:
            return "true"
        held = f"string_split({owners}, '{JOINED_BY}')"
        known = (
            f"(list_contains({held}, {literal(one.code)}) AND {within(one.region, village)})"
            for one in self.owners
        )
        return f"coalesce(({' OR '.join(known)}), false)" if self.owners else "false"

    def emptied(self, codes: frozenset[str], village: int | None) -> frozenset[str]:
        """Name the columns to empty for a person who stands in the files of `codes`.

        An owner that shares a column shares it for the person, whatever others do.
        """
        if self.owners is None:
            return frozenset()
        shared: set[str] = set()
        for one in self._of(codes, village):
            shared |= HIDES.keys() if one.columns is None else one.columns
        return frozenset(
            column for name, columns in HIDES.items() if name not in shared for column in columns
        )  # fmt: skip

    def shows_to(self, codes: frozenset[str], village: int | None) -> bool:
        """Tell whether a person who stands in the files of `codes` may be shown."""
        return self.owners is None or bool(self._of(codes, village))

    def _of(self, codes: frozenset[str], village: int | None) -> list[Owner]:
        return [
            one for one in self.owners or () if one.code in codes and lies_in(one.region, village)
        ]  # fmt: skip

    @cached_property
    def codes(self) -> frozenset[str] | None:
        """Return whose files may be read at all; None for everybody's."""
        return (
            None if self.owners is None else frozenset(one.code for one in self.owners)
        )


@dataclass(frozen=True)
class Look:
    """One recorded view: by whom, what for, which table, which keys."""

    institution: str
    purpose: str
    table: str
    keys: tuple[int | str, ...]
    unmasked: bool


Recorder = Callable[[Look], None]


def within(region: str, column: str = "village_code") -> str:
    """Return the SQL condition that a 10-digit code lies in a dotted region."""
    if not region:
        return "true"
    low, high = _span(region)
    return f"{column} BETWEEN {low} AND {high}"


def lies_in(region: str, village: int | None) -> bool:
    """Tell whether a village lies in a dotted region; anything lies in ""."""
    if not region:
        return True
    low, high = _span(region)
    return village is not None and low <= village <= high


def _span(region: str) -> tuple[int, int]:
    digits = region.replace(".", "")
    if not digits.isdigit() or len(digits) > VILLAGE_DIGITS:
        raise SnapshotRefused(f"Kode wilayah {region!r} tidak dikenal. Contoh: 16.04.")
    span = 10 ** (VILLAGE_DIGITS - len(digits))
    low = int(digits) * span
    return low, low + span - 1
