"""Antrian tinjau: uncertain pairs side by side, one answer at a time."""

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _, ngettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import actions as intake, door
from naungan.casework.review import actions, queries, records
from naungan.casework.review.kinds import KINDS, answers
from naungan.casework.review.queue import count_waiting
from naungan.casework.review.records import Key, Row, Subject
from naungan.lib.errors import Refusal
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import press, said
from naungan.web.page import Page
from naungan.web.pages.review import presenter
from naungan.web.pages.review.desk import ADDRESS, Desk, desk, pair_of
from naungan.web.request import ScopedRequest


REVIEWS: Final = whoever_may("review")
PER_PAGE: Final = 25


@audience(REVIEWS)
def review(request: ScopedRequest) -> HttpResponse:
    """List what waits in one's region, the largest effect first."""
    about = request.GET.get("tentang")
    subject: Subject = "employer" if about == "pemberi-kerja" else "person"
    here = desk(request, subject)
    if here is None:
        regions = presenter.published(door.published_regions(), request.scope)
        return render(request, "review/empty.html", {"regions": regions})
    page = Paginator(here.queue.arranged, PER_PAGE).get_page(request.GET.get("hal"))
    rows = records.rows(here.publication, request.scope, subject, list(page))
    shown = presenter.rows(subject, rows, here.queue.answers)
    first = here.address(here.queue.waiting[0]) if here.queue.waiting else ""
    last = queries.last_of(request.scope, here.publication)
    return render(
        request,
        "review/page.html",
        {"desk": here, "page": page, "rows": shown, "first": first, "last": last},
    )


@audience(REVIEWS)
@require_http_methods(["GET", "POST"])
def person(request: ScopedRequest, number: int, kpj: str) -> HttpResponse:
    """Show a person beside a membership, or take the answer."""
    return _pair(request, "person", (number, kpj))


@audience(REVIEWS)
@require_http_methods(["GET", "POST"])
def employer(request: ScopedRequest, number: int, npp: str) -> HttpResponse:
    """Show an employer beside the registered one it may be, or take the answer."""
    return _pair(request, "employer", (number, npp))


def _pair(request: ScopedRequest, subject: Subject, key: Key) -> HttpResponse:
    here = desk(request, subject)
    found = here and records.pair(here.publication, request.scope, subject, key)
    if here is None or not found:
        return render(request, "review/gone.html", status=404)
    if request.method == "POST":
        return _decided(request, here, found, key)
    return _shown(request, here, found, key)


def _shown(
    request: ScopedRequest, here: Desk, found: Row, key: Key, error: str = ""
) -> HttpResponse:
    before, after = here.queue.beside(key)
    shown = {
        "desk": here,
        "pair": presenter.pair(here.subject, found),
        "key": key,
        "standing": queries.standing_of(pair_of(here, found, key)),
        "answers": answers(here.subject),
        "place": format_number(here.queue.place_of(key)),
        "before": before and here.address(before),
        "after": after and here.address(after),
        "back": here.address(None),
        "last": queries.last_of(request.scope, here.publication),
        "error": error,
        "may_unmask": request.scope.may("unmask"),
    }
    status = 422 if error else 200
    return render(request, "review/pair.html", shown, status=status)


def _decided(request: ScopedRequest, here: Desk, found: Row, key: Key) -> HttpResponse:
    kind, note = request.POST.get("kind", ""), request.POST.get("note", "")
    pair = pair_of(here, found, key)
    try:
        actions.decide(by=request.scope, pair=pair, kind=kind, note=note)
    except Refusal as refusal:
        return _shown(request, here, found, key, said(refusal))
    messages.success(request, _("Dicatat: %s.") % _(KINDS[kind].label))
    # The queue was read before the verdict: the pair itself is not asked again.
    return redirect(here.address(here.queue.next_open(key)))


@audience(REVIEWS)
@require_POST
def undo(request: ScopedRequest, number: int) -> HttpResponse:
    """Take a verdict back and show its pair again."""
    verdict = queries.verdict(number)
    if verdict is None:
        raise Http404
    back = reverse(ADDRESS[verdict.subject], args=[verdict.number, verdict.partner])
    narrower = verdict.region_code != request.scope.region_code
    return press(
        request,
        lambda: actions.undo(by=request.scope, verdict=verdict),
        _("Putusan diurungkan; pasangan ini menunggu lagi."),
        f"{back}?wilayah={verdict.region_code}" if narrower else back,
    )


@audience(REVIEWS)
@require_POST
def run(request: ScopedRequest) -> HttpResponse:
    """Ask for a run that reads the verdicts."""
    here = desk(request, "person")
    if here is None:
        raise Http404
    code = here.publication.region_code
    return press(
        request,
        lambda: intake.start_run(by=request.scope, region_code=code, cause="review"),
        _("Proses diminta; putusannya berlaku sesudah selesai."),
        here.address(None),
    )


def waiting(scope: Scope) -> int:
    """Count what waits for a verdict in a scope."""
    publication = door.newest(scope.region_code)
    return count_waiting(publication, scope) if publication else 0


PAGE = Page(
    code="review",
    urls=(
        path("tinjau", review, name="review"),
        path("tinjau/orang/<int:number>/<str:kpj>", person, name="review.person"),
        path(
            "tinjau/pemberi-kerja/<int:number>/<str:npp>",
            employer,
            name="review.employer",
        ),
        path("tinjau/urungkan/<int:number>", undo, name="review.undo"),
        path("tinjau/proses", run, name="review.run"),
    ),
    label="Antrian tinjau",
    place=40,
    power="review",
    count=waiting,
    waits=ngettext_lazy("pasangan menunggu putusan", "pasangan menunggu putusan"),
)
