"""Every village of a scheme against its quota: as tiles, as a table, as a file."""

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.queries import schemes
from naungan.casework.protection.queries.schemes import Progress
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.shapes import Map, drawn
from naungan.web.pages.schemes import presenter, words
from naungan.web.pages.schemes.place import Desk, desk_of
from naungan.web.pages.village_list.presenter import name_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
PER_PAGE: Final = 50
SHORT_NAME: Final = 7
QUARTERS: Final = (1, 25, 50, 75, 100)
LABELS: Final = ("0 %", "1–24 %", "25–49 %", "50–74 %", "75–99 %", "100 %")
VILLAGE_PARTS: Final = 4


@dataclass(frozen=True)
class Tile:
    """One village on the map of tiles: how much of its quota a decree names."""

    code: str
    name: str
    short: str
    bare: str
    shade: int


@dataclass(frozen=True)
class Row:
    """One village of the table."""

    code: str
    name: str
    district: str
    quota: str
    listed: str
    reserve: str
    flagged: str
    taken: str
    covered: str
    standing: str
    tone: str


@audience(SEES)
def villages(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show how far each village is; a village goes to its own list."""
    desk = desk_of(request.scope, number)
    if is_village(request.scope):
        return redirect("village_list.scheme", number=number)
    found = _inside(request.scope, schemes.progress(desk.scheme))
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(desk, found), form)
    wanted = request.GET.get("keadaan", "")
    chosen = [
        one for one in found if wanted not in words.STANDINGS or one.standing == wanted
    ]
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("hal"))
    shown = {
        "desk": desk,
        "scheme": desk.scheme,
        "here": "villages",
        "tabs": _tabs(found),
        "wanted": wanted if wanted in words.STANDINGS else "",
        "page": page,
        "rows": [_row(one) for one in page],
        "map": _drawn(request.scope, desk, found),
        "districts": _districts(desk, found),
        "legend": _legend(found),
    }
    return render(request, "schemes/villages.html", shown)


def is_village(scope: Scope) -> bool:
    """Tell whether a village is at work: it has its own list."""
    return len(scope.region_code.split(".")) == VILLAGE_PARTS


def _inside(scope: Scope, found: list[Progress]) -> list[Progress]:
    inner = scope.region_code
    return [
        one
        for one in found
        if regions.lies_in(one.village_code, inner) or not one.village_code
    ]


def _tabs(found: list[Progress]) -> list[dict[str, str]]:
    counts = dict.fromkeys(words.STANDINGS, 0)
    for one in found:
        counts[one.standing] += 1
    return [
        {"code": code, "label": _(said), "count": format_number(counts[code])}
        for code, (said, _tone) in words.STANDINGS.items()
        if counts[code]
    ]


def _row(one: Progress) -> Row:
    said, tone = words.STANDINGS[one.standing]
    return Row(
        code=one.village_code,
        name=name_of(one.village_code),
        district=name_of(one.village_code.rpartition(".")[0])
        if one.village_code
        else "",
        quota="–" if one.quota is None else format_number(one.quota),
        listed=format_number(one.listed),
        reserve=format_number(one.states.get("reserve", 0)),
        flagged=format_number(one.flagged),
        taken=format_number(one.taken),
        covered=format_number(one.covered),
        standing=_(said),
        tone=tone,
    )


def _drawn(scope: Scope, desk: Desk, found: list[Progress]) -> Map | None:
    """Draw the villages of the smaller of two regions; None without their borders."""
    code = max(desk.scheme.region_code, scope.region_code, key=len)
    return drawn(code, "village", [_tile(one) for one in found if one.quota])


def _districts(desk: Desk, found: list[Progress]) -> list[dict[str, Any]]:
    """Group villages by district, in the order of codes."""
    groups: dict[str, list[Tile]] = {}
    for one in found:
        if one.quota:
            outer = one.village_code.rpartition(".")[0]
            groups.setdefault(outer, []).append(_tile(one))
    return [
        {"name": name_of(code), "tiles": tiles}
        for code, tiles in sorted(groups.items())
    ]


def _tile(one: Progress) -> Tile:
    per_cent = presenter.share(one.taken, one.quota or 0)
    name = name_of(one.village_code)
    return Tile(
        code=one.village_code,
        name=name,
        short=name[:SHORT_NAME],
        bare=format_number(per_cent),
        shade=_shade(per_cent),
    )


def _shade(per_cent: int) -> int:
    return sum(per_cent >= limit for limit in QUARTERS)


def _legend(found: list[Progress]) -> list[dict[str, str]]:
    counts = [0] * len(LABELS)
    for one in found:
        if one.quota:
            counts[_shade(presenter.share(one.taken, one.quota))] += 1
    return [
        {"shade": str(shade), "label": label, "count": format_number(counts[shade])}
        for shade, label in enumerate(LABELS)
    ]


def _sheet(desk: Desk, found: list[Progress]) -> Sheet:
    return Sheet(
        code="scheme-villages",
        title=_("Kemajuan tiap desa: %s") % desk.scheme.name,
        meta=(words.span(desk.scheme.from_month, desk.scheme.until_month),),
        columns=(
            Column(_("Kode"), "code"),
            Column(_("Desa")),
            Column(_("Kuota"), "number"),
            Column(_("Tempat terisi"), "number"),
            Column(_("Cadangan"), "number"),
            Column(_("Perlu diperbaiki"), "number"),
            Column(_("Ditetapkan"), "number"),
            Column(_("Terlindungi"), "number"),
            Column(_("Keadaan")),
        ),
        rows=(_cells(one) for one in found),
        notes=(
            _(
                "Tempat terisi: yang lolos pemeriksaan atau sudah ditetapkan. Terlindungi: "
                "yang terbayar atau tampak aktif dalam daftar peserta, sejak bulan "
                "pertamanya."
            ),
        ),
    )


def _cells(one: Progress) -> tuple[object, ...]:
    return (
        *(one.village_code, name_of(one.village_code), one.quota, one.listed),
        *(one.states.get("reserve", 0), one.flagged, one.taken, one.covered),
        _(words.STANDINGS[one.standing][0]),
    )


URLS = (path("skema/<int:number>/desa", villages, name="schemes.villages"),)
