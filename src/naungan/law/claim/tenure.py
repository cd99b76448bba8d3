"""How long someone had been a participant when it happened, and what was paid."""

from dataclasses import dataclass
from datetime import date

from naungan.law.claim.case import Case
from naungan.law.question import Facts
from naungan.law.words import day, month, words
from naungan.lib.dates import month_of, month_start


@dataclass(frozen=True)
class Start:
    """The first day of membership; `exact` False when only the month is known."""

    on: date
    exact: bool


def start_of(case: Case) -> Start | None:
    """Give the first day of membership, or None; an event before it is refused."""
    start = _stated(case.facts)
    if start is None:
        return None
    if start.on > case.day:
        name = "joined_on" if start.exact else "joined"
        case.facts.refuse(
            name,
            f"({day(start.on).id}) sesudah kejadian ({day(case.day).id}); "
            "kejadian sebelum menjadi peserta tidak ditanggung",
        )
    return start


def contribution_months(case: Case) -> int | None:
    """Give the months of contributions: stated, or unbroken since joining, or None.

    Counted from the month of joining through the month of the event, less the
    months in arrears.
    """
    stated = case.facts.get("contribution_months", int)
    start = start_of(case)
    if stated is not None or start is None:
        return stated
    first, last = month_of(start.on), month_of(case.day)
    unpaid = case.facts.get("arrears_months", int) or 0
    return case.facts.assume(
        "contribution_months",
        max(0, last - first + 1 - unpaid),
        words(
            "karena kepesertaan dihitung tanpa putus {first} sampai {last}",
            "as membership is counted unbroken from {first} to {last}",
            first=month(first),
            last=month(last),
        ),
    )


def _stated(facts: Facts) -> Start | None:
    joined = facts.get("joined", int)
    joined_on = facts.get("joined_on", date)
    if joined_on is not None:
        if joined is not None and joined != month_of(joined_on):
            facts.refuse("joined", "berbeda dengan bulan dari joined_on; isi satu saja")
        return Start(joined_on, exact=True)
    return None if joined is None else Start(month_start(joined), exact=False)
