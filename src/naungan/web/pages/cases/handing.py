"""A case on its way to another institution, which takes it or says why not."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.compliance import kinds
from naungan.casework.compliance.actions import partners as actions
from naungan.casework.compliance.models import Case, HandOver
from naungan.lib.errors import Refusal
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show
from naungan.web.pages.cases import words
from naungan.web.pages.cases.forms import DecideForm, HandOverForm, ReasonForm
from naungan.web.pages.cases.place import (
    case_of,
    page,
    proposals_of,
    receivers,
)
from naungan.web.pages.cases.shown import hands
from naungan.web.pages.cases.shown.ladder import day, title
from naungan.web.request import ScopedRequest


TAKES: Final = whoever_may("take_steps")


@audience(TAKES)
def hand_over(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask what is wanted of which institution, and send the case there."""
    case = case_of(request, number)
    kind = request.GET.get("untuk", "")
    form = HandOverForm(request.POST or None, receivers(request), kind)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _send(request, case, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Kasus dikirim; lembaga tujuan yang menjawab."))
            return redirect("cases.one", number=case.pk)
    shown = {
        "title": _("Serahkan kasus"),
        "verb": _("Kirim"),
        "beside": "cases/hand_beside.html",
        "roads": hands.roads(case, proposals_of(request.scope, case, clock.today())),
    }
    return show(request, "cases/form.html", form, **page(request, case, **shown))


def _send(request: ScopedRequest, case: Case, given: dict[str, Any]) -> HandOver:
    return actions.hand_over(by=request.scope, case=case, today=clock.today(), **given)


@audience(TAKES)
def decide(request: ScopedRequest, number: int, sent: int) -> HttpResponse:
    """Take a case that another institution sent, or say why not."""
    case = case_of(request, number)
    to_us = case.hand_overs.filter(to=request.scope.institution_id, state="sent")
    held = get_object_or_404(to_us, pk=sent)
    form = DecideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: _answer(request, held, form.cleaned_data))
        if done is not None:
            messages.success(request, _("Keputusan tercatat dan terlihat pengirim."))
            if done.state == "accepted":
                return redirect(f"{reverse('cases.one', args=[case.pk])}#tangga")
            return redirect("cases")
    shown = {
        "title": _("Terima atau tolak kasus"),
        "verb": _("Simpan keputusan"),
        "beside": "cases/decide_beside.html",
        "sent": _sent(case, held),
    }
    return show(request, "cases/form.html", form, **page(request, case, **shown))


def _sent(case: Case, held: HandOver) -> dict[str, Any]:
    """Say what is asked, by whom, and how far the case is."""
    stage = title(case.stage) if case.stage else _("Belum ada langkah")
    said = (
        (_("Dari"), held.institution.name),
        (_("Dikirim"), day(held.sent_on)),
        (_("Pesan"), held.message),
        (_("Tahap"), stage),
        (_("Pekerja terkena"), format_number(case.people)),
    )
    return {
        "title": words.upper(words.kind(kinds.HAND_OVERS, held.kind)),
        "facts": [(label, value) for label, value in said if value],
    }


def _answer(request: ScopedRequest, held: HandOver, given: dict[str, str]) -> HandOver:
    today = clock.today()
    if given["answer"] == "accept":
        return actions.accept(by=request.scope, hand_over=held, today=today)
    return actions.reject(
        by=request.scope, hand_over=held, reason=given["reason"], today=today
    )


@audience(TAKES)
@require_POST
def recall(request: ScopedRequest, number: int, sent: int) -> HttpResponse:
    """Take a case back that nobody answered yet."""
    case = case_of(request, number)
    held = get_object_or_404(case.hand_overs.filter(state="sent"), pk=sent)
    try:
        actions.take_back(by=request.scope, hand_over=held, today=clock.today())
    except Refusal as refusal:
        messages.error(request, said(refusal))
    else:
        messages.success(request, _taken_back(case))
    return redirect("cases.one", number=case.pk)


def _taken_back(case: Case) -> str:
    """Say that a hand-over was taken back, and which step with it."""
    stage = case.stage
    case.refresh_from_db(fields=["stage"])
    if case.stage == stage:
        return _("Penyerahan ditarik.")
    return _("Penyerahan ditarik, begitu pula langkah %s.") % title(stage)


@audience(TAKES)
def give_back(request: ScopedRequest, number: int, sent: int) -> HttpResponse:
    """Give a case back that one's institution took, with the reason."""
    case = case_of(request, number)
    ours = case.hand_overs.filter(to=request.scope.institution_id, state="accepted")
    held = get_object_or_404(ours, pk=sent)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: actions.give_back(
                by=request.scope,
                hand_over=held,
                today=clock.today(),
                **form.cleaned_data,
            ),
        )
        if done is not None:
            messages.success(request, _("Kasus dikembalikan."))
            return redirect("cases")
    shown = {"title": _("Kembalikan kasus"), "verb": _("Kembalikan"), "danger": True}
    return show(request, "cases/form.html", form, **page(request, case, **shown))


URLS = (
    path("kasus/<int:number>/serahkan", hand_over, name="cases.hand_over"),
    path("kasus/<int:number>/serah-terima/<int:sent>", decide, name="cases.decide"),
    path(
        "kasus/<int:number>/serah-terima/<int:sent>/tarik", recall, name="cases.recall"
    ),
    path(
        "kasus/<int:number>/serah-terima/<int:sent>/kembalikan",
        give_back,
        name="cases.give_back",
    ),
)
