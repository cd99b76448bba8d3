"""The late fine on one programme's month, in parts by the day each was paid.

Every part bears the rate for its own months of delay; the sum is made whole
rupiah once, by the rounding of fines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from naungan.law.answer import Used
from naungan.law.due import Due, due_day
from naungan.law.fine.delay import Delay, delay
from naungan.law.fine.rate import Rate, rate
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.terms import shown
from naungan.law.words import Words, percent, rupiah, words


HANDOVER: Final = "arrears/accrual_stops_on_handover"


@dataclass(frozen=True)
class Part:
    """Rupiah of a contribution and the day they were paid, or are counted to."""

    amount_idr: int
    paid_on: date


@dataclass(frozen=True)
class Fined:
    """A part with its delay and the rate that governs it."""

    part: Part
    delay: Delay
    rate: Rate

    @property
    def exact(self) -> Fraction:
        """The fine on this part before rounding."""
        return times(self.part.amount_idr, self.rate.monthly, self.delay.months)

    @property
    def words(self) -> Words:
        """Write the multiplication."""
        return words(
            "{amount} × {rate} × {months}",
            "{amount} × {rate} × {months}",
            amount=rupiah(self.part.amount_idr),
            rate=percent(self.rate.monthly),
            months=shown("months", self.delay.months),
        )


@dataclass(frozen=True)
class LateFine:
    """The fine on one programme's month: its due day, its parts, whole rupiah."""

    since: date
    parts: tuple[Fined, ...]
    fine_idr: int
    used: tuple[Used, ...]
    due: Due | None = None

    @property
    def months(self) -> int:
        """The months of delay of the part that is latest."""
        return max((one.delay.months for one in self.parts), default=0)

    @property
    def words(self) -> Words:
        """Write the sum of the parts that are late."""
        late = [one.words for one in self.parts if one.delay.months]
        return joined(late) if late else words("tidak terlambat", "not late")


def late_fine(
    segment: str,
    programme: str,
    month: int,
    parts: Sequence[Part],
    reader: Reader,
    *,
    labour_intensive: bool = False,
    handed_over_on: date | None = None,
) -> LateFine:
    """Fine one programme's month from its due day on."""
    due = due_day(segment, programme, month, reader)
    rated = [
        (
            part,
            rate(
                segment,
                programme,
                month,
                part.paid_on,
                reader,
                labour_intensive=labour_intensive,
            ),
        )
        for part in parts
    ]
    return fine_since(due.on, rated, reader, handed_over_on=handed_over_on, due=due)


def fine_since(
    since: date,
    rated: Sequence[tuple[Part, Rate]],
    reader: Reader,
    *,
    handed_over_on: date | None = None,
    due: Due | None = None,
) -> LateFine:
    """Fine parts from a day on, each at its own rate; a handover stops the count."""
    used: dict[str, Used] = {}
    parts = []
    for part, governing in rated:
        until = part.paid_on
        if handed_over_on is not None and handed_over_on < until:
            stops = reader.at(HANDOVER, handed_over_on, bool)
            used[stops.used.path] = stops.used
            until = handed_over_on if stops.value else until
        fined = Fined(part, delay(since, until, reader), governing)
        used |= {one.path: one for one in governing.used}
        parts.append(fined)
    exact = sum((one.exact for one in parts), Fraction(0))
    day = max((one.delay.until for one in parts), default=since)
    fine_idr, rounded = reader.rounded("fine", day, exact)
    return LateFine(since, tuple(parts), fine_idr, (*used.values(), *rounded), due)


def joined(terms: Sequence[Words]) -> Words:
    """Write terms with plus signs between them."""
    names = [f"term{place}" for place in range(len(terms))]
    pattern = " + ".join(f"{{{name}}}" for name in names)
    return Words(pattern, pattern, tuple(zip(names, terms, strict=True)))
