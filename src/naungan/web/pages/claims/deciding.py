"""What the branch decides of a claim, each act with its own form."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.benefits.actions import deciding as actions
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.claims.asking import Asked, answer, bound
from naungan.web.pages.claims.forms import (
    BurdenForm,
    DayForm,
    PayForm,
    ReasonForm,
    RefuseForm,
)
from naungan.web.pages.claims.place import Desk, desk_of
from naungan.web.request import ScopedRequest


RECORDS: Final = whoever_may("record_claims")
DECIDES: Final = whoever_may("decide_claims")


@audience(RECORDS)
def complete(request: ScopedRequest, number: int) -> HttpResponse:
    """Declare the papers complete."""
    desk = desk_of(request.scope, number)
    form = DayForm(bound(request), initial={"on": clock.today()})
    asked = Asked(
        _("Nyatakan berkas lengkap"),
        _("Nyatakan lengkap"),
        _("Berkas lengkap; jangka waktu membayar berjalan."),
        lead=_("Jangka waktu membayar menurut hukum dihitung sejak hari ini."),
    )
    return answer(
        request, desk, form, _act(request, desk, form, actions.complete), asked
    )


@audience(RECORDS)
def ask_more(request: ScopedRequest, number: int) -> HttpResponse:
    """Send a claim back for papers."""
    desk = desk_of(request.scope, number)
    form = ReasonForm(bound(request))
    asked = Asked(
        _("Minta berkas lagi"), _("Minta berkas"), _("Berkas dikumpulkan lagi.")
    )
    return answer(
        request, desk, form, _act(request, desk, form, actions.ask_more), asked
    )


@audience(DECIDES)
def approve(request: ScopedRequest, number: int) -> HttpResponse:
    """Approve what the law gives."""
    desk = desk_of(request.scope, number)
    form = DayForm(bound(request), initial={"on": clock.today()})
    asked = Asked(
        _("Setujui klaim"),
        _("Setujui"),
        _("Klaim disetujui; hitungan hukumnya dibekukan."),
        lead=_(
            "Jumlahnya menurut hukum pada hari kejadian. Hitungan hari ini dibekukan "
            "bersama versi hukumnya; persetujuan dapat diurungkan sebelum dibayar."
        ),
    )
    return answer(
        request, desk, form, _act(request, desk, form, actions.approve), asked
    )


@audience(DECIDES)
def undo(request: ScopedRequest, number: int) -> HttpResponse:
    """Take an approval back."""
    desk = desk_of(request.scope, number)
    form = ReasonForm(bound(request))
    asked = Asked(
        _("Urungkan persetujuan"), _("Urungkan"), _("Persetujuan diurungkan."), "", True
    )
    return answer(request, desk, form, _act(request, desk, form, actions.undo), asked)


@audience(DECIDES)
def burden(request: ScopedRequest, number: int) -> HttpResponse:
    """Say that the employer owes."""
    desk = desk_of(request.scope, number)
    held = {"on": clock.today(), "employer_name": desk.claim.employer_name}
    form = BurdenForm(bound(request), initial={**held, "npp": desk.claim.npp})
    asked = Asked(
        _("Bebankan kepada pemberi kerja"),
        _("Bebankan"),
        _("Klaim ini menjadi tanggungan pemberi kerja."),
        lead=_("Hanya bila keterangannya menunjukkan pekerja tidak didaftarkan benar."),
    )
    return answer(request, desk, form, _act(request, desk, form, actions.burden), asked)


@audience(DECIDES)
def refuse(request: ScopedRequest, number: int) -> HttpResponse:
    """Refuse a claim with a reason and what can still be done."""
    desk = desk_of(request.scope, number)
    form = RefuseForm(bound(request), initial={"on": clock.today()})
    asked = Asked(
        _("Tolak klaim"),
        _("Tolak klaim"),
        _("Klaim ditolak. Terbitkan suratnya agar keluarga tahu yang dapat dilakukan."),
        lead=_(
            "Keluarga melihat alasan, dasar hukum, dan yang masih dapat dilakukan; "
            "keberatan membuka klaim ini lagi."
        ),
        is_danger=True,
    )
    return answer(request, desk, form, _act(request, desk, form, actions.refuse), asked)


@audience(RECORDS)
def accept_objection(request: ScopedRequest, number: int) -> HttpResponse:
    """Open a refused claim again."""
    desk = desk_of(request.scope, number)
    form = ReasonForm(bound(request))
    asked = Asked(
        _("Terima keberatan"),
        _("Buka klaim lagi"),
        _("Klaim dibuka lagi; berkasnya dikumpulkan."),
        lead=_("Tulis apa yang dibawa keluarga terhadap putusan itu."),
    )
    act = _act(request, desk, form, actions.accept_objection)
    return answer(request, desk, form, act, asked)


@audience(DECIDES)
def pay(request: ScopedRequest, number: int) -> HttpResponse:
    """Record the payment."""
    desk = desk_of(request.scope, number)
    known = {"paid_on": clock.today(), "amount_idr": desk.claim.due_idr}
    form = PayForm(bound(request), initial=known)
    asked = Asked(_("Catat pembayaran"), _("Simpan"), _("Pembayaran tercatat."))
    return answer(request, desk, form, _act(request, desk, form, actions.pay), asked)


def _act(
    request: ScopedRequest, desk: Desk, form: forms.Form, verb: Callable[..., Any]
) -> Callable[[], Any]:
    """Give a verb with what the form was told."""
    return lambda: verb(
        by=request.scope, claim=desk.claim, today=clock.today(), **form.cleaned_data
    )


URLS = (
    path("klaim/<int:number>/lengkap", complete, name="claims.complete"),
    path("klaim/<int:number>/minta-berkas", ask_more, name="claims.ask_more"),
    path("klaim/<int:number>/setujui", approve, name="claims.approve"),
    path("klaim/<int:number>/urungkan", undo, name="claims.undo"),
    path("klaim/<int:number>/pemberi-kerja", burden, name="claims.burden"),
    path("klaim/<int:number>/tolak", refuse, name="claims.refuse"),
    path("klaim/<int:number>/keberatan", accept_objection, name="claims.object"),
    path("klaim/<int:number>/bayar", pay, name="claims.pay"),
)
