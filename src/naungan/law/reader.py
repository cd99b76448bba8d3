"""How rules read the book: a value on a day or for a month, with its source.

A rule never sees a bare number: it gets the value together with the entry that
gave it, and hands both to the line it writes. Outside the enacted months the
law is not known, and nothing is answered.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Final, Generic, TypeVar, cast

from naungan.law.answer import Used
from naungan.law.book import Book
from naungan.law.rounding import RULES, Exact, is_whole, whole
from naungan.law.source.unit import Value
from naungan.law.words import Words
from naungan.lib.dates import format_date, month_end, month_label
from naungan.lib.errors import LawRefused


T = TypeVar("T")

MOST_KEPT: Final = 20_000  # dates of a population repeat; a runaway must not


@dataclass(frozen=True)
class Read(Generic[T]):
    """A value of the law and the record of where it came from."""

    value: T
    used: Used


class Reader:
    """The book as rules read it; what was read once is kept."""

    def __init__(self, book: Book) -> None:
        """Read from one book, enacted or overlaid."""
        self.book = book
        self._kept: dict[tuple[str, date], Read[Value] | None] = {}

    def at(self, path: str, day: date, kind: type[T]) -> Read[T]:
        """Give a value on a day; a missing value is refused, naming the gap."""
        found = self.find(path, day, kind)
        if found is None:
            title = self.book.parameter(path).title
            raise LawRefused(
                f"Tidak ada nilai “{title}” ({path}) pada {format_date(day)}; "
                f"lihat riwayatnya: law show {path}."
            )
        return found

    def at_month(self, path: str, month: int, kind: type[T]) -> Read[T]:
        """Give a value for a contribution month; a missing value is refused."""
        return self.at(path, month_end(month), kind)

    def find(self, path: str, day: date, kind: type[T]) -> Read[T] | None:
        """Give a value on a day, or None where the law has none."""
        key = (path, day)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._find(path, day)
        found = self._kept[key]
        if found is not None and not isinstance(found.value, kind):
            raise TypeError(f"{path} is {type(found.value).__name__}")
        return cast("Read[T] | None", found)

    def find_at_month(self, path: str, month: int, kind: type[T]) -> Read[T] | None:
        """Give a value for a contribution month, or None where the law has none."""
        return self.find(path, month_end(month), kind)

    def rounded(
        self, basis: str, day: date, amount: Exact
    ) -> tuple[int, tuple[Used, ...]]:
        """Make whole rupiah by `rounding/<basis>`; cite the rule only if it bit."""
        if is_whole(amount):
            return int(Fraction(amount)), ()
        rule = self.at(f"rounding/{basis}", day, str)
        for known in RULES:
            if rule.value == known:
                return whole(amount, known), (rule.used,)
        raise LawRefused(
            f"rounding/{basis}: aturan pembulatan '{rule.value}' tidak dikenal; "
            f"pilih: {', '.join(RULES)}."
        )

    def refuse_outside(self, month: int) -> None:
        """Refuse a month that the recorded law does not reach."""
        first, last = self.book.months
        if not first <= month <= last:
            raise LawRefused(
                f"Bulan {month_label(month)} di luar hukum yang tercatat "
                f"({month_label(first)} sampai {month_label(last)})."
            )

    def _find(self, path: str, day: date) -> Read[Value] | None:
        parameter = self.book.parameter(path)
        entry = parameter.entry_at(day)
        if entry is None:
            return None
        assert entry.value is not None
        periods = parameter.periods()
        period = next(
            one
            for one in periods
            if one.from_on <= day and (one.to_on is None or day <= one.to_on)
        )
        cited = [self.book.cite(one) for one in entry.citations if one.instrument]
        used = Used(
            path=parameter.path,
            title=Words(parameter.title, parameter.title_en),
            unit=parameter.unit,
            value=entry.value,
            from_on=period.from_on,
            to_on=period.to_on,
            basis="; ".join(cited),
            confidence=entry.confidence,
            date_uncertain=entry.date_uncertain,
            overlaid_by=entry.overlaid_by,
            note=entry.note,
            value_en=entry.value_en,
        )
        return Read(entry.value, used)


@cache
def reader_of(book: Book) -> Reader:
    """Give the one reader of a book."""
    return Reader(book)
