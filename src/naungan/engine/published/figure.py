"""What a published figure is: a coverage printed somewhere, with its page.

Nothing is added to what was printed: where a source gives a percentage without
counts, the counts stay empty.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from naungan.lib import dates


Bound = Literal["above", "below"]
"""A figure printed only as a bound: "di atas 80" or "di bawah 50"."""

NATION = "00"
"""The code that stands for the whole country."""

ALL = "ALL"
"""The segment that holds everybody."""


@dataclass(frozen=True, order=True)
class Vintage:
    """The year, month or day that a figure is of, as far as it was printed."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def text(self) -> str:
        """Write it as it is kept: 2025, 2025-07 or 2025-07-30."""
        parts = [f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}"]
        return "-".join(parts[: 1 + (self.month > 0) + (self.day > 0)])

    @property
    def period(self) -> str:
        """Give the month, or the year where no month was printed."""
        return self.text[:7]

    @property
    def label(self) -> str:
        """Write it for people: "30 Juli 2025", "Juli 2025" or "2025"."""
        if not self.month:
            return str(self.year)
        month = dates.month_label(dates.month_index(self.year, self.month))
        return f"{self.day} {month}" if self.day else month

    @property
    def months(self) -> int:
        """Count months for distances in time; a bare year counts from its middle."""
        return self.year * 12 + (self.month or 7) - 1


@dataclass(frozen=True)
class Figure:
    """One row of the published figures, as printed.

    `percent` is in percent with `decimals` places that count; `approximate`
    marks counts that the source had rounded.
    """

    row: int
    line: int
    region_code: str
    region_name: str
    level: str
    as_of: Vintage
    segment: str
    covered: int | None
    denominator: int | None
    percent: Decimal | None
    bound: Bound | None
    target: Decimal | None
    approximate: bool
    note: str
    source_url: str
    source_host: str

    @property
    def has_counts(self) -> bool:
        """Tell whether both counts were printed."""
        return self.covered is not None and self.denominator is not None

    @property
    def gap(self) -> int | None:
        """Count the workers not covered; None unless both counts were printed."""
        if self.covered is None or self.denominator is None:
            return None
        return self.denominator - self.covered

    @property
    def place(self) -> str:
        """Name it in a sentence: region, segment and time."""
        return f"{self.region_name} {self.segment} {self.as_of.label}"
