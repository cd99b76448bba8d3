"""Berbagi data: whose people one's institution shows to others, and the other way."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.accounts.kinds import KINDS
from naungan.casework.sharing import actions, queries
from naungan.casework.sharing.columns import COLUMNS
from naungan.casework.sharing.models import Sharing
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.region import full_name
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.pages.sharing.forms import ShareForm
from naungan.web.request import ScopedRequest


SHARES = whoever_may("share")


@audience(SHARES)
def sharing(request: ScopedRequest) -> HttpResponseBase:
    """List what one's institution gave and received, what ended last."""
    rules = list(queries.of_institution(request.scope))
    if form := download.asked(request):
        return download.answer(request, _sheet(rules), form)
    today = clock.today()
    rows = [_row(one, today) for one in rules]
    mine = request.scope.institution_id
    return render(
        request,
        "sharing/page.html",
        {
            "given": [row for row in rows if row["one"].institution_id == mine],
            "received": [row for row in rows if row["one"].institution_id != mine],
        },
    )


@audience(SHARES)
def share(request: ScopedRequest) -> HttpResponse:
    """Ask to whom and until when, then give the rule."""
    first = {"region_code": request.scope.region_code, "from_on": clock.today()}
    form = ShareForm(request.POST or None, request.scope, initial=first)
    if request.method == "POST" and form.is_valid():
        given = attempt(form, lambda: actions.share(by=request.scope, **form.asked()))
        if given is not None:
            messages.success(request, _("Data dibagikan kepada %s.") % _receiver(given))
            return redirect("sharing")
    return show(request, "sharing/share.html", form)


@audience(SHARES)
@require_POST
def end(request: ScopedRequest, number: int) -> HttpResponse:
    """End a rule of one's own institution at once."""
    found = get_object_or_404(
        Sharing, pk=number, institution_id=request.scope.institution_id, ended_at=None
    )
    actions.end(by=request.scope, sharing=found)
    messages.success(
        request, _("Data tidak lagi dibagikan kepada %s.") % _receiver(found)
    )
    return redirect("sharing")


def _row(one: Sharing, today: date) -> dict[str, Any]:
    holds = one.ended_at is None and one.from_on <= today <= one.until_on
    return {
        "one": one,
        "receiver": _receiver(one),
        "region": full_name(one.region_code),
        "columns": _columns(one),
        "holds": holds,
        "open": one.ended_at is None and today <= one.until_on,
    }


def _receiver(one: Sharing) -> str:
    if one.receiver is not None:
        return one.receiver.name
    return _("semua: %s") % _(KINDS[one.receiver_kind].label)


def _columns(one: Sharing) -> str:
    return ", ".join(_(COLUMNS[code][0]) for code in one.columns)


def _sheet(rules: list[Sharing]) -> download.Sheet:
    return download.Sheet(
        code="sharing",
        title=_("Berbagi data"),
        meta=(),
        columns=(
            download.Column(_("Pemilik")),
            download.Column(_("Penerima")),
            download.Column(_("Orang di wilayah")),
            download.Column(_("Kolom")),
            download.Column(_("Keperluan")),
            download.Column(_("Dasar atau perjanjian")),
            download.Column(_("Hari pertama"), "date"),
            download.Column(_("Hari terakhir"), "date"),
            download.Column(_("Diakhiri"), "date"),
        ),
        rows=[
            (
                *(one.institution.name, _receiver(one), full_name(one.region_code)),
                *(_columns(one), one.purpose, one.agreement),
                *(one.from_on, one.until_on),
                one.ended_at and clock.day_of(one.ended_at),
            )
            for one in rules
        ],
    )


PAGE = Page(
    code="sharing",
    urls=(
        path("berbagi", sharing, name="sharing"),
        path("berbagi/baru", share, name="sharing.share"),
        path("berbagi/<int:number>/akhiri", end, name="sharing.end"),
    ),
    label="Berbagi data",
    place=82,
    power="share",
)
