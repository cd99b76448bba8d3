"""Evaluasi tahunan: what a year brought to a region, read from the data, none of it typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.commitments.queries import yearly
from naungan.casework.commitments.queries.yearly import Achieved, Year
from naungan.casework.coordination import catalogue
from naungan.lib.numbers import is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.download import Column, Sheet
from naungan.web.fields.region import RegionField, full_name
from naungan.web.language import spoken
from naungan.web.pages.promises import words
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
FIRST_YEAR, LAST_YEAR = 2015, 2100


@dataclass(frozen=True)
class Figure:
    """One figure of the year beside the year before, and what was aimed at."""

    label: str
    tells: str
    before: str
    before_on: str
    value: str
    moved: str
    as_of: str


@audience(SEES)
def evaluation(request: ScopedRequest) -> HttpResponseBase:
    """Show a year of a region: figures, targets, promises, obstacles."""
    today = clock.today()
    year, code = _asked(request, today)
    found = yearly.of_year(request.scope, code, year, today)
    if form := download.asked(request):
        return download.answer(request, _sheet(found, code), form)
    shown = {
        "year": year,
        "place": full_name(code),
        "code": code,
        "years": range(today.year, today.year - 5, -1),
        "figures": [_figure(one) for one in found.achieved],
        "segments": [_segment(one) for one in found.segments],
        "counted": found.promises,
        "aims": found.aims,
        "obstacles": [
            (catalogue.label("obstacle_kinds", kind, spoken()), many, left)
            for kind, many, left in found.obstacles
        ],
        "until": words.day(found.until),
    }
    return render(request, "promises/year.html", shown)


def _asked(request: ScopedRequest, today: date) -> tuple[int, str]:
    """Read the year and region asked for; a year just ended where none is."""
    written = request.GET.get("tahun", "")
    year = int(written) if is_number(written) else today.year - (today.month < 7)
    year = min(max(year, FIRST_YEAR), LAST_YEAR)
    named = request.GET.get("wilayah", "").strip()
    try:
        code = RegionField(required=False).clean(named) if named else None
    except ValidationError:
        code = None
    return year, request.scope.region_code if code is None else code


def _figure(one: Achieved) -> Figure:
    label, tells = words.indicator(one.code)
    moved = None if one.before is None else one.value - one.before
    return Figure(
        label=label,
        tells=tells,
        before=words.amount(one.before, one.code),
        before_on=words.day(one.before_on) if one.before_on else "",
        value=words.amount(one.value, one.code),
        moved=words.movement(moved, one.code),
        as_of=words.day(one.as_of),
    )


def _segment(one: Achieved) -> tuple[str, ...]:
    moved = None if one.before is None else one.value - one.before
    return (
        words.segment(one.part) if one.part else _("Semua pekerja"),
        words.amount(one.before, one.code),
        words.amount(one.value, one.code),
        words.movement(moved, one.code),
        words.day(one.before_on),
        words.day(one.as_of),
        one.universe,
    )


def _sheet(found: Year, code: str) -> Sheet:
    return Sheet(
        code="year-end",
        title=_("Evaluasi tahun %d") % found.year,
        meta=(full_name(code), _("data sampai %s") % words.day(found.until)),
        columns=(
            Column(_("Angka")),
            Column(_("Bagian")),
            Column(_("Semesta")),
            Column(_("Awal"), "number"),
            Column(_("Akhir"), "number"),
            Column(_("Data sampai"), "date"),
        ),
        rows=_rows(found),
        notes=(_("Semua angka dibaca dari data; tidak satu pun diketik."),),
    )


def _rows(found: Year) -> Iterator[Sequence[object]]:
    for one in (*found.segments, *found.achieved):
        part = words.segment(one.part) if one.part else None
        label = words.indicator(one.code)[0]
        yield label, part, one.universe or None, one.before, one.value, one.as_of
    for name, many in found.promises.standing.items():
        yield _("Janji: %s") % words.standing(name), None, None, None, many, None
    for kind, many, left in found.obstacles:
        named = catalogue.label("obstacle_kinds", kind, spoken())
        told = _("%d belum teratasi") % left
        yield _("Hambatan: %s") % named, told, None, None, many, None


URLS = (path("janji/evaluasi", evaluation, name="promises.year"),)
