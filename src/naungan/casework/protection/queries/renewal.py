"""Who would go over into the scheme after this one, who would not and why, and the cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from naungan.casework.protection import amounts
from naungan.casework.protection.models import Entry, Participation, Scheme
from naungan.casework.protection.states import BILLED
from naungan.lib.dates import month_start
from naungan.lib.errors import LawRefused


STAYS: Final = (
    "died",
    "too_old",
    "too_young",
    "followed",
    "ended",
    "replaced",
    "refused",
    "not_enrolled",
)
"""Why somebody of a scheme does not go over, as codes, in the order in which it is told.

Of several reasons the first counts; with whoever goes over they add up to the list.
"""

SAID: Final = ("ended", "replaced", "refused")
GONE: Final = ("withdrawn", "renewed")


@dataclass(frozen=True)
class Renewal:
    """How many people go over, how many stay by reason, and what the new scheme costs.

    `idr` is None where the law does not reach its months yet.
    """

    people: int
    stay: Mapping[str, int]
    idr: int | None


def renewal(old: Scheme, wanted: Scheme) -> Renewal:
    """Count who of a scheme would go over into a planned one, and the cost of it."""
    counted = _told(old, wanted).order_by().values_list("why")
    told = dict(counted.annotate(people=Count("pk")))
    people = told.get("", 0)
    stay = {code: told[code] for code in STAYS if told.get(code)}
    return Renewal(people, stay, _cost_idr(wanted, people))


def late(made: Scheme) -> int:
    """Count who was enrolled since a scheme in preparation was made, and goes over."""
    if made.renews is None or made.state != "draft":
        return 0
    return going(made.renews, made).count()


def partners(old: Scheme) -> QuerySet[Participation]:
    """Give the institutions that serve a scheme, and go on serving the one after it."""
    found = Participation.objects.filter(scheme=old, ended_on=None)
    return found.select_related("institution").order_by("pk")


def going(old: Scheme, wanted: Scheme) -> QuerySet[Any]:
    """Give who goes over: enrolled or covered, alive, of the age, and not over already."""
    return _told(old, wanted).filter(why="").order_by()


def _told(old: Scheme, wanted: Scheme) -> QuerySet[Any]:
    """Say of everybody on the lists of a scheme why they stay; "" of who goes over."""
    lines = Entry.objects.filter(scheme=old).exclude(state__in=GONE)
    reasons = _reasons(wanted)
    whens = [When(reasons[code], then=Value(code)) for code in STAYS]
    return lines.annotate(why=Case(*whens, default=Value("")))


def _reasons(wanted: Scheme) -> dict[str, Q]:
    """Say of each reason who it keeps; ages are those of the new scheme's first day."""
    first = month_start(wanted.from_month)
    return {
        "died": Q(died_on__isnull=False) | Q(ended_reason="died"),
        **{code: Q(state=code) for code in SAID},
        "not_enrolled": ~Q(state__in=(*BILLED, *SAID)),
        "followed": Q(followed_by__isnull=False) & ~Q(followed_by__scheme=F("scheme")),
        "too_old": _born(lte=_years_before(first, wanted.age_below)),
        "too_young": _born(gt=_years_before(first, wanted.age_from)),
    }


def _born(**limit: date) -> Q:
    """Keep a birth date by a limit; of whom none is known nothing is said."""
    asked = {f"birth_date__{name}": day for name, day in limit.items()}
    return Q(birth_date__isnull=False, **asked)


def _years_before(first: date, years: int) -> date:
    """Give the last birth date of whoever is so old on the first of a month."""
    return first.replace(year=first.year - years)


def _cost_idr(wanted: Scheme, people: int) -> int | None:
    try:
        return people * sum(part.each_idr for part in amounts.by_year(wanted))
    except LawRefused:
        return None
