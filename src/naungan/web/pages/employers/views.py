"""Pemberi kerja: who has findings, ranked, one of them, its workers, and why."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Final

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path

from naungan.casework.intake import employers as snapshot
from naungan.casework.intake.employers import One
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.employers import (
    cases,
    one as single,
    place,
    presenter,
    sheets,
    why as reasons,
)
from naungan.web.pages.employers.asked import Asked, asked
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_employers")
NAMES: Final = whoever_may("see_persons")
FIRST_WORKERS: Final = 5
AT_A_TIME: Final = 500


@audience(SEES)
def employers(request: ScopedRequest) -> HttpResponseBase:
    """List the employers of one's region that have findings, or give them as a file."""
    published = place.in_reach(request.scope)
    publication = place.chosen(published, request.GET.get("wilayah", ""))
    if publication is None:
        return _choice(request, published)
    question, form = asked(request.GET), download.asked(request)
    if form is not None:
        rows = _every(request, publication, question)
        counted = snapshot.counted(publication, request.scope, question.sought)
        sheet = sheets.of_list(publication, question, rows, counted["employers"])
        return download.answer(request, sheet, form)
    shown = _list(request, publication, question)
    page = _page(request, publication, shown, asked=question)
    return render(request, "employers/page.html", page)


@audience(SEES)
def employer(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show one employer: findings, workers, history."""
    publication, found = _one(request, number)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, sheets.of_one(publication, found), form)
    shown = single.present(found)
    pursued = cases.of_employer(request.scope, publication, number)
    return render(
        request,
        "employers/employer.html",
        _page(request, publication, shown, pursued=pursued),
    )


@audience(SEES)
def why(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Show beside an employer why one of its findings stands."""
    publication, found = _one(request, number)
    finding = next((row for row in found.findings if row["code"] == code), None)
    if finding is None:
        raise Http404
    rests_on = snapshot.reasons(publication, request.scope, number, code)
    shown = single.present(found)
    answer = reasons.present(found, finding, rests_on)
    return render(
        request,
        "employers/employer.html",
        _page(
            request,
            publication,
            shown,
            why=answer,
            pursued=cases.of_employer(request.scope, publication, number),
        ),
    )


@audience(NAMES)
def workers(request: ScopedRequest, number: int) -> HttpResponseBase:
    """List the workers whom lists place under an employer, fifty at a time."""
    publication = place.of_employer(request.scope, number)
    found = publication and snapshot.employer(publication, request.scope, number)
    if not publication or not found:
        raise Http404
    form = download.asked(request)
    if form is not None:
        rows = _every_worker(request, publication, number)
        sheet = sheets.of_workers(publication, found, rows)
        return download.answer(request, sheet, form)
    return render(
        request, "employers/workers.html", _workers(request, publication, found)
    )


def _choice(request: ScopedRequest, published: list[Publication]) -> HttpResponse:
    """Let somebody of a larger region choose whose employers to see."""
    shown = {"published": [regions.by_code(one.region_code) for one in published]}
    status = HTTPStatus.OK if published else HTTPStatus.NOT_FOUND
    return render(request, "employers/empty.html", shown, status=status)


def _list(
    request: ScopedRequest, publication: Publication, question: Asked
) -> presenter.ListPage:
    found = snapshot.listed(
        publication,
        request.scope,
        question.sought,
        order=question.order,
        limit=presenter.PER_PAGE,
        offset=(question.page - 1) * presenter.PER_PAGE,
    )
    return presenter.present(found, question, request.GET)


def _workers(
    request: ScopedRequest, publication: Publication, employer: dict[str, Any]
) -> dict[str, Any]:
    """Give one page of workers, and where the next one begins."""
    number = employer["employer_id"]
    rows = snapshot.workers_of(
        publication,
        request.scope,
        number,
        after=request.GET.get("sesudah"),
        limit=presenter.PER_PAGE,
    )
    return {
        "publication": publication,
        "workers": [single.worker(row) for row in rows],
        "after": rows[-1]["key"] if len(rows) == presenter.PER_PAGE else "",
        "number": number,
        "name": employer["name"] or "–",
    }


def _one(request: ScopedRequest, number: int) -> tuple[Publication, One]:
    publication = place.of_employer(request.scope, number)
    found = publication and snapshot.one(
        publication, request.scope, number, workers=FIRST_WORKERS
    )
    if not publication or not found:
        raise Http404
    return publication, found


def _page(
    request: ScopedRequest, publication: Publication, shown: object, **more: object
) -> dict[str, Any]:
    region = regions.by_code(request.scope.region_code)
    if region is None or publication.region_code.startswith(f"{region.code}."):
        region = regions.by_code(publication.region_code)
    return {"publication": publication, "region": region, "shown": shown, **more}


def _every(
    request: ScopedRequest, publication: Publication, question: Asked
) -> Iterator[dict[str, Any]]:
    """Read every employer sought, piece by piece, for a file."""
    offset = 0
    while rows := snapshot.found(
        publication,
        request.scope,
        question.sought,
        order=question.order,
        limit=AT_A_TIME,
        offset=offset,
    ):
        yield from rows
        offset += AT_A_TIME


def _every_worker(
    request: ScopedRequest, publication: Publication, number: int
) -> Iterator[dict[str, Any]]:
    """Read every worker of an employer, piece by piece, for a file."""
    after = None
    while rows := snapshot.workers_of(
        publication, request.scope, number, after=after, limit=AT_A_TIME
    ):
        yield from rows
        after = rows[-1]["key"]


PAGE = Page(
    code="employers",
    urls=(
        path("pemberi-kerja", employers, name="employers"),
        path("pemberi-kerja/<int:number>", employer, name="employers.one"),
        path("pemberi-kerja/<int:number>/pekerja", workers, name="employers.workers"),
        path(
            "pemberi-kerja/<int:number>/mengapa/<slug:code>", why, name="employers.why"
        ),
    ),
    label="Pemberi kerja",
    place=30,
    power="see_employers",
)
