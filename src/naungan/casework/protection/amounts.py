"""What one person of a scheme costs in a month, from the law and nowhere else."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.packages import PACKAGES
from naungan.law.answer import Answer
from naungan.law.book import enacted
from naungan.law.due import due_day
from naungan.law.kinds import answer
from naungan.law.reader import reader_of
from naungan.lib.dates import month_text
from naungan.lib.errors import LawRefused


MONTHS_A_YEAR: Final = 12


def rate(scheme: Scheme, month: int) -> Answer:
    """Answer what the law asks for one person of the scheme in a month.

    `results["total"]` is in whole rupiah; notes carry doubts, as about a relief that
    may not reach a fund. Raises LawRefused for a month that the law does not reach.
    """
    return answer("contribution", _question(scheme, month))


def rate_idr(scheme: Scheme, month: int) -> int:
    """Give what one person costs in a month, in rupiah."""
    total: int = rate(scheme, month).results["total"]
    return total


def rates_idr(scheme: Scheme, first: int, last: int) -> dict[int, int]:
    """Give what one person costs in each month of a span."""
    return {month: rate_idr(scheme, month) for month in range(first, last + 1)}


def _question(scheme: Scheme, month: int) -> dict[str, object]:
    package = PACKAGES[scheme.package]
    asked: dict[str, object] = {
        "segment": package.segment,
        "month": month_text(month),
        "programmes": "+".join(package.programmes),
    }
    if package.segment == "PU":
        return {**asked, "wage": scheme.honorarium_idr or 0}
    occupation = CATEGORIES[scheme.category].occupation
    return {**asked, "payer": FUNDS[scheme.fund].payer, "occupation": occupation}


@dataclass(frozen=True)
class YearPart:
    """The months of a scheme that lie in one fiscal year, and one person's cost in it."""

    year: int
    first_month: int
    last_month: int
    each_idr: int

    @property
    def months(self) -> int:
        """Give how many months these are."""
        return self.last_month - self.first_month + 1


def by_year(scheme: Scheme) -> list[YearPart]:
    """Cut the months of a scheme at the ends of fiscal years, with their cost."""
    parts = []
    first = scheme.from_month
    while first <= scheme.until_month:
        end_of_year = first - first % MONTHS_A_YEAR + MONTHS_A_YEAR - 1
        last = min(scheme.until_month, end_of_year)
        each = sum(rates_idr(scheme, first, last).values())
        parts.append(YearPart(first // MONTHS_A_YEAR, first, last, each))
        first = last + 1
    return parts


def exhausted_in(
    scheme: Scheme, part: YearPart, people: int, ceiling_idr: int
) -> int | None:
    """Name the first month of a fiscal year that its ceiling does not pay whole.

    A ceiling pays the months of its own fiscal year and no others; None where it pays
    all of them.
    """
    left = ceiling_idr - people * part.each_idr
    month = None
    for later in range(part.last_month, part.first_month - 1, -1):
        if left >= 0:
            break
        month = later
        left += people * rate_idr(scheme, later)
    return month


def due_on(scheme: Scheme, month: int) -> date | None:
    """Give the day on which a month must be paid; None where the law names none."""
    segment = PACKAGES[scheme.package].segment
    try:
        return due_day(segment, "JKK", month, reader_of(enacted())).on
    except LawRefused:
        return None
