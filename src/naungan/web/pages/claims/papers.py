"""Papers of a claim: handed in, waived, taken back, opened."""

from typing import Final

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.benefits import wanted
from naungan.casework.benefits.actions import papers as actions
from naungan.casework.benefits.queries import claims
from naungan.casework.correspondence import papers as stored
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import press
from naungan.web.pages.claims import words
from naungan.web.pages.claims.asking import Asked, answer
from naungan.web.pages.claims.forms import HandInForm, ReasonForm
from naungan.web.pages.claims.place import Desk, desk_of
from naungan.web.papers.attachment import attached
from naungan.web.request import ScopedRequest


RECORDS: Final = whoever_may("record_claims")
SEES: Final = whoever_may("see_claims")


@audience(RECORDS)
def hand_in(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Note a paper that was handed in."""
    desk = desk_of(request.scope, number)
    label = _label(desk, code)
    form = HandInForm(initial={"received_on": clock.today()})
    if request.method == "POST":
        form = HandInForm(request.POST, request.FILES)
    asked = Asked(_("Berkas: %s") % label, _("Simpan berkas"), _("Berkas tercatat."))

    def act() -> object:
        files = form.cleaned_data["file"]
        return actions.hand_in(
            by=request.scope,
            claim=desk.claim,
            code=code,
            received_on=form.cleaned_data["received_on"],
            today=clock.today(),
            file=files[0] if files else None,
        )

    return answer(request, desk, form, act, asked)


@audience(RECORDS)
def waive(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Say why a claim is complete without a paper."""
    desk = desk_of(request.scope, number)
    form = ReasonForm(request.POST or None)
    asked = Asked(
        _("Tidak diperlukan: %s") % _label(desk, code),
        _("Simpan alasan"),
        _("Berkas dinyatakan tidak diperlukan."),
    )

    def act() -> object:
        return actions.waive(
            by=request.scope,
            claim=desk.claim,
            code=code,
            reason=form.cleaned_data["reason"],
            today=clock.today(),
        )

    return answer(request, desk, form, act, asked)


@audience(RECORDS)
@require_POST
def take_back(request: ScopedRequest, number: int, paper: int) -> HttpResponse:
    """Take a paper back that was the wrong one."""
    desk = desk_of(request.scope, number)
    found = get_object_or_404(desk.claim.papers.filter(voided_at=None), pk=paper)
    return press(
        request,
        lambda: actions.take_back(by=request.scope, paper=found, today=clock.today()),
        _("Berkas dicabut."),
        reverse("claims.one", args=[number]),
    )


@audience(SEES)
def copy(request: ScopedRequest, number: int, paper: int) -> HttpResponseBase:
    """Give the copy of a paper, for who keeps or reported the claim; the look is recorded."""
    found = claims.paper(request.scope, paper)
    mine = found is not None and request.scope.institution_id in (
        found.claim.institution_id,
        found.claim.reported_by_id,
    )
    if found is None or found.claim_id != number or not mine:
        raise Http404
    content = stored.read(found.institution_id, found.sha256)
    return attached(content, found.name, found.mime)


def _label(desk: Desk, code: str) -> str:
    known = wanted.codes(desk.claim)
    if code not in known:
        raise Http404
    return words.said(known[code])


URLS = (
    path("klaim/<int:number>/berkas/<str:code>", hand_in, name="claims.hand_in"),
    path("klaim/<int:number>/berkas/<str:code>/tanpa", waive, name="claims.waive"),
    path(
        "klaim/<int:number>/berkas/<int:paper>/cabut",
        take_back,
        name="claims.take_back",
    ),
    path("klaim/<int:number>/berkas/<int:paper>/salinan", copy, name="claims.copy"),
)
