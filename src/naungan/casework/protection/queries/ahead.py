"""What lies ahead: cohorts that end, what going on costs, and what a scheme would change."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

from django.db.models import Count, Q, Sum

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.figures import figures_of
from naungan.casework.intake.models import Publication
from naungan.casework.protection import amounts
from naungan.casework.protection.models import Entry, Scheme, Tally
from naungan.casework.protection.queries.schemes import quota_people, schemes
from naungan.casework.protection.states import BILLED, FILLING, NEAR_POOR
from naungan.lib.dates import month_end, month_of
from naungan.lib.errors import LawRefused


WARNED: Final = timedelta(days=90)
Three = tuple[int, int, int]
"""People, of how many the decile is known, and of how many it lies above the poor."""
NOBODY: Final[Three] = (0, 0, 0)
BETTER: Final = Q(decile__gt=NEAR_POOR)
OWN_LIST: Final = "daftar"  # so begins a universe counted from the office's own lists


@dataclass(frozen=True)
class Ending:
    """A cohort that ends soon: its day, its people, what twelve more months cost.

    Whose death was reported goes on with nobody. `could_pay` counts who is in a decile above the poor; None where no decile is known.
    `year_idr` is None where the law does not reach those months yet.
    """

    scheme: Scheme
    ends_on: date
    days: int
    people: int
    year_idr: int | None
    could_pay: int | None
    renewed: bool


def cohorts_ending(scope: Scope, today: date) -> list[Ending]:
    """Give the schemes whose protection ends within ninety days, the first to end first."""
    last = month_of(today + WARNED)
    found = schemes(scope).filter(
        state="open", until_month__gte=month_of(today), until_month__lte=last
    )
    counted = found.annotate(after=Count("renewed_by", distinct=True))
    lines = Tally.objects.filter(scheme__in=found, state__in=BILLED).order_by()
    told = {
        number: (people, ranked, better)
        for number, *(people, ranked, better) in lines.values_list(
            "scheme_id"
        ).annotate(all=Sum("people"), known=Sum("ranked"), above=Sum("better"))
    }
    dead = _dead(Q(scheme__in=found, state__in=BILLED))
    endings = [
        _ending(
            one,
            _less(told.get(one.pk, NOBODY), dead.get(one.pk, NOBODY)),
            today,
        )
        for one in counted
    ]
    return sorted(
        (one for one in endings if one.days <= WARNED.days), key=lambda one: one.days
    )


def _dead(kept: Q) -> dict[int, Three]:
    """Count, of some lines, whose death was reported, by scheme, as a tally counts."""
    found = Entry.objects.filter(kept, died_on__isnull=False).order_by()
    rows = found.values_list("scheme_id").annotate(
        all=Count("pk"), known=Count("decile"), above=Count("pk", filter=BETTER)
    )
    return {number: (people, ranked, better) for number, people, ranked, better in rows}


def _less(told: Three, dead: Three) -> Three:
    """Take the dead from a tally."""
    people, ranked, better = (
        counted - died for counted, died in zip(told, dead, strict=True)
    )
    return people, ranked, better


def _ending(one: Scheme, told: Three, today: date) -> Ending:
    ends_on = month_end(one.until_month)
    people, ranked, better = told
    return Ending(
        scheme=one,
        ends_on=ends_on,
        days=(ends_on - today).days,
        people=people,
        year_idr=_next_year(one, people),
        could_pay=better if ranked else None,
        renewed=bool(vars(one)["after"]),
    )


@dataclass(frozen=True)
class GoingOn:
    """Who a scheme would carry on: of how many the decile is known, who could pay alone.

    `each_idr` is what one person costs in the twelve months after the scheme; None
    where the law does not reach them yet.
    """

    people: int
    ranked: int
    could_pay: int
    each_idr: int | None


def going_on(one: Scheme) -> GoingOn:
    """Count who is enrolled or covered and lives, and who of them stands above the poor."""
    told = Tally.objects.filter(scheme=one, state__in=BILLED).aggregate(
        all=Sum("people"), known=Sum("ranked"), above=Sum("better")
    )
    counted = (told["all"] or 0, told["known"] or 0, told["above"] or 0)
    dead = _dead(Q(scheme=one, state__in=BILLED)).get(one.pk, NOBODY)
    return GoingOn(*_less(counted, dead), _next_year(one, 1))


def _next_year(one: Scheme, people: int) -> int | None:
    first = one.until_month + 1
    try:
        rates = amounts.rates_idr(one, first, first + amounts.MONTHS_A_YEAR - 1)
    except LawRefused:
        return None
    return people * sum(rates.values())


@dataclass(frozen=True)
class Projection:
    """What a scheme would change in the coverage of its region.

    `already` are people of the list whom the snapshot counts as covered; None where no
    list was checked, and then only the highest coverage is known. `month` is that of the
    snapshot by which the list was checked, `now` the share in a newer one; None where
    there is none.
    """

    covered: int
    universe: int
    people: int
    already: int | None
    month: str = ""
    now: Fraction | None = None

    @property
    def before(self) -> Fraction:
        """Give the share of the universe that was covered before the scheme."""
        return Fraction(self.covered, self.universe)

    @property
    def at_most(self) -> Fraction:
        """Give the share if nobody on the list was counted already."""
        return Fraction(self.covered + self.people, self.universe)

    @property
    def after(self) -> Fraction | None:
        """Give the share by the true overlap; None where it is not known."""
        if self.already is None:
            return None
        return Fraction(self.covered + self.people - self.already, self.universe)


def projection(scope: Scope, one: Scheme) -> Projection | None:
    """Project the coverage of a scheme's region; None where nothing was published.

    Counted is whoever fills a place and lives: nobody who must be corrected or waits in
    the reserve. The overlap is that of the checked list, and so is the snapshot: a newer one
    may count the people of the scheme already. Where nobody is listed, the quota stands
    for the people, and the overlap is not known.
    """
    newest = door.newest(one.region_code)
    if newest is None:
        return None
    checked = _checked_by(one, newest)
    whole = _whole(checked, scope, one.region_code)
    if whole is None:
        return None
    later = _whole(newest, scope, one.region_code) if newest != checked else None
    listed = Tally.objects.filter(scheme=one, state__in=FILLING)
    told = listed.aggregate(all=Sum("people"), known=Sum("covered"))
    dead = Entry.objects.filter(
        scheme=one, state__in=FILLING, died_on__isnull=False
    ).aggregate(all=Count("pk"), known=Count("pk", filter=Q(covered_then=True)))
    return Projection(
        int(whole["numerator"]),
        int(whole["denominator"]),
        told["all"] - dead["all"] if told["all"] else quota_people(one),
        told["known"] - dead["known"] if told["all"] else None,
        str(whole["month"]),
        _share(later) if later else None,
    )


def _checked_by(one: Scheme, newest: Publication) -> Publication:
    """Give the snapshot by which the first line of the list was checked, else the newest."""
    lines = Entry.objects.filter(scheme=one, series=newest.region_code)
    ordered = lines.order_by("village_code", "roster", "position")
    run = ordered.values_list("run", flat=True).first()
    if run is None:
        return newest
    known = Publication.objects.filter(region_code=newest.region_code, run=run)
    return known.first() or newest


def _whole(
    publication: Publication, scope: Scope, region_code: str
) -> dict[str, Any] | None:
    """Give a region's whole coverage in a snapshot, against its official universe."""
    rows = figures_of(publication, scope, region_code).own
    found = [row for row in rows if _is_coverage(row)]
    whole = max(found, key=_official, default=None)
    if whole is None or not whole["denominator"] or whole["numerator"] is None:
        return None
    return whole


def _official(row: dict[str, Any]) -> tuple[str, bool, str]:
    """Order rows by month; an official count goes before the list of the office."""
    universe = str(row["universe"])
    return str(row["month"]), not universe.startswith(OWN_LIST), universe


def _share(row: dict[str, Any]) -> Fraction:
    return Fraction(int(row["numerator"]), int(row["denominator"]))


def _is_coverage(row: dict[str, object]) -> bool:
    parts = ("segment", "category", "funder")
    return row["measure"] == "coverage" and all(row.get(part) is None for part in parts)
