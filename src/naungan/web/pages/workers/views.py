"""Pekerja belum terlindungi: who is not covered, village by village, and who goes there."""

from typing import Any, Final

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext_noop, ngettext_lazy

from naungan.casework import clock
from naungan.casework.fieldwork import following, queries
from naungan.casework.fieldwork.following import Followed
from naungan.casework.intake import workers as snapshot
from naungan.casework.intake.figures import SMALLEST_SHOWN
from naungan.casework.intake.models import Publication
from naungan.casework.intake.workers import Wanted
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.workers import assigning, person, place, presenter, sheets, tasks
from naungan.web.pages.workers.forms import WorkersFilter
from naungan.web.pages.workers.place import Place
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_persons")
PER_PAGE: Final = 50
AT_A_TIME: Final = 500
ALL: Final = "semua"  # the parameter that asks for every row of a village, to print it
TAKEN: Final = "download_list"
PRINTED: Final = "print_list"


@audience(SEES)
def workers(request: ScopedRequest) -> HttpResponse:
    """Go to one's own region, or let somebody of a larger one choose."""
    own = place.of(request.scope, request.scope.region_code)
    if own.publication is not None:
        return redirect("workers.region", code=own.code)
    published = place.published_inside(request.scope)
    shown = {"place": own, "published": published}
    return render(
        request, "workers/empty.html", shown, status=200 if published else 404
    )


@audience(SEES)
def region(request: ScopedRequest, code: str) -> HttpResponseBase:
    """List the uncovered workers of a region; a village's whole list can be taken."""
    here = place.of(request.scope, code)
    if here.publication is None:
        return render(request, "workers/empty.html", {"place": here}, status=404)
    known = following.followed(request.scope, here.publication, code)
    form = download.asked(request)
    if form is not None and here.is_village:
        lines = _lines(request, here, here.publication, known, TAKEN)
        sheet = sheets.of_village(here, here.publication, lines, clock.today())
        return download.answer(request, sheet, form)
    return render(
        request, "workers/page.html", _shown(request, here, here.publication, known)
    )


def _shown(
    request: ScopedRequest, here: Place, publication: Publication, known: Followed
) -> dict[str, Any]:
    """Give what the page of a region shows: counts, the list, where to go from here."""
    counted = snapshot.counts(publication, request.scope, here.code)
    is_whole = here.is_village and ALL in request.GET
    after = None
    if is_whole:
        lines = _lines(request, here, publication, known, PRINTED)
    else:
        page = snapshot.uncovered(
            publication,
            request.scope,
            here.code,
            wanted(request, known),
            limit=PER_PAGE,
            after=request.GET.get("sesudah"),
        )
        lines, after = _arranged(request, publication, known, page.rows), page.after
    return {
        "place": here,
        "month": presenter.month(publication.month),
        "publication": publication,
        "filter": WorkersFilter(request.GET or None),
        "lines": lines,
        "after": after,
        "whole": is_whole,
        "statuses": presenter.by_status(counted),
        "categories": presenter.by_category(counted),
        "total": presenter.total(counted),
        "partial": presenter.partial(counted),
        "unshared": presenter.unshared(counted),
        "unshared_text": format_number(presenter.unshared(counted)),
        "smallest": SMALLEST_SHOWN,
        "below": below(here),
        "may_assign": request.scope.may("assign"),
        "assigned": format_number(len(known.open)),
    }


def wanted(request: ScopedRequest, known: Followed) -> Wanted:
    """Read what is filtered by."""
    asked = WorkersFilter(request.GET or None)
    given = asked.wanted("tugas")
    return Wanted(
        status=asked.wanted("status"),
        category=asked.wanted("kelompok"),
        segment=asked.wanted("segmen"),
        among=known.open if given == "ya" else None,
        without=known.open if given == "belum" else (),
    )


def below(here: Place) -> list[regions.Region]:
    """Give the regions just below, by name."""
    return [] if here.is_village else sorted(_children(here), key=lambda one: one.name)


def _children(here: Place) -> list[regions.Region]:
    return list(regions.children(here.code))


def _lines(
    request: ScopedRequest,
    here: Place,
    publication: Publication,
    known: Followed,
    purpose: str,
) -> list[presenter.WorkerLine]:
    """Read every row of a village."""
    rows = snapshot.all_uncovered(
        publication,
        request.scope,
        here.code,
        wanted(request, known),
        at_a_time=AT_A_TIME,
        purpose=purpose,
    )
    return _arranged(request, publication, known, list(rows))


def _arranged(
    request: ScopedRequest,
    publication: Publication,
    known: Followed,
    rows: list[presenter.Row],
) -> list[presenter.WorkerLine]:
    people = [row["person_id"] for row in rows]
    held = following.of_people(request.scope, publication, known, people)
    return presenter.lines(rows, held, publication, clock.today())


PAGE = Page(
    code="workers",
    urls=(
        path("pekerja", workers, name="workers"),
        path("pekerja/wilayah/<str:code>", region, name="workers.region"),
        *person.URLS,
        *assigning.URLS,
        *tasks.URLS,
    ),
    label="Pekerja",
    village_label=gettext_noop("Daftar pekerja"),
    place=20,
    power="see_persons",
    rows=lambda scope: [queries.waiting_tasks(scope)],
    waits=ngettext_lazy(
        "pekerja menunggu kunjungan Anda", "pekerja menunggu kunjungan Anda"
    ),
    waits_at=lambda _scope: reverse("workers.tasks"),
)
