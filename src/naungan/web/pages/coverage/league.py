"""Regions beside their peers: computed here, or printed elsewhere, with the average.

A printed figure is labelled as printed, with its vintage and its page; it is never
mixed into a sum with computed ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext, gettext_noop

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.figures import figures_of
from naungan.casework.intake.models import Publication
from naungan.casework.regions import printed
from naungan.lib import regions
from naungan.lib.numbers import format_number, format_percent
from naungan.web.figures import (
    NOTHING,
    month_words,
    points,
    present,
    shade,
    vintage_words,
)


DOUBTS: Final = (
    gettext_noop("sumber lain berbeda"),
    gettext_noop("tidak cocok dengan jumlahnya"),
    gettext_noop("hanya batas yang tercetak"),
    gettext_noop("di atas 100"),
)
"""What the engine says of a printed figure, for the catalogue."""
PEERS: Final = {1: "province", 2: "regency"}
"""The level of a region's peers that have printed figures, by parts of its code."""


@dataclass(frozen=True)
class LeagueRow:
    """One region of a league table; `printed` tells that others counted it."""

    code: str
    name: str
    percent: str
    bare: str
    share: Decimal | None
    shade: int | None
    gap: str
    points: str
    printed: bool
    vintage: str
    source_host: str
    source_url: str
    doubt: str
    here: bool
    beside: str = ""

    @property
    def short(self) -> str:
        """Give the last part of the code, for a tile."""
        return self.code.rpartition(".")[2]


@dataclass(frozen=True)
class Average:
    """The figure beside which the peers are set: the province's, else the nation's.

    `months` counts its month from year 0; `unprinted` names the province whose own
    average was never printed as a percentage.
    """

    name: str
    percent: str
    vintage: str
    source_host: str
    source_url: str
    share: Decimal
    months: int
    unprinted: str = ""

    @property
    def words(self) -> str:
        """Name it with its month, beside a difference."""
        return f"{self.name} ({self.vintage})"


def peers(
    code: str, publications: Iterable[Publication], scope: Scope
) -> tuple[list[LeagueRow], Average | None]:
    """Set a province among provinces, or a regency among those of its province."""
    parts = len(code.split("."))
    if parts not in PEERS:
        return [], None
    around = code.rpartition(".")[0]
    rows = inside(around, publications, scope)
    average = average_of(around, publications)
    return [replace(one, here=one.code == code) for one in rows], average


def inside(
    around: str, publications: Iterable[Publication], scope: Scope
) -> list[LeagueRow]:
    """Give every region just below a province or the country, the highest first.

    A region with a snapshot shows its computed figure, one without its newest
    printed one; one with neither stands at the end without a number.
    """
    level = PEERS[len(around.split(".")) + 1 if around else 1]
    average = average_of(around, publications)
    found = {one.figure.region_code: one for one in printed.standings(level, around)}
    computed = {one.region_code: one for one in publications}
    rows = []
    for region in _below(around):
        own = computed.get(region.code)
        row = _computed(own, scope, average) if own else None
        if row is None and region.code in found:
            row = _printed(found[region.code], average)
        rows.append(row or _nothing(region.code, region.name))
    return sorted(rows, key=_order)


def average_of(code: str, publications: Iterable[Publication]) -> Average | None:
    """Give the newest printed coverage of a province.

    Where none was printed, the nation's nearest to the newest month computed inside.
    """
    if not code:
        return None
    found = printed.standing(code)
    if found is not None and found.figure.bound is None:
        return _average(found)
    inside_it = [one for one in publications if regions.lies_in(one.region_code, code)]
    months = max((one.month for one in inside_it), default=0)
    nation, own = printed.nation_near(months), regions.by_code(code)
    return _average(nation, own.name) if nation and own else None


def _average(found: printed.Standing, unprinted: str = "") -> Average:
    share = _decimal(found)
    return Average(
        name=found.figure.region_name,
        percent=format_percent(share),
        vintage=vintage_words(found.figure.as_of.text),
        source_host=found.figure.source_host,
        source_url=found.figure.source_url,
        share=share,
        months=found.figure.as_of.months,
        unprinted=unprinted,
    )


def printed_row(code: str) -> LeagueRow | None:
    """Give the newest printed figure of a region, where one stands in the file."""
    found = printed.standing(code)
    return _printed(found, None) if found else None


def _below(around: str) -> list[regions.Region]:
    if not around:
        return list(regions.within(None, "province"))
    return list(regions.within(around, "regency"))


def _computed(
    publication: Publication, scope: Scope, average: Average | None
) -> LeagueRow | None:
    found = figures_of(publication, scope, publication.region_code)
    region = regions.by_code(publication.region_code)
    whole = present(found.own, region.name if region else "", None).whole
    if whole is None:
        return None
    return LeagueRow(
        code=whole.code,
        name=whole.name,
        percent=whole.percent,
        bare=whole.bare,
        share=whole.share,
        shade=whole.shade,
        gap=whole.gap,
        points=points(whole.share, average.share if average else None),
        beside=average.words if average else "",
        printed=False,
        vintage=month_words(whole.month),
        source_host="",
        source_url="",
        doubt="",
        here=False,
    )


def _printed(one: printed.Standing, average: Average | None) -> LeagueRow:
    share = _decimal(one)
    difference, beside = _difference(one, share, average)
    figure = one.figure
    bound = {"above": "> ", "below": "< ", None: ""}[figure.bound]
    return LeagueRow(
        code=figure.region_code,
        name=figure.region_name,
        percent=bound + format_percent(share),
        bare=bound + format_number(share, 1),
        share=share,
        shade=None if figure.bound else shade(share),
        gap=NOTHING if figure.gap is None else format_number(figure.gap),
        points=difference,
        printed=True,
        vintage=vintage_words(figure.as_of.text),
        source_host=figure.source_host,
        source_url=figure.source_url,
        doubt=_doubt(one.doubt or one.why_unplaced),
        here=False,
        beside=beside,
    )


def _difference(
    one: printed.Standing, share: Decimal, average: Average | None
) -> tuple[str, str]:
    """Give the points and what they are beside: what was printed nearest in time.

    Without a printed average of its province, the one that stands in for it.
    """
    if one.around is not None and one.difference:
        vintage = vintage_words(one.around.as_of.text)
        return one.difference.split(" ")[0], f"{one.around.region_name} ({vintage})"
    apart = abs(one.figure.as_of.months - average.months) if average else 0
    if average is None or one.figure.bound or apart > printed.FURTHEST_MONTHS:
        return NOTHING, ""
    return points(share, average.share), average.words


def _doubt(said: str) -> str:
    return gettext(said) if said else ""


def _nothing(code: str, name: str) -> LeagueRow:
    return LeagueRow(
        code=code,
        name=name,
        percent=NOTHING,
        bare=NOTHING,
        share=None,
        shade=None,
        gap=NOTHING,
        points=NOTHING,
        printed=False,
        vintage="",
        source_host="",
        source_url="",
        doubt="",
        here=False,
    )


def _decimal(one: printed.Standing) -> Decimal:
    return Decimal(one.percent.numerator) / Decimal(one.percent.denominator)


def _order(row: LeagueRow) -> tuple[Decimal, str]:
    return (Decimal(1000) if row.share is None else -row.share, row.code)
