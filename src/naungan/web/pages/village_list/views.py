"""Daftar desa: who a village proposes for a scheme, checked as they are written."""

from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_noop, ngettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.queries import (
    people,
    proposals,
    schemes,
    turns as queries,
)
from naungan.casework.protection.queries.beginning import apart_in
from naungan.casework.protection.states import STATES
from naungan.lib.dates import parse_month
from naungan.lib.numbers import is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.village_list import (
    adding,
    ending,
    meeting,
    presenter,
    sheets,
    turns,
    uploading,
)
from naungan.web.pages.village_list.place import Place, place_of, scheme_of
from naungan.web.pages.village_list.words import month as month_said, span
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_schemes")
PER_PAGE: Final = 60
ALL_AT_ONCE: Final = 5_000
MOST_SCHEMES: Final = 100


@audience(SEES)
def village_list(request: ScopedRequest) -> HttpResponse:
    """Give a clerk the list that is open; else let one choose the scheme."""
    open_schemes = list(
        schemes.schemes(request.scope).exclude(state="draft")[:MOST_SCHEMES]
    )
    if presenter.is_village(request.scope) and len(open_schemes) == 1:
        return redirect(
            "village_list.village",
            number=open_schemes[0].pk,
            code=request.scope.region_code,
        )
    shown = {
        "lines": [_choice(request.scope, one) for one in open_schemes],
        "turns": turns.lines(request.scope)
        if presenter.is_village(request.scope)
        else [],
    }
    return render(request, "village_list/choose.html", shown)


def _waiting(scope: Scope) -> list[QuerySet[Scheme]]:
    """Give what waits for a village; for others it waits on the page of schemes."""
    return queries.of_village(scope) if presenter.is_village(scope) else []


def _choice(scope: Scope, one: Scheme) -> dict[str, Any]:
    return {
        "scheme": one,
        "months": span(one.from_month, one.until_month),
        "village": scope.region_code if presenter.is_village(scope) else "",
    }


@audience(SEES)
def scheme(request: ScopedRequest, number: int) -> HttpResponse:
    """Go to the villages of a scheme; a clerk goes to their own list."""
    scheme_of(request.scope, number)
    if not presenter.is_village(request.scope):
        return redirect("schemes.villages", number=number)
    code = request.scope.region_code
    return redirect("village_list.village", number=number, code=code)


@audience(SEES)
def village(request: ScopedRequest, number: int, code: str) -> HttpResponseBase:
    """Show the list of a village with its places and what the checks found."""
    place = place_of(request.scope, number, code)
    form = download.asked(request)
    if form is not None:
        lines = people.people(
            request.scope,
            place.scheme,
            code,
            limit=ALL_AT_ONCE,
            purpose="download_list",
        )
        sheet = sheets.of_village(place, lines, clock.today())
        return download.answer(request, sheet, form)
    return render(request, "village_list/page.html", _shown(request, place))


def _shown(request: ScopedRequest, place: Place) -> dict[str, Any]:
    states = schemes.states_of(place.scheme, place.code)
    quota = schemes.quota_of(place.scheme, place.code)
    asked = request.GET.get("keadaan", "")
    wanted = (asked,) if asked in STATES else ()
    after = request.GET.get("sesudah", "")
    month = parse_month(request.GET.get("bulan", ""))
    read = people.people(
        request.scope,
        place.scheme,
        place.code,
        states=wanted,
        paid_month=month,
        after=(place.code, int(after)) if is_number(after) else None,
        limit=PER_PAGE + 1,
    )
    return {
        "place": place,
        "months": span(place.scheme.from_month, place.scheme.until_month),
        "room": presenter.places(
            states,
            quota.people if quota else None,
            apart_in([place.scheme.pk], place.code),
        ),
        "tabs": presenter.tabs(states),
        "wanted": asked if wanted else "",
        "month": month_said(month) if month is not None else "",
        "lines": [presenter.line(one) for one in read[:PER_PAGE]],
        "after": read[PER_PAGE - 1].position if len(read) > PER_PAGE else None,
        "step": presenter.step(
            request.scope, proposals.open_one(place.scheme, place.code), states
        ),
    }


PAGE = Page(
    code="village_list",
    urls=(
        path("daftar-desa", village_list, name="village_list"),
        path("daftar-desa/<int:number>", scheme, name="village_list.scheme"),
        *adding.URLS,
        *ending.URLS,
        *uploading.URLS,
        *meeting.URLS,
        path(
            "daftar-desa/<int:number>/<str:code>",
            village,
            name="village_list.village",
        ),
    ),
    label=gettext_noop("Daftar desa"),
    village_label=gettext_noop("Usulan"),
    place=25,
    power="propose_people",
    rows=_waiting,
    waits=ngettext_lazy(
        "hal dalam daftar desa menunggu Anda", "hal dalam daftar desa menunggu Anda"
    ),
)
