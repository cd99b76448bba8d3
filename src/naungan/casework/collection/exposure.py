"""Workers exposed at an employer, and what it would owe if one of them died today.

Whoever is not registered has no benefit from the fund: the employer bears it. Whoever
works for an employer too long in arrears is paid by the employer first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import pursuit
from naungan.casework.intake.models import Publication
from naungan.law.answer import Used
from naungan.law.arrears import FIELDS
from naungan.law.arrears.account import cited
from naungan.law.arrears.shortfall import Shortfall, shortfalls
from naungan.law.book import enacted
from naungan.law.question import read_facts
from naungan.law.reader import reader_of
from naungan.law.words import Words, number, rupiah, words
from naungan.lib.dates import month_of, month_text


ARREARS: Final = "contributions_in_arrears"
EXPOSING: Final = ("unregistered_employer", "partial_workers", ARREARS)
"""The findings that leave workers without a benefit from the fund."""
RULES: Final = "benefits/arrears/"
GRACE: Final = "participation/arrears/grace_months/pu"


@dataclass(frozen=True)
class Group:
    """Workers of one wage: how many, and what a death costs the employer.

    `work_idr` is None where no wage is known: the benefit of an accident hangs on it.
    """

    wage_idr: int | None
    people: int
    other_idr: int
    work_idr: int | None


@dataclass(frozen=True)
class Exposed:
    """The workers behind one finding, by wage, with the law that makes the employer owe.

    `unnamed` are workers that the finding counts and no list names.
    """

    code: str
    groups: tuple[Group, ...]
    unnamed: int
    used: tuple[Used, ...]

    @property
    def people(self) -> int:
        """Everybody exposed."""
        return sum(one.people for one in self.groups) + self.unnamed

    @property
    def other_idr(self) -> int:
        """What one death that is not from work costs."""
        return max((one.other_idr for one in self.groups), default=0)

    @property
    def work_idr(self) -> tuple[int, int] | None:
        """What one death from work costs, from the lowest wage to the highest."""
        known = [one.work_idr for one in self.groups if one.work_idr is not None]
        return (min(known), max(known)) if known else None

    @property
    def sentence(self) -> Words:
        """Say it in one sentence."""
        if self.work_idr is None:
            return words(
                "Bila seorang dari {people} pekerja ini meninggal hari ini, pemberi "
                "kerja menanggung {other}",
                "If one of these {people} workers died today, the employer would owe "
                "{other}",
                people=number(self.people),
                other=rupiah(self.other_idr),
            )
        low, high = self.work_idr
        return words(
            "Bila seorang dari {people} pekerja ini meninggal hari ini, pemberi kerja "
            "menanggung {other}, atau {low} sampai {high} bila karena kecelakaan kerja",
            "If one of these {people} workers died today, the employer would owe "
            "{other}, or {low} to {high} if by an accident at work",
            people=number(self.people),
            other=rupiah(self.other_idr),
            low=rupiah(low),
            high=rupiah(high),
        )


def exposure(
    publication: Publication, scope: Scope, employer_id: int, on: date
) -> list[Exposed]:
    """Count who is exposed at an employer by each finding that leaves them uncovered."""
    found = pursuit.found(publication, scope, employer_id)
    if found is None:
        return []
    return [
        of_workers(
            finding["code"],
            pursuit.exposed(publication, scope, employer_id, finding["code"]),
            finding["people"],
            on,
        )
        for finding in found.findings
        if finding["code"] in EXPOSING and _exposes(finding, on)
    ]


def _exposes(finding: dict[str, Any], on: date) -> bool:
    """Tell whether the employer owes: in arrears only beyond the months of grace."""
    if finding["code"] != ARREARS:
        return True
    grace = reader_of(enacted()).at(GRACE, on, int)
    return (finding["months_in_arrears"] or 0) > grace.value


def of_workers(
    code: str, rows: Sequence[dict[str, Any]], people: int, on: date
) -> Exposed:
    """Say what each wage group would cost, from rows with `wage` and `people`."""
    counts: dict[int | None, int] = {}
    for row in rows:
        counts[row["wage"]] = counts.get(row["wage"], 0) + row["people"]
    dead = _owed("JKM", None, on)
    used = cited(_why(code, on), _values(dead))
    groups = []
    for wage in sorted(counts, key=lambda one: (one is None, one or 0)):
        by_work = _owed("JKK", wage, on) if wage else None
        used = cited(used, _values(by_work) if by_work else ())
        work_idr = by_work.owed_idr if by_work else None
        groups.append(Group(wage, counts[wage], dead.owed_idr, work_idr))
    unnamed = max(0, people - sum(counts.values()))
    if not groups and unnamed:
        group = Group(None, unnamed, dead.owed_idr, None)
        return Exposed(code, (group,), 0, used)
    return Exposed(code, tuple(groups), unnamed, used)


def _why(code: str, on: date) -> tuple[Used, ...]:
    """Cite the rule by which the employer owes: grace exceeded, or not registered."""
    reader = reader_of(enacted())
    if code == ARREARS:
        return (reader.at(GRACE, on, int).used,)
    owed = _owed("JKM", None, on)
    return tuple(one for one in owed.used if one.path.startswith(RULES))


@lru_cache(maxsize=2_048)
def _owed(programme: str, wage_idr: int | None, on: date) -> Shortfall:
    """Compute what a death would cost; many workers earn the same wage."""
    event: dict[str, Any] = {
        "lack": "not_registered",
        "programme": programme,
        "event_date": on,
    }
    if wage_idr:
        event |= {"outcome": "death", "wage": wage_idr}
    stated = {"on": on, "months": month_text(month_of(on)), "events": [event]}
    (found,) = shortfalls(read_facts(stated, FIELDS), reader_of(enacted()))
    return found


def _values(one: Shortfall) -> tuple[Used, ...]:
    """Give the values that made an amount, without the rule of whom it falls to."""
    return tuple(used for used in one.used if not used.path.startswith(RULES))
