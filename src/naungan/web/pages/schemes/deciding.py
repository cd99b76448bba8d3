"""The decree: who would be decided and who not, then the decision, and its undoing."""

from typing import Final

from django.http import Http404, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.protection.actions import decisions, lists
from naungan.casework.protection.models import Decision, Scheme
from naungan.casework.protection.queries.schemes import check_counts, states_of
from naungan.casework.protection.states import OPEN
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, Told, answer, is_sure
from naungan.web.pages.schemes.forms import DecisionForm
from naungan.web.pages.schemes.place import inside_of
from naungan.web.request import ScopedRequest


DECIDES: Final = whoever_may("decide_people")
MANAGES: Final = whoever_may("manage_schemes")


@audience(MANAGES)
def check(request: ScopedRequest, number: int) -> HttpResponse:
    """Check every open line again, by the newest snapshot and the quotas of today."""
    desk = inside_of(request.scope, number)
    if not desk.manages:
        raise Http404
    states = states_of(desk.scheme)
    asked = Asked(
        _("Periksa ulang daftar"),
        _("Periksa ulang"),
        _("Daftar diperiksa ulang."),
        lead=_(
            "Setiap orang yang belum ditetapkan diperiksa lagi menurut potret terbaru dan "
            "kuota sekarang. Yang sudah ditetapkan tidak berubah."
        ),
        known=[
            (
                _("Yang diperiksa ulang"),
                format_number(sum(states[one] for one in OPEN)),
            ),
            (_("Lolos sekarang"), format_number(states["valid"])),
            (_("Perlu diperbaiki sekarang"), format_number(states["flagged"])),
        ],
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: lists.check_again(by=request.scope, scheme=desk.scheme),
        asked,
    )


@audience(DECIDES)
def decide(request: ScopedRequest, number: int) -> HttpResponse:
    """Say who would be decided and who not; then name them by a decree."""
    desk = inside_of(request.scope, number)
    form = DecisionForm(
        request.POST or None,
        scheme=desk.scheme,
        initial={"village_code": request.GET.get("desa", "")},
    )
    asked = Asked(
        _("Tetapkan dengan SK"),
        _("Tetapkan"),
        _("Ditetapkan. Yang tidak lolos tetap dalam daftar."),
        lead=_("Daftar diperiksa sekali lagi, lalu semua yang lolos ditetapkan."),
        would=lambda: _would(desk.scheme, form.cleaned_data["village_code"]),
    )
    return answer(
        request,
        desk,
        form,
        lambda: decisions.decide(
            by=request.scope,
            scheme=desk.scheme,
            today=clock.today(),
            **form.cleaned_data,
        ),
        asked,
    )


def _would(scheme: Scheme, village_code: str) -> Told:
    states = states_of(scheme, village_code)
    counts = check_counts(scheme, village_code)
    return [
        (_("Akan ditetapkan"), format_number(states["valid"])),
        (_("Menunggu sebagai cadangan"), format_number(states["reserve"])),
        (
            _("Perlu diperbaiki, tidak ditetapkan"),
            format_number(states["flagged"] + states["proposed"]),
        ),
        *(
            (words.check(code), format_number(people))
            for code, people in counts.items()
            if words.bars(code)
        ),
    ]


@audience(DECIDES)
def revoke(request: ScopedRequest, number: int, decision: int) -> HttpResponse:
    """Take a decree back whose people are not budgeted yet."""
    desk = inside_of(request.scope, number)
    found = Decision.objects.filter(
        scheme=desk.scheme, pk=decision, revoked_on=None
    ).first()
    if found is None:
        raise Http404
    asked = Asked(
        _("Cabut penetapan"),
        _("Cabut"),
        _("Penetapan dicabut; orangnya kembali lolos pemeriksaan."),
        known=[(found.number, format_number(found.people))],
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: decisions.revoke(by=request.scope, decision=found, today=clock.today()),
        asked,
    )


URLS = (
    path("skema/<int:number>/periksa", check, name="schemes.check"),
    path("skema/<int:number>/tetapkan", decide, name="schemes.decide"),
    path(
        "skema/<int:number>/tetapkan/<int:decision>/cabut",
        revoke,
        name="schemes.revoke",
    ),
)
