"""Bahan rapat: what everybody reads before a meeting, as a page, PDF or DOCX."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework import clock
from naungan.web.audience import audience, whoever_may
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Gathering
from naungan.web.letters.issuing import CONTENT_TYPES
from naungan.web.pages.minutes import packing, setting
from naungan.web.pages.minutes.place import Place, place_of
from naungan.web.pages.minutes.sections import sections
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
SHARED: Final = "bagikan"


@audience(SEES)
def pack(request: ScopedRequest, number: int) -> HttpResponse:
    """Show the pack of a meeting as it stands now, for one's own institution."""
    place = place_of(request.scope, number)
    made = setting.composed(setting.PACK, _facts(request, place))
    shown = {
        "place": place,
        "event": place.event,
        "tab": "pack",
        "sections": sections(made.data["blocks"]),
        "has_cases": request.scope.may("see_cases"),
    }
    return render(request, "minutes/pack.html", shown)


@audience(SEES)
def file(request: ScopedRequest, number: int, form: str) -> HttpResponse:
    """Give the pack as a file, for oneself or, without employers, to pass around."""
    if form not in CONTENT_TYPES:
        raise Http404
    kind: issuing.Form = "docx" if form == "docx" else "pdf"
    place = place_of(request.scope, number)
    shared = SHARED in request.GET
    content = issuing.paper(
        by=request.scope,
        letter=setting.PACK,
        facts=_facts(request, place, shared=shared),
        today=clock.today(),
        form=kind,
    )
    name = "bahan-rapat-dibagikan" if shared else "bahan-rapat"
    return setting.answer(request.scope, place.event, content, kind, name)


def _facts(request: ScopedRequest, place: Place, *, shared: bool = False) -> Facts:
    content = packing.content(request.scope, place.event, shared=shared)
    return Facts(gathering=Gathering(content))


URLS = (
    path("rapat/<int:number>/bahan", pack, name="minutes.pack"),
    path("rapat/<int:number>/bahan.<str:form>", file, name="minutes.pack_file"),
)
