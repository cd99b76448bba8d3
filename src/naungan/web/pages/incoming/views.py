"""Data masuk: what one's institution sent, what waits, what runs, and templates."""

from collections.abc import Iterator
from typing import Final

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Case, QuerySet, When
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _, gettext_noop, ngettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door, ledger, preview
from naungan.casework.intake.models import Batch, Run
from naungan.casework.intake.running import invented
from naungan.casework.intake.running.heeding import unheeded
from naungan.casework.intake.states import UNDECIDED
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.region import full_name
from naungan.web.page import Page
from naungan.web.pages.incoming import deciding, presenter, runs, sending, steps, words
from naungan.web.pages.incoming.forms import LedgerFilter
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_incoming")
PER_PAGE: Final = 50
MOST_LIVE: Final = 2_000
MOST_RUNS: Final = 100
SHOWN_RUNS: Final = 5
OVER: Final = ("replaced", "discarded")
OPEN_FIRST: Final = Case(When(state__in=UNDECIDED, then=0), default=1)
FILE_WORDS: Final = {
    "workers": "pekerja",
    "members": "peserta",
    "employers": "pemberi-kerja",
    "contributions": "iuran",
    "universe": "semesta",
}
"""How the file of a template is called."""
UNFINISHED: Final = ("received", "mapped", "tried", "refused")


@audience(SEES)
def incoming(request: ScopedRequest) -> HttpResponseBase:
    """Show the ledger: series, what waits, what runs; or give it as a file."""
    asked = LedgerFilter(request.GET or {})
    found = ledger.batches(request.scope, **asked.wanted())
    form = download.asked(request)
    if form:
        return download.answer(request, _sheet(request, found), form)
    today = clock.today()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    live = list(ledger.batches(request.scope).exclude(state__in=OVER)[:MOST_LIVE])
    recent = list(ledger.runs(request.scope).order_by(OPEN_FIRST, "-pk")[:MOST_RUNS])
    context = {
        "filter": asked,
        "page": page,
        "entries": presenter.lines(page, today),
        "series": presenter.lines(presenter.in_use_of_each(live), today),
        "waiting": presenter.lines(_mine_to_approve(request.scope, live), today),
        "unfinished": presenter.lines(
            (one for one in live if one.state in UNFINISHED), today
        ),
        "decisions": presenter.run_lines(ledger.to_decide(request.scope, recent)),
        "unheeded": unheeded(request.scope, live, recent),
        "runs": presenter.run_lines(_newest(recent)),
        "kinds": words.kinds(),
    }
    return render(request, "incoming/page.html", context)


@audience(SEES)
def template(request: ScopedRequest, code: str) -> HttpResponse:
    """Give the empty workbook of a kind of file, with its columns explained."""
    del request
    if code not in dict(words.kinds()):
        raise Http404
    return _workbook(preview.template(code), f"templat-{FILE_WORDS[code]}.xlsx")


def _workbook(content: bytes, name: str) -> HttpResponse:
    made = HttpResponse(
        content,
        content_type="application/vnd.openxmlformats-officedocument"
        ".spreadsheetml.sheet",
    )
    made["Content-Disposition"] = f'attachment; filename="{name}"'
    return made


@audience(SEES)
def sample(request: ScopedRequest) -> HttpResponse:
    """Give an invented file to try this with; only the demonstration has one."""
    newest = door.newest(request.scope.region_code) if settings.DEMO else None
    if newest is None or not invented.has_desks(newest.region_code):
        raise Http404
    path = invented.newcomers_of(newest)
    return _workbook(path.read_bytes(), path.name)


def _waiting(scope: Scope) -> list[QuerySet[Batch]]:
    """Give the files that wait for this person; held runs are counted beside them."""
    return [ledger.to_approve(scope)] if scope.may("approve") else []


def _mine_to_approve(scope: Scope, live: list[Batch]) -> list[Batch]:
    """Keep what waits for this very person, oldest first."""
    if not scope.may("approve"):
        return []
    waits = [one for one in live if one.state == "waiting"]
    mine = [one for one in waits if scope.user_id not in ledger.senders(one)]
    return sorted(mine, key=lambda one: (one.submitted_at or one.received_at, one.pk))


def _newest(runs: list[Run]) -> list[Run]:
    return sorted(runs, key=lambda one: -one.pk)[:SHOWN_RUNS]


def _sheet(request: ScopedRequest, batches: QuerySet[Batch]) -> download.Sheet:
    columns = (
        download.Column(_("Berkas")),
        download.Column(_("Jenis berkas")),
        download.Column(_("Wilayah")),
        download.Column(_("Bulan data")),
        download.Column(_("Keadaan")),
        download.Column(_("Dibaca"), "number"),
        download.Column(_("Diterima"), "number"),
        download.Column(_("Ditolak"), "number"),
        download.Column(_("Dikirim oleh")),
        download.Column(_("Tanggal kirim"), "date"),
        download.Column(_("Diputus oleh")),
        download.Column(_("Sidik SHA-256"), "code"),
    )
    place = request.appointment.institution
    meta = (_("Lembaga: %s") % place.name,)
    return download.Sheet("batch", _("Data masuk"), meta, columns, _cells(batches))


def _cells(batches: QuerySet[Batch]) -> Iterator[tuple[object, ...]]:
    for one in batches.iterator(chunk_size=500):
        counts = one.counts
        yield (
            *(one.name, words.kind(one.series.kind), full_name(one.series.region_code)),
            *(words.month(one.month), words.batch_state(one.state).word),
            *(counts.get("read"), counts.get("accepted"), counts.get("rejected")),
            one.received_by.name if one.received_by else None,
            clock.day_of(one.received_at),
            one.decided_by.name if one.decided_by else None,
            one.sha256,
        )


PAGE = Page(
    code="incoming",
    urls=(
        path("data-masuk", incoming, name="incoming"),
        path("data-masuk/templat/<slug:code>", template, name="incoming.template"),
        path("data-masuk/contoh", sample, name="incoming.sample"),
        *sending.URLS,
        *runs.URLS,
        *steps.URLS,
        *deciding.URLS,
    ),
    label="Data masuk",
    village_label=gettext_noop("Kirim"),
    place=60,
    power="see_incoming",
    rows=_waiting,
    count=ledger.count_held,
    waits=ngettext_lazy(
        "berkas atau proses menunggu keputusan Anda",
        "berkas atau proses menunggu keputusan Anda",
    ),
)
