"""Scholarships that families may ask for this year, and what becomes of each year."""

from typing import Final

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.benefits.actions import scholarships as actions
from naungan.casework.benefits.models import Tranche
from naungan.casework.benefits.queries import claims, figures
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.pages.claims import presenter, sheets
from naungan.web.pages.claims.asking import Asked, answer, bound
from naungan.web.pages.claims.forms import ReasonForm, TrancheForm
from naungan.web.pages.claims.place import Desk, desk_of
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_claims")
DECIDES: Final = whoever_may("decide_claims")
MOST: Final = 500


@audience(SEES)
def unclaimed(request: ScopedRequest) -> HttpResponseBase:
    """List the school years that nobody asked for yet; the look is on record."""
    today = clock.today()
    found = figures.unclaimed_years(request.scope, today.year, MOST)
    held = {one.claim_id: one.claim for one in found}
    claims.seen(request.scope, list(held.values()))
    form = download.asked(request)
    if form is not None:
        return download.answer(request, sheets.of_years(found), form)
    told = figures.schooling(request.scope, today.year)
    shown = {
        "years": [
            (one.claim, year)
            for one, year in zip(found, presenter.years(found, today), strict=True)
        ],
        "told": told,
        "waiting": Idr(told.waiting_idr),
        "paid": Idr(told.paid_idr),
    }
    return render(request, "claims/schooling.html", shown)


@audience(DECIDES)
def pay(request: ScopedRequest, number: int, year: int) -> HttpResponse:
    """Record that a school year was paid."""
    desk = desk_of(request.scope, number)
    tranche = _year_of(desk, year)
    form = TrancheForm(bound(request), initial={"paid_on": clock.today()})
    asked = Asked(
        _("Bayar beasiswa %s") % Idr(tranche.amount_idr),
        _("Simpan pembayaran"),
        _("Tahun beasiswa dibayar."),
        lead=_("Dibayar atas surat keterangan sekolah tahun itu."),
    )

    def act() -> None:
        actions.pay_tranche(
            by=request.scope, tranche=tranche, today=clock.today(), **form.cleaned_data
        )

    return answer(request, desk, form, act, asked)


@audience(DECIDES)
def drop(request: ScopedRequest, number: int, year: int) -> HttpResponse:
    """Say why a school year is not paid."""
    desk = desk_of(request.scope, number)
    tranche = _year_of(desk, year)
    form = ReasonForm(bound(request))
    asked = Asked(
        _("Beasiswa tidak dibayar"), _("Simpan alasan"), _("Alasan tercatat."), "", True
    )

    def act() -> None:
        reason = form.cleaned_data["reason"]
        actions.drop_tranche(by=request.scope, tranche=tranche, reason=reason)

    return answer(request, desk, form, act, asked)


def _year_of(desk: Desk, number: int) -> Tranche:
    for one in desk.claim.tranches.all():
        if one.pk == number:
            return one
    raise Http404


URLS = (
    path("klaim/beasiswa", unclaimed, name="claims.schooling"),
    path("klaim/<int:number>/beasiswa/<int:year>/bayar", pay, name="claims.pay_year"),
    path("klaim/<int:number>/beasiswa/<int:year>/tanpa", drop, name="claims.drop_year"),
)
