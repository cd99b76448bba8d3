"""Who is paid for and could pay alone: counted before a scheme goes on."""

from collections.abc import Sequence
from typing import Any, Final

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.protection.models import Entry
from naungan.casework.protection.queries import ahead, people
from naungan.casework.protection.states import NEAR_POOR
from naungan.lib.numbers import format_number, is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.place import Desk, inside_of
from naungan.web.pages.village_list.presenter import name_of, nik_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
PER_PAGE: Final = 50
ALL_AT_ONCE: Final = 50_000


@audience(SEES)
def able(request: ScopedRequest, number: int) -> HttpResponseBase:
    """List who stands in a decile above the poor, and what their next year would cost."""
    desk = inside_of(request.scope, number)
    form = download.asked(request)
    if form is not None:
        lines = people.able(request.scope, desk.scheme, limit=ALL_AT_ONCE)
        return download.answer(request, _sheet(desk, lines), form)
    after = request.GET.get("sesudah", "")
    read = people.able(
        request.scope,
        desk.scheme,
        limit=PER_PAGE + 1,
        after=int(after) if is_number(after) else 0,
    )
    told = ahead.going_on(desk.scheme)
    shown = {
        "desk": desk,
        "scheme": desk.scheme,
        "here": "able",
        "decile": NEAR_POOR,
        "lines": [_line(one) for one in read[:PER_PAGE]],
        "after": read[PER_PAGE - 1].pk if len(read) > PER_PAGE else None,
        "going": format_number(told.people),
        "known": format_number(told.ranked),
        "able": format_number(told.could_pay),
        "year": None if told.each_idr is None else Idr(told.each_idr * told.could_pay),
        "each": None if told.each_idr is None else Idr(told.each_idr),
    }
    return render(request, "schemes/able.html", shown)


def _line(one: Entry) -> dict[str, Any]:
    return {
        "number": one.pk,
        "name": one.name or _("tanpa nama"),
        "nik": nik_of(one),
        "work": one.occupation,
        "village": name_of(one.village_code),
        "decile": one.decile,
    }


def _sheet(desk: Desk, lines: Sequence[Entry]) -> Sheet:
    return Sheet(
        code="able",
        title=_("Mungkin membayar sendiri: %s") % desk.scheme.name,
        meta=(words.span(desk.scheme.from_month, desk.scheme.until_month),),
        columns=(
            Column(_("Nama")),
            Column("NIK", "code"),
            Column(_("Desa")),
            Column(_("Pekerjaan")),
            Column(_("Desil"), "number"),
        ),
        rows=(
            (
                *(one.name, nik_of(one), name_of(one.village_code)),
                *(one.occupation, one.decile),
            )
            for one in lines
        ),
        notes=(_("NIK disamarkan."),),
    )


URLS = (path("skema/<int:number>/mandiri", able, name="schemes.able"),)
