"""Regions, their coverage, their league and every published figure."""

from collections.abc import Iterable
from typing import Annotated, Any, Final

from django.utils.translation import gettext_noop as _
from ninja import Query

from naungan.casework.intake import door
from naungan.casework.intake.figures import figures_of
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.web.api import reach
from naungan.web.api.door import asks
from naungan.web.api.paging import After, Limit, following, place
from naungan.web.api.reach import RegionPath
from naungan.web.api.shapes import figures as shapes, origin
from naungan.web.api.shapes.shape import MONTH
from naungan.web.programs.bearer import KeyRequest


TAG: Final = _("Angka")
WHOLE: Final = ("segment", "category", "funder")
ORDER: Final = ("measure", "month", "universe", *WHOLE)
PLACE: Final = ("region_code", "level")
NUMBERS: Final = ("numerator", "low", "high", "denominator", "value")
Word = Annotated[str | None, Query(max_length=80)]
MonthQuery = Annotated[str | None, Query(pattern=MONTH)]


@asks(
    *("regions", "api.regions", shapes.Regions, "see_coverage"),
    *(
        _("Wilayah yang sudah punya potret"),
        _("Wilayah yang sudah punya potret terbit, dengan bulan datanya."),
        TAG,
    ),
)
def published(request: KeyRequest) -> shapes.Regions:
    """List the regions with a published snapshot."""
    del request
    found = door.published_regions()
    return shapes.Regions(rows=[reach.published_shape(one) for one in found])


@asks(
    *("regions/{code}", "api.region", shapes.RegionAnswer, "see_coverage"),
    *(
        _("Satu wilayah dan cakupannya"),
        _("Satu wilayah, yang melingkupinya, isinya, dan cakupan terbarunya."),
        TAG,
    ),
)
def region(request: KeyRequest, code: RegionPath) -> shapes.RegionAnswer:
    """Give one region with its newest coverage."""
    one = reach.known(code)
    publication = reach.published(one.code)
    rows = figures_of(publication, request.scope, one.code).own
    last = max((row["month"] for row in rows), default="")
    newest = [row for row in _whole(rows) if row["month"] == last]
    return shapes.RegionAnswer(
        region=reach.region_shape(one),
        lies_in=[reach.region_shape(around) for around in regions.chain(one.code)[:-1]],
        below=[reach.region_shape(part) for part in regions.children(one.code)],
        coverage=[figure(row) for row in newest],
        source=reach.source(publication, request.scope),
    )


@asks(
    *("regions/{code}/league", "api.league", shapes.League, "see_coverage"),
    *(
        _("Urutan wilayah di bawah satu wilayah"),
        _("Wilayah di bawah satu wilayah, yang cakupannya paling tinggi dahulu."),
        TAG,
    ),
)
def league(
    request: KeyRequest,
    code: RegionPath,
    universe: Word = None,
    month: MonthQuery = None,
) -> shapes.League:
    """Set the regions below one in order, the best covered first."""
    one = reach.known(code)
    publication = reach.published(one.code)
    found = figures_of(publication, request.scope, one.code)
    whole, below = _whole(found.own), _whole(found.below)
    named = universe or _usual_universe(below or whole)
    asked_month = month or max((row["month"] for row in below), default="")

    def asked(rows: Iterable[Any]) -> list[Any]:
        pair = (named, asked_month)
        return [row for row in rows if (row["universe"], row["month"]) == pair]

    return shapes.League(
        universe=named,
        month=asked_month,
        rows=_standings(asked(below), asked(whole)),
        source=reach.source(publication, request.scope),
    )


@asks(
    *("regions/{code}/measures", "api.measures", shapes.Figures, "see_coverage"),
    *(
        _("Semua angka terbit satu wilayah"),
        _(
            "Semua angka terbit satu wilayah: per ukuran, bulan, semesta, segmen, kategori."
        ),
        TAG,
    ),
)
def measures(
    request: KeyRequest,
    code: RegionPath,
    measure: Word = None,
    month: MonthQuery = None,
    universe: Word = None,
    segment: Word = None,
    limit: Limit = 100,
    after: After = None,
) -> shapes.Figures:
    """Give every published figure of one region."""
    one = reach.known(code)
    publication = reach.published(one.code)
    rows = figures_of(publication, request.scope, one.code).own
    asked = {"measure": measure, "month": month, "universe": universe}
    asked["segment"] = segment
    kept = [
        row
        for row in sorted(rows, key=_order)
        if all(value in (None, row[name]) for name, value in asked.items())
    ]
    return _page(request, publication, kept, limit, after)


def _page(
    request: KeyRequest,
    publication: Publication,
    rows: list[Any],
    limit: int,
    after: str | None,
) -> shapes.Figures:
    begun = place(after, f"{publication.run}")
    given = rows[begun : begun + limit]
    return shapes.Figures(
        rows=[figure(row) for row in given],
        next=following(f"{publication.run}", begun, len(given), limit),
        source=reach.source(publication, request.scope),
    )


def figure(row: Any) -> shapes.Figure:
    """Give a figure; what is hidden keeps its universe but none of its numbers."""
    hidden = bool(row["hidden"])
    names = (*ORDER, *PLACE, *NUMBERS)
    shown = {name: row[name] for name in names if not (hidden and name in NUMBERS)}
    empty = dict.fromkeys(NUMBERS)
    return shapes.Figure.model_validate({**empty, **shown, "hidden": hidden})


def percent(row: Any) -> float | None:
    """Give the share of the universe in percent, exact to two places."""
    if row["hidden"] or not row["denominator"]:
        return None
    return round(100 * int(row["low"]) / int(row["denominator"]), 2)


def _whole(rows: Iterable[Any]) -> list[Any]:
    """Keep the coverage of whole populations."""
    return [
        row
        for row in rows
        if row["measure"] == "coverage" and not any(row[name] for name in WHOLE)
    ]


def _usual_universe(rows: list[Any]) -> str:
    """Name the universe of a page: a published count before our own list."""
    names = sorted({row["universe"] for row in rows})
    return min(names, key=lambda name: (name.startswith("daftar"), name), default="")


def _standings(below: list[Any], whole: list[Any]) -> list[shapes.Standing]:
    mean = percent(whole[0]) if whole else None
    shares = {row["region_code"]: percent(row) for row in below}
    ordered = sorted(
        below,
        key=lambda row: (-(shares[row["region_code"]] or -1.0), row["region_code"]),
    )
    return [
        _standing(number, row, shares[row["region_code"]], mean)
        for number, row in enumerate(ordered, 1)
    ]


def _standing(
    number: int, row: Any, share: float | None, mean: float | None
) -> shapes.Standing:
    code = row["region_code"]
    known = regions.by_code(code)
    named = (
        reach.region_shape(known)
        if known
        else origin.Region(code=code, name=code, level=row["level"])
    )
    apart = None if share is None or mean is None else round(share - mean, 2)
    return shapes.Standing(
        place=number,
        region=named,
        figure=figure(row),
        percent=share,
        points_from_whole=apart,
    )


def _order(row: Any) -> tuple[str, ...]:
    return tuple(str(row[name] or "") for name in ORDER)
