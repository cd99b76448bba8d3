"""When an event took place, as far as that is known; a day is never made up."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.models import Event
from naungan.lib.dates import PartialDate, month_start


FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100


@dataclass(frozen=True, kw_only=True)
class When:
    """What is known of a day: all of it, its month, its year, or nothing.

    `month` is year * 12 + month - 1. An `inferred` day says in `reason` from what.
    """

    held_on: date | None = None
    month: int | None = None
    year: int | None = None
    inferred: bool = False
    reason: str = ""

    @property
    def certainty(self) -> str:
        """Tell how surely the day is known, as the table keeps it."""
        if self.held_on is not None:
            return "inferred" if self.inferred else "printed"
        if self.month is not None:
            return "month"
        return "unknown" if self.year is None else "year"

    @property
    def known_year(self) -> int | None:
        """Give the year in which it took place."""
        if self.held_on is not None:
            return self.held_on.year
        return self.month // 12 if self.month is not None else self.year

    @property
    def first_day(self) -> date | None:
        """Give the first day that may be meant: it serves order alone."""
        if self.held_on is not None:
            return self.held_on
        if self.month is not None:
            return month_start(self.month)
        return None if self.year is None else date(self.year, 1, 1)

    @property
    def columns(self) -> dict[str, Any]:
        """Give what the table keeps."""
        month = None if self.held_on is not None else self.month
        return {
            "held_on": self.held_on,
            "month": month,
            "year": self.known_year,
            "certainty": self.certainty,
            "date_reason": self.reason.strip(),
            "sort_on": self.first_day,
        }


def check(when: When) -> None:
    """Refuse a year far off, two answers at once, and an inference without a reason."""
    year = when.known_year
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise ActRefused("Tahun ini tidak masuk akal.")
    if when.held_on is not None and when.month is not None:
        raise ActRefused("Isi tanggalnya, atau bulannya saja.")
    if when.inferred and when.held_on is None:
        raise ActRefused("Yang disimpulkan harus berupa tanggal.")
    if when.inferred and not when.reason.strip():
        raise ActRefused("Tulis dari mana tanggalnya disimpulkan.")


def known(event: Event) -> PartialDate | None:
    """Give what is known of an event's day, to be written in words."""
    if event.held_on is not None:
        return PartialDate(event.held_on.year, event.held_on.month, event.held_on.day)
    if event.month is not None:
        return PartialDate(event.month // 12, event.month % 12 + 1)
    return None if event.year is None else PartialDate(event.year)
