"""What the law is asked with, the heirs and the children of a claim."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.benefits.actions import facts as actions
from naungan.casework.benefits.actions.facts import Schooling
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import press
from naungan.web.pages.claims.asking import Asked, answer, bound
from naungan.web.pages.claims.family_forms import ChildForm, FactsForm, HeirForm
from naungan.web.pages.claims.place import desk_of
from naungan.web.request import ScopedRequest


RECORDS: Final = whoever_may("record_claims")


@audience(RECORDS)
def facts(request: ScopedRequest, number: int) -> HttpResponse:
    """State anew what the law is asked with."""
    desk = desk_of(request.scope, number)
    form = FactsForm(bound(request), claim=desk.claim)
    asked = Asked(
        _("Keterangan untuk hitungan"),
        _("Simpan keterangan"),
        _("Keterangan disimpan; hitungannya mengikuti."),
        lead=_(
            "Yang tidak diketahui dibiarkan kosong: hitungannya menyebut apa yang "
            "dianggap. Yang berasal dari daftar skema sudah terisi."
        ),
    )

    def act() -> object:
        return actions.set_facts(
            by=request.scope,
            claim=desk.claim,
            facts=form.facts(desk.claim),
            today=clock.today(),
        )

    return answer(request, desk, form, act, asked)


@audience(RECORDS)
def child(request: ScopedRequest, number: int) -> HttpResponse:
    """Add a child who may be paid a scholarship."""
    desk = desk_of(request.scope, number)
    form = ChildForm(bound(request))
    asked = Asked(
        _("Tambah anak"),
        _("Simpan anak"),
        _("Anak ditambahkan; beasiswanya dihitung."),
    )

    def act() -> object:
        given = Schooling(**form.cleaned_data)
        return actions.add_child(
            by=request.scope, claim=desk.claim, child=given, today=clock.today()
        )

    return answer(request, desk, form, act, asked)


@audience(RECORDS)
def heir(request: ScopedRequest, number: int) -> HttpResponse:
    """Add an heir."""
    desk = desk_of(request.scope, number)
    form = HeirForm(bound(request))
    asked = Asked(
        _("Tambah ahli waris"), _("Simpan ahli waris"), _("Ahli waris ditambahkan.")
    )

    def act() -> object:
        return actions.add_heir(
            by=request.scope,
            claim=desk.claim,
            today=clock.today(),
            **form.cleaned_data,
        )

    return answer(request, desk, form, act, asked)


@audience(RECORDS)
@require_POST
def remove_child(request: ScopedRequest, number: int, one: int) -> HttpResponse:
    """Take a child away that was written by mistake."""
    desk = desk_of(request.scope, number)
    found = get_object_or_404(desk.claim.children, pk=one)
    return press(
        request,
        lambda: actions.remove_child(
            by=request.scope, child=found, today=clock.today()
        ),
        "",
        reverse("claims.one", args=[number]),
    )


@audience(RECORDS)
@require_POST
def remove_heir(request: ScopedRequest, number: int, one: int) -> HttpResponse:
    """Take an heir away that was written by mistake."""
    desk = desk_of(request.scope, number)
    found = get_object_or_404(desk.claim.heirs, pk=one)
    return press(
        request,
        lambda: actions.remove_heir(by=request.scope, heir=found, today=clock.today()),
        "",
        reverse("claims.one", args=[number]),
    )


URLS = (
    path("klaim/<int:number>/keterangan", facts, name="claims.facts"),
    path("klaim/<int:number>/anak", child, name="claims.child"),
    path("klaim/<int:number>/ahli-waris", heir, name="claims.heir"),
    path(
        "klaim/<int:number>/anak/<int:one>/hapus",
        remove_child,
        name="claims.remove_child",
    ),
    path(
        "klaim/<int:number>/ahli-waris/<int:one>/hapus",
        remove_heir,
        name="claims.remove_heir",
    ),
)
