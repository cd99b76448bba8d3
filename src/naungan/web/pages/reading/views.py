"""Baca berita: a report becomes a draft, accepted line by line."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.commitments.actions import accepting
from naungan.casework.coordination.queries import listing
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, press, said, show
from naungan.web.page import Page
from naungan.web.pages.meetings.forms import EventForm
from naungan.web.pages.reading import drafting, line_forms
from naungan.web.pages.reading.forms import ReportForm
from naungan.web.request import ScopedRequest
from naungan.web.sheets import kept


KEEPS: Final = whoever_may("keep_meetings")


@audience(KEEPS)
def read(request: ScopedRequest) -> HttpResponse:
    """Ask for a report, show what was read of it, and write what was accepted."""
    if kept.is_asked(request):
        return _accepted(request)
    form = ReportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = attempt(form, lambda: drafting.read(form.cleaned_data, clock.today()))
        if told is not None:
            first = EventForm(None, told["event"])
            asked = line_forms.forms_of(told["lines"], None)
            return _draft(request, told, first, asked)
    return show(request, "reading/page.html", form)


def _accepted(request: ScopedRequest) -> HttpResponse:
    """Write the ticked lines, or show again what has to be mended."""
    try:
        told: dict[str, Any] = kept.kept(request)
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("reading")
    form = EventForm(request.POST, told["event"])
    ticked = request.POST.getlist("line")
    asked = line_forms.forms_of(told["lines"], request.POST)
    told["lines"], faults = line_forms.mended(told["lines"], asked, ticked)
    if form.is_valid() and not faults:
        reported = drafting.reported(told, form.plan(), ticked, clock.today())
        made = attempt(
            form,
            lambda: accepting.accept(
                by=request.scope, reported=reported, today=clock.today()
            ),
        )
        if made is not None:
            messages.success(request, _("Kegiatan dicatat dari berita ini."))
            return redirect("meetings.one", number=made.pk)
    return _draft(request, told, form, asked, ticked, faults)


def _draft(
    request: ScopedRequest,
    told: dict[str, Any],
    form: EventForm,
    asked: Mapping[str, line_forms.LineForm],
    ticked: Sequence[str] | None = None,
    faults: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    shown = drafting.shown(request.scope, told, ticked, asked)
    answer = show(
        request,
        "reading/draft.html",
        form,
        kept=kept.keep(request, told),
        faults=faults,
        **shown,
    )
    if faults:
        answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    return answer


@audience(KEEPS)
@require_POST
def join(request: ScopedRequest, number: int) -> HttpResponse:
    """Keep the report as one more source of an event that is on record already."""
    event = listing.event(request.scope, number)
    if event is None:
        raise Http404

    def act() -> None:
        source = drafting.source_sent(request.POST)
        accepting.add_report(by=request.scope, event=event, source=source)

    told = _("Berita ini dicatat sebagai sumber kegiatan ini.")
    return press(request, act, told, reverse("meetings.one", args=[number]))


PAGE = Page(
    code="reading",
    urls=(
        path("rapat/baca", read, name="reading"),
        path("rapat/<int:number>/sumber", join, name="reading.join"),
    ),
    power="keep_meetings",
)
