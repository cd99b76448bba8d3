"""One person: what the files say, why the status is so, who went there; and the NIK."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework import clock
from naungan.casework.fieldwork import following, unmasking
from naungan.casework.intake import door, workers as snapshot
from naungan.casework.intake.employers import sentence
from naungan.casework.intake.models import Publication
from naungan.casework.intake.workers import PersonPage
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.language import spoken
from naungan.web.pages.workers import one as one_of, place, presenter, words
from naungan.web.pages.workers.forms import UnmaskForm
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_persons")
UNMASKS: Final = whoever_may("unmask")


@audience(SEES)
def person(request: ScopedRequest, number: int) -> HttpResponse:
    """Show a person, NIK masked; the view is on record."""
    publication = _publication(request)
    found = snapshot.person(publication, request.scope, number)
    if found is None:
        raise Http404
    return render(request, "workers/person.html", _shown(request, publication, found))


@audience(UNMASKS)
def unmask(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask for what and why, then show the NIK on this one answer."""
    publication = _publication(request)
    form = UnmaskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = attempt(
            form,
            lambda: unmasking.unmask(
                by=request.scope,
                publication=publication,
                number=number,
                **form.cleaned_data,
            ),
        )
        if found is not None:
            shown = _shown(request, publication, found)
            return render(request, "workers/person.html", shown)
    if not form.errors and snapshot.person(publication, request.scope, number) is None:
        raise Http404
    shown = {"number": number, "left": unmasking.left(request.scope)}
    return show(request, "workers/unmask.html", form, **shown)


def _publication(request: ScopedRequest) -> Publication:
    """Give the snapshot that shows one's region, or one chosen by its region's code.

    Whoever works for a larger region needs no choice where it holds one snapshot.
    """
    own = request.scope.region_code
    code = request.GET.get("wilayah", own)
    if not place.inside(request.scope, code) and not own.startswith(f"{code}."):
        raise Http404
    found = door.newest(code)
    if found is None and code == own:
        below = [one.publication for one in place.published_inside(request.scope)]
        found = below[0] if len(below) == 1 else None
    if found is None:
        raise Http404
    return found


def _shown(
    request: ScopedRequest, publication: Publication, found: PersonPage
) -> dict[str, Any]:
    today = clock.today()
    known_of = found.known
    number = known_of.row["person_id"]
    row = known_of.row | (known_of.coverage[0] if known_of.coverage else {})
    known = following.followed(request.scope, publication, "")
    held = following.of_people(request.scope, publication, known, [number], whole=True)
    village = presenter.village(row["village_code"])
    return {
        "publication": publication,
        "person": presenter.line(row, [], publication, today),
        "row": row,
        "village": village if place.inside(request.scope, village) else "",
        "segment": words.segment(row.get("segment")),
        "category": words.category(row.get("category")),
        "rows": [one_of.source(one) for one in known_of.rows],
        "memberships": [one_of.membership(one) for one in known_of.memberships],
        "findings": [
            sentence(one["detail"]).text(spoken()) for one in known_of.findings
        ],
        "parts": found.explained.parts(spoken()),
        "assignments": presenter.assignments(
            held.get(number, []), row, publication, today
        ),
        "unmasked": found.unmasked,
        "may_unmask": request.scope.may("unmask") and not found.unmasked,
        "wilayah": request.GET.get("wilayah", ""),
    }


URLS = (
    path("pekerja/<int:number>", person, name="workers.person"),
    path("pekerja/<int:number>/nik", unmask, name="workers.unmask"),
)
