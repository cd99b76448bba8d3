"""What the lists of schemes know of somebody on a day, as the law asks about it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.casework.protection.models import Entry, PaidMonth
from naungan.casework.protection.packages import PACKAGES
from naungan.law.book import enacted
from naungan.law.due import newest_overdue
from naungan.law.reader import reader_of
from naungan.lib.dates import month_of, month_text


YES, NO = "ya", "tidak"
MOST_LINKS: Final = 20
"""How many renewals of one person are followed back."""
BEFORE_ENROLMENT: Final = (
    "proposed",
    "valid",
    "flagged",
    "reserve",
    "decided",
    "budgeted",
    "refused",
    "withdrawn",
)
GONE_FOR_ANOTHER_REASON: Final = ("moved", "has_job", "pays_alone", "refuses", "other")


@dataclass(frozen=True)
class Paid:
    """Which months of one person were due by a day, and which of them were paid."""

    first_month: int
    due_until: int
    months: frozenset[int]
    event_month: int

    @property
    def is_to_begin(self) -> bool:
        """Tell whether the first month comes after that of the day: nobody was in yet."""
        return self.first_month > self.event_month

    @property
    def unpaid_in_a_row(self) -> int:
        """Count the months before the day that are due and unpaid, back to the last paid."""
        last = max(
            (month for month in self.months if month <= self.due_until),
            default=self.first_month - 1,
        )
        return max(0, self.due_until - last)

    @property
    def contributed(self) -> int:
        """Count the months that were paid up to that of the day."""
        return sum(month <= self.event_month for month in self.months)


def facts_of(entry: Entry, on: date) -> dict[str, str]:
    """Propose what the law is asked with about somebody of a scheme, for a day."""
    package = PACKAGES[entry.scheme.package]
    found = {"segment": package.segment}
    if entry.scheme.honorarium_idr and package.segment == "PU":
        found["wage"] = str(entry.scheme.honorarium_idr)
    if entry.state in BEFORE_ENROLMENT:
        return {**found, "registered": NO}
    paid = paid_of(entry, on)
    if paid.is_to_begin:
        return {**found, "registered": NO}
    found |= {
        "registered": YES,
        "joined": month_text(paid.first_month),
        "contribution_months": str(paid.contributed),
    }
    if _was_gone(entry, on) or not _ever_proved(entry, paid):
        return {**found, "active": NO}
    if paid.unpaid_in_a_row and entry.state != "active":
        return {**found, "arrears_months": str(paid.unpaid_in_a_row)}
    return {**found, "active": YES}


def paid_of(entry: Entry, on: date) -> Paid:
    """Give the months of a person over everything that was renewed, up to a day.

    The last month due is that whose day of payment has passed; none is due after the
    scheme's own last month.
    """
    line = _line(entry)
    segment = PACKAGES[entry.scheme.package].segment
    overdue = newest_overdue(segment, "JKK", on, reader_of(enacted()))
    months = PaidMonth.objects.filter(
        entry__in=[one.pk for one in line], paid_on__isnull=False, paid_on__lte=on
    )
    return Paid(
        min(one.first_month or one.scheme.from_month for one in line),
        min(overdue, entry.scheme.until_month),
        frozenset(months.values_list("month", flat=True)),
        month_of(on),
    )


def _line(entry: Entry) -> list[Entry]:
    """Give the lines of the same person in a row of renewals, the newest first."""
    found = [entry]
    while len(found) < MOST_LINKS:
        before = found[-1].follows
        if before is None or before.nik is None or before.nik != entry.nik:
            break
        found.append(before)
    return found


def _was_gone(entry: Entry, on: date) -> bool:
    """Tell whether the protection was over before the day for another reason than it."""
    if month_of(on) > entry.scheme.until_month:
        return True
    if entry.ended_on is None or entry.ended_on >= on:
        return False
    return entry.ended_reason in GONE_FOR_ANOTHER_REASON


def _ever_proved(entry: Entry, paid: Paid) -> bool:
    return bool(paid.months) or entry.state == "active"
