"""The last day of a month or year that is named by its end: "akhir Maret 2025"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.engine.prose.lexicon import any_of
from naungan.lib.calendar_words import MONTH_OF_WORD
from naungan.lib.dates import month_end, month_index


DECEMBER: Final = 12
_END: Final = re.compile(
    rf"\bakhir\s+(?:tahun\b|(?:bulan\s+)?(?P<month>{any_of(MONTH_OF_WORD)})\b)"
    r"(?:\s+(?:tahun\s+)?(?P<year>\d{4})\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PeriodEnd:
    """The end of a month, with its year where one is printed, and the words."""

    month: int
    year: int | None
    words: str

    def on(self, year: int) -> date:
        """Give the last day in a year."""
        return month_end(month_index(year, self.month))

    @property
    def printed_on(self) -> date | None:
        """Give the day that stands there; None without a year."""
        return self.on(self.year) if self.year else None


def period_ends(text: str) -> Iterator[PeriodEnd]:
    """Read every month or year that is named by its end, in the order of the text."""
    for found in _END.finditer(text):
        month = MONTH_OF_WORD[found["month"].lower()] if found["month"] else DECEMBER
        yield PeriodEnd(month, int(found["year"]) if found["year"] else None, found[0])
