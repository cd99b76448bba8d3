"""Counting a debt: what the snapshot proposes, or what an officer knows, then freezing."""

from dataclasses import dataclass, replace
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.collection import actions, queries
from naungan.casework.collection.actions import Origin
from naungan.casework.collection.proposing import Proposed, proposed
from naungan.casework.collection.statement import Statement, state
from naungan.casework.compliance.models import Case
from naungan.casework.intake import door
from naungan.lib.dates import month_text
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.form_page import attempt, said
from naungan.web.language import spoken
from naungan.web.pages.collection import presenter
from naungan.web.pages.collection.forms import DebtForm
from naungan.web.request import ScopedRequest


TRY, KEEP, SNAPSHOT = "coba", "tetapkan", "potret"
FIRST_ASSUMED: Final = 8


@dataclass(frozen=True)
class Preview:
    """What would be frozen, with the law's doubts and what it took for granted."""

    months: list[presenter.StatedMonth]
    principal: Idr
    total: Idr
    people: int
    left_out: int
    confidence: str
    notes: list[str]
    beside: str = ""


@audience(whoever_may("record_payments"))
def count(request: ScopedRequest, number: int) -> HttpResponse:
    """Show what the snapshot proposes and ask what an officer knows; then freeze it."""
    case = queries.case(request.scope, number)
    if case is None:
        raise Http404
    offered, origin = _offered(request, case)
    form = DebtForm(
        request.POST if _typed(request) else None, initial=_first(case, offered)
    )
    asked = _asked(request, form, offered)
    preview = None if asked is None else _stated(form, asked)
    if preview is not None and request.POST.get("kerja") != TRY:
        people = offered.people if offered and _by_snapshot(request) else None
        if _kept(request, case, preview, origin, form, people):
            return redirect("collection.case", number=case.pk)
    shown = {
        "case": case,
        "form": form,
        "offered": _preview(offered, case),
        "preview": _shown(preview, 0, 0)
        if preview and not _by_snapshot(request)
        else None,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "collection/count.html", shown, status=status)


def _stated(form: DebtForm, asked: dict[str, Any]) -> Statement | None:
    """Ask the law; a refusal is said at the form, where there is one."""
    today = clock.today()
    if form.is_bound:
        return attempt(form, lambda: state(asked, today))
    try:
        return state(asked, today)
    except Refusal:
        return None


def _typed(request: ScopedRequest) -> bool:
    return request.method == "POST" and not _by_snapshot(request)


def _by_snapshot(request: ScopedRequest) -> bool:
    return request.POST.get("kerja") == SNAPSHOT


def _first(case: Case, offered: Proposed | None) -> dict[str, Any]:
    """Begin with what the snapshot proposes, else with what the case's finding says."""
    found: dict[str, Any] = {
        "scale": case.scale or "micro",
        "workers": case.people or None,
    }
    span = offered.span if offered else queries.found_span(case)
    if span is not None:
        found["first"], found["last"] = map(month_text, span)
    return found


def _offered(request: ScopedRequest, case: Case) -> tuple[Proposed | None, Origin]:
    """Ask the newest snapshot of the case's region what it proposes."""
    if case.employer_id is None or not request.scope.may("see_employers"):
        return None, Origin()
    publication = door.newest(case.series)
    if publication is None:
        return None, Origin()
    today = clock.today()
    found = proposed(publication, request.scope, case.employer_id, today)
    return found, Origin("snapshot", publication.run, publication.month)


def _asked(
    request: ScopedRequest, form: DebtForm, offered: Proposed | None
) -> dict[str, Any] | None:
    if _by_snapshot(request):
        return offered.question if offered else None
    if not (form.is_bound and form.is_valid()):
        return None
    given = form.cleaned_data
    return {
        "months": [f"{month_text(given['first'])}..{month_text(given['last'])}"],
        "number_of_workers": given["workers"],
        "wage": given["wage"],
        "scale": given["scale"],
        "risk_group": given["risk_group"],
    }


def _kept(
    request: ScopedRequest,
    case: Case,
    statement: Statement,
    origin: Origin,
    form: DebtForm,
    people: int | None,
) -> bool:
    """Freeze the debt; a refusal is said on the page."""
    today = clock.today()
    workers = people if people is not None else form.cleaned_data["workers"]
    try:
        actions.establish(
            by=request.scope,
            case=case,
            statement=statement,
            on=today,
            origin=origin if people is not None else Origin(),
            workers=workers,
            today=today,
        )
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return False
    messages.success(request, _("Utang ditetapkan."))
    return True


def _preview(offered: Proposed | None, case: Case) -> Preview | None:
    """Ask the law what the proposal costs; nothing where it cannot tell."""
    if offered is None:
        return None
    try:
        statement = state(offered.question, clock.today())
    except Refusal:
        return None
    beside = presenter.beside_finding(statement, queries.found_monthly(case))
    return replace(_shown(statement, offered.people, offered.left_out), beside=beside)


def _shown(statement: Statement, people: int, left_out: int) -> Preview:
    answered = statement.answered
    return Preview(
        presenter.stated(statement),
        Idr(statement.principal_idr),
        Idr(answered.results["total"]),
        people,
        left_out,
        answered.confidence,
        [one.text(spoken()) for one in answered.assumed[:FIRST_ASSUMED]],
    )


URLS = (path("kasus/<int:number>/uang/hitung", count, name="collection.count"),)
