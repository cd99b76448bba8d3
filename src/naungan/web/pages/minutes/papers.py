"""Berkas rapat: presentations, photographs and scans put to an event."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import act
from naungan.casework.coordination.actions import agenda
from naungan.casework.coordination.models import EventPaper
from naungan.casework.correspondence import papers as store
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.minutes.forms import PaperForm
from naungan.web.pages.minutes.place import Place, kept, place_of
from naungan.web.papers.attachment import attached
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")


@audience(SEES)
def papers(request: ScopedRequest, number: int) -> HttpResponse:
    """List the papers of an event; its keeper adds one."""
    place = place_of(request.scope, number)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        if not place.keeps:
            raise Http404
        if form.is_valid() and _added(request, place, form):
            messages.success(request, _("Berkasnya disimpan."))
            return redirect("minutes.papers", number=number)
    shown = {
        "place": place,
        "event": place.event,
        "tab": "papers",
        "papers": place.event.papers.select_related("added_by"),
    }
    return show(request, "minutes/papers.html", form, **shown)


def _added(request: ScopedRequest, place: Place, form: PaperForm) -> bool:
    file = form.cleaned_data["file"]
    made = attempt(
        form,
        lambda: agenda.add_paper(
            by=request.scope,
            event=place.event,
            title=form.cleaned_data["title"],
            name=file.name,
            content=file.read(),
        ),
    )
    return made is not None


@audience(KEEPS)
@require_POST
def remove(request: ScopedRequest, number: int, paper: int) -> HttpResponse:
    """Take a paper away."""
    place = kept(request.scope, number)
    held = get_object_or_404(EventPaper, event=place.event, pk=paper)
    agenda.remove_paper(by=request.scope, paper=held)
    messages.success(request, _("Berkasnya dihapus."))
    return redirect("minutes.papers", number=number)


@audience(SEES)
def paper(request: ScopedRequest, number: int, paper: int) -> HttpResponseBase:
    """Give a paper as a file, never to be shown as a page; that it was taken is on record."""
    place = place_of(request.scope, number)
    held = get_object_or_404(EventPaper, event=place.event, pk=paper)
    try:
        content = store.read(held.institution_id, held.sha256)
    except FileNotFoundError as error:
        raise Http404 from error
    act.record(by=request.scope, verb="download", noun="event_paper", noun_id=held.pk)
    return attached(content, held.name, held.mime)


URLS = (
    path("rapat/<int:number>/berkas", papers, name="minutes.papers"),
    path("rapat/<int:number>/berkas/<int:paper>", paper, name="minutes.paper"),
    path("rapat/<int:number>/berkas/<int:paper>/hapus", remove, name="minutes.unpaper"),
)
