"""The debt that a snapshot proposes: members in arrears, alike, with their unpaid months.

The officer looks at it before it is frozen. Months after that of the snapshot are not
proposed: whether they were paid it cannot tell. A member whose last paid month the extract
does not tell is taken to owe the months that the finding counts, the newest ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.collection.statement import Earners, question_of
from naungan.casework.intake import pursuit
from naungan.casework.intake.models import Publication
from naungan.law.book import enacted
from naungan.law.due import newest_overdue
from naungan.law.reader import reader_of
from naungan.lib import programmes
from naungan.lib.dates import month_end


FINDING: Final = "contributions_in_arrears"
BILLED: Final = ("JKK", "JKM", "JHT", "JP")
MOST_MONTHS: Final = 60
Row = dict[str, Any]


@dataclass(frozen=True)
class Proposed:
    """A question to the law with how many members it counts and how many it leaves out.

    Left out is whoever has no reported wage, or no month overdue. `span` is the first
    and the last month asked for.
    """

    question: dict[str, Any]
    people: int
    left_out: int
    span: tuple[int, int]


def proposed(
    publication: Publication, scope: Scope, employer_id: int, on: date
) -> Proposed | None:
    """Propose what an employer owes on a day; None where the snapshot tells nothing."""
    found = pursuit.found(publication, scope, employer_id)
    if found is None:
        return None
    finding = next((one for one in found.findings if one["code"] == FINDING), None)
    if finding is None:
        return None
    rows = pursuit.behind(publication, scope, employer_id)
    known_on = min(on, month_end(publication.month))
    newest = newest_overdue("PU", "JKK", known_on, reader_of(enacted()))
    earners = merged(rows, newest, finding["months_in_arrears"] or 1)
    if not earners:
        return None
    people = sum(one.count for one in earners)
    question = question_of(
        earners,
        scale=found.employer["scale"],
        risk_group=found.employer["risk_group"],
    )
    left_out = sum(row["people"] for row in rows) - people
    months = [month for one in earners for month in one.months]
    return Proposed(question, people, left_out, (min(months), max(months)))


def merged(rows: Sequence[Row], newest: int, months: int) -> list[Earners]:
    """Put members alike together: same wage, same programmes, same unpaid months."""
    counts: dict[tuple[int, tuple[int, ...], tuple[str, ...]], int] = {}
    for row in rows:
        unpaid = _unpaid(row, newest, months)
        if row["reported_wage"] and unpaid:
            key = (row["reported_wage"], unpaid, _programmes(row["programmes"]))
            counts[key] = counts.get(key, 0) + row["people"]
    return [Earners(count, *key) for key, count in sorted(counts.items())]


def _unpaid(row: Row, newest: int, months: int) -> tuple[int, ...]:
    paid = row["paid_through"]
    if paid is None:
        paid = newest - months
    start = row["start_month"]
    first = paid + 1 if start is None else max(paid + 1, start)
    return tuple(range(max(first, newest - MOST_MONTHS + 1), newest + 1))


def _programmes(held: int | None) -> tuple[str, ...]:
    """Name the programmes that are billed of those held; none where it is not told."""
    names = programmes.text_of(held or 0).split("+")
    return tuple(name for name in names if name in BILLED)
