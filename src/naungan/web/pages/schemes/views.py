"""Skema perlindungan: which schemes there are, and how each of them stands."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, gettext_noop, ngettext_lazy

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import Decision, Participation, Scheme
from naungan.casework.protection.queries import (
    ahead,
    overview,
    schemes,
    turns as queries,
)
from naungan.casework.protection.queries.beginning import apart_in
from naungan.casework.protection.queries.overview import Summary
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.page import Page
from naungan.web.pages.schemes import (
    able,
    answering,
    campaigns,
    coming,
    deciding,
    enrolling,
    making,
    money,
    partners,
    presenter,
    quotas,
    rosters,
    submissions,
    villages,
    words,
)
from naungan.web.pages.schemes.place import Desk, desk_of, may_make
from naungan.web.pages.village_list import turns
from naungan.web.pages.village_list.presenter import name_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
PER_PAGE: Final = 50
ALL_AT_ONCE: Final = 5_000
MOST_DECISIONS: Final = 200


@audience(SEES)
def schemes_list(request: ScopedRequest) -> HttpResponseBase:
    """List the schemes one may see, each with its places, people and money."""
    found = schemes.schemes(request.scope)
    form = download.asked(request)
    if form is not None:
        sheet = _sheet(list(found[:ALL_AT_ONCE]), schemes.place_of(request.scope))
        return download.answer(request, sheet, form)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    told = overview.summaries(list(page), schemes.place_of(request.scope))
    shown = {
        "page": page,
        "lines": [presenter.line(one, told[one.pk]) for one in page],
        "is_village": villages.is_village(request.scope),
        "may_make": may_make(request.scope),
        "turns": []
        if villages.is_village(request.scope)
        else turns.lines(request.scope),
    }
    return render(request, "schemes/page.html", shown)


def _waiting(scope: Scope) -> list[QuerySet[Scheme]]:
    """Give what waits here: of a village it waits on its own list."""
    return [] if villages.is_village(scope) else queries.of_office(scope)


def _sheet(found: list[Scheme], place: str) -> Sheet:
    told = overview.summaries(found, place)
    return Sheet(
        code="schemes",
        title=_("Skema perlindungan"),
        meta=(),
        columns=(
            Column(_("Skema")),
            Column(_("Lembaga")),
            Column(_("Dana")),
            Column(_("Bulan")),
            Column(_("Kuota"), "number"),
            Column(_("Tempat terisi"), "number"),
            Column(_("Ditetapkan"), "number"),
            Column(_("Terlindungi"), "number"),
            Column(_("Pagu"), "rupiah"),
            Column(_("Sudah dibayar"), "rupiah"),
        ),
        rows=(_cells(one, told[one.pk]) for one in found),
        notes=(_("Kelompok orang dari tahun berbeda tidak dijumlahkan."),),
    )


def _cells(one: Scheme, told: Summary) -> tuple[object, ...]:
    return (
        *(one.name, one.institution.name, words.fund(one.fund)),
        words.span(one.from_month, one.until_month),
        *(told.quota, told.listed, told.taken, told.covered),
        *(told.ceiling_idr, told.paid_idr),
    )


@audience(SEES)
def scheme(request: ScopedRequest, number: int) -> HttpResponse:
    """Show how a scheme stands; a village goes to its own list."""
    if villages.is_village(request.scope):
        desk_of(request.scope, number)
        return redirect("village_list.scheme", number=number)
    desk = desk_of(request.scope, number)
    return render(request, "schemes/one.html", _shown(request, desk))


def _shown(request: ScopedRequest, desk: Desk) -> dict[str, Any]:
    one = desk.scheme
    told = schemes.states_of(one)
    decided = list(Decision.objects.filter(scheme=one))
    parts = Participation.objects.filter(scheme=one, ended_on=None)
    return {
        "desk": desk,
        "scheme": one,
        "here": "one",
        "quota": format_number(schemes.quota_people(one)),
        "states": presenter.states(told, apart_in([one.pk])),
        "checks": presenter.checks(schemes.check_counts(one)),
        "coverage": presenter.coverage(ahead.projection(request.scope, one)),
        "bases": presenter.bases(list(one.bases.all())),
        "parts": (joined := list(parts.select_related("institution"))),
        "absent": absent(joined),
        "decisions": [
            (each, format_number(each.people)) for each in decided[:MOST_DECISIONS]
        ],
        "decreed": format_number(
            sum(each.people for each in decided if each.revoked_on is None)
        ),
        "said": _said(one),
        "after": schemes.schemes(request.scope).filter(renews=one),
    }


def absent(parts: list[Participation]) -> list[str]:
    """Say whose part of the work the owner does alone, as nobody else takes part in it."""
    kinds = {one.institution.kind for one in parts}
    said = {
        "bpkad": _(
            "Tanpa BPKAD, anggaran dan pembayaran dicatat pemilik skema sendiri."
        ),
        "bpjs_branch": _(
            "Tanpa BPJS Ketenagakerjaan, jawaban pendaftaran dicatat pemilik skema sendiri."
        ),
    }
    return [words for kind, words in said.items() if kind not in kinds]


def _said(one: Scheme) -> dict[str, str]:
    return {
        "months": words.span(one.from_month, one.until_month),
        "state": words.scheme_state(one.state),
        "tone": words.STATE_TONES[one.state],
        "fund": words.fund(one.fund),
        "package": words.package(one.package),
        "category": words.category(one.category),
        "policy": words.policy(one.policy),
        "region": name_of(one.region_code),
        "honorarium": str(Idr(one.honorarium_idr or 0)),
    }


PAGE = Page(
    code="schemes",
    urls=(
        path("skema", schemes_list, name="schemes"),
        path("skema/<int:number>", scheme, name="schemes.one"),
        *villages.URLS,
        *making.URLS,
        *quotas.URLS,
        *deciding.URLS,
        *money.URLS,
        *enrolling.URLS,
        *answering.URLS,
        *partners.URLS,
        *coming.URLS,
        *campaigns.URLS,
        *rosters.URLS,
        *submissions.URLS,
        *able.URLS,
    ),
    label=gettext_noop("Skema perlindungan"),
    place=26,
    power="see_schemes",
    rows=_waiting,
    waits=ngettext_lazy(
        "hal dalam skema menunggu lembaga Anda", "hal dalam skema menunggu lembaga Anda"
    ),
)
