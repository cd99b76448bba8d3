"""Perkembangan kasus: from discovered to fulfilled, to the last case, and how long it takes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.compliance import kinds, queries
from naungan.casework.compliance.models import Case
from naungan.casework.compliance.queries.counting import LONG, RUNG, Ageing, Funnel
from naungan.law.book import enacted
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.download import Column, Sheet
from naungan.web.figures.span import Span, asked
from naungan.web.language import spoken
from naungan.web.page import Page
from naungan.web.pages.pipeline import words
from naungan.web.request import ScopedRequest


SEES = whoever_may("see_cases")
PER_PAGE: Final = 50


@dataclass(frozen=True)
class RungLine:
    """One rung: how many cases stand on it now."""

    code: str
    label: str
    cases: str
    people: str
    share: int


@dataclass(frozen=True)
class AgeingLine:
    """The open cases of one step: how long they lie, and how many past their term."""

    track: str
    track_label: str
    stage: str
    step: str
    cases: str
    over: str
    idle: list[str]
    oldest: str


@audience(SEES)
def pipeline(request: ScopedRequest) -> HttpResponseBase:
    """Show the funnel of a span of days and the ageing of today."""
    today = clock.today()
    span = asked(request.GET, today)
    funnel = queries.funnel(request.scope, span.since, span.until)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(funnel, span), form)
    ageing = queries.ageing(request.scope, today)
    shown = {
        "span": span,
        "total": format_number(funnel.total),
        "standing": [_rung(one, funnel.total) for one in funnel.standing],
        "reached": [
            (
                str(words.REACHED[code]),
                format_number(count),
                _share(count, funnel.total),
            )
            for code, count in funnel.reached.items()
        ],
        "ageing": [_ageing(one) for one in ageing],
        "idle": [str(one) for one in words.IDLE],
        "open": format_number(sum(one.cases for one in ageing)),
        "over": format_number(sum(one.over for one in ageing)),
    }
    return render(request, "pipeline/page.html", shown)


def _share(count: int, total: int) -> int:
    return count * 100 // total if total else 0


def _rung(one: Any, total: int) -> RungLine:
    return RungLine(
        one.code,
        str(words.RUNG[one.code]),
        format_number(one.cases),
        format_number(one.people),
        _share(one.cases, total),
    )


def _ageing(one: Ageing) -> AgeingLine:
    return AgeingLine(
        one.track,
        kinds.label(kinds.TRACKS, one.track, spoken()),
        one.stage or "-",
        step(one.stage),
        format_number(one.cases),
        format_number(one.over),
        [format_number(count) for count in one.idle],
        format_number(one.oldest),
    )


def step(code: str) -> str:
    """Name a step of the law, or that none was taken."""
    known = enacted().steps.get(code)
    return known.title.text(spoken()) if known else _("belum ada langkah")


def _sheet(funnel: Funnel, span: Span) -> Sheet:
    return Sheet(
        code="pipeline",
        title=_("Perkembangan kasus"),
        meta=(f"{span.since:%d-%m-%Y} – {span.until:%d-%m-%Y}",),
        columns=(
            Column(_("Keadaan")),
            Column(_("Kasus"), "number"),
            Column(_("Pekerja"), "number"),
        ),
        rows=(
            *((str(words.RUNG[o.code]), o.cases, o.people) for o in funnel.standing),
            (_("Jumlah"), funnel.total, sum(one.people for one in funnel.standing)),
        ),
    )


@audience(SEES)
def listed(request: ScopedRequest) -> HttpResponseBase:
    """List the cases behind a figure of the funnel or of the ageing."""
    found, title = _behind(request)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _cases(found, title), form)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    today = clock.today()
    lines = [
        {
            "case": one,
            "step": step(one.stage),
            "idle": format_number((today - one.stage_since).days),
            "is_late": one.due_on is not None and one.due_on < today,
        }
        for one in page
    ]
    return render(
        request, "pipeline/cases.html", {"title": title, "page": page, "lines": lines}
    )


def _behind(request: ScopedRequest) -> tuple[QuerySet[Case], str]:
    """Read which cases are asked for: of a rung, or of a step by idle days."""
    rung, stage = request.GET.get("tahap", ""), request.GET.get("langkah", "")
    found = queries.cases(request.scope).order_by("stage_since", "pk")
    if rung in words.RUNG:
        span = asked(request.GET, clock.today())
        inside = found.filter(opened_on__range=(span.since, span.until))
        return inside.annotate(rung=RUNG).filter(rung=rung), str(words.RUNG[rung])
    if stage == "-" or stage in enacted().steps:
        code = "" if stage == "-" else stage
        return _idle(request, found.filter(state="open", stage=code)), step(code)
    raise Http404


def _idle(request: ScopedRequest, found: QuerySet[Case]) -> QuerySet[Case]:
    """Keep a track, and those idle for as long as a column says, or past their term."""
    today = clock.today()
    track = request.GET.get("jalur", "")
    if track in {one.code for one in kinds.TRACKS}:
        found = found.filter(track=track)
    if request.GET.get("lewat"):
        found = found.filter(due_on__lt=today)
    place = request.GET.get("diam", "")
    if place in ("0", "1", "2", "3"):
        days = (None, *LONG, None)
        newer, older = days[int(place)], days[int(place) + 1]
        if newer is not None:
            found = found.filter(stage_since__lt=today - timedelta(days=newer))
        if older is not None:
            found = found.filter(stage_since__gte=today - timedelta(days=older))
    return found


def _cases(found: QuerySet[Case], title: str) -> Sheet:
    return Sheet(
        code="pipeline-cases",
        title=_("Kasus: %s") % title,
        meta=(),
        columns=(
            Column(_("Nomor kasus"), "code"),
            Column(_("Pemberi kerja")),
            Column(_("Dibuka"), "date"),
            Column(_("Langkah terakhir")),
            Column(_("Sejak"), "date"),
            Column(_("Tenggang berakhir"), "date"),
            Column(_("Pekerja"), "number"),
        ),
        rows=(
            (
                *(one.number, one.name, one.opened_on, step(one.stage)),
                *(one.stage_since, one.due_on, one.people),
            )
            for one in found.iterator()
        ),
    )


PAGE = Page(
    code="pipeline",
    urls=(
        path("perkembangan-kasus", pipeline, name="pipeline"),
        path("perkembangan-kasus/kasus", listed, name="pipeline.cases"),
    ),
)
