"""The way of one file: what it is, what its columns mean, what a dry run found."""

from pathlib import Path
from typing import Any, Final

from django.contrib import messages
from django.db.models import Q
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
)
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import act, clock, look
from naungan.casework.intake import actions, files, ledger, preview
from naungan.casework.intake.models import Batch, Run
from naungan.casework.intake.preview import Headers
from naungan.casework.intake.running.heeding import unheeded
from naungan.casework.intake.states import UNDECIDED
from naungan.lib.dates import month_start
from naungan.lib.errors import InputRefused
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show, told
from naungan.web.pages.incoming import presenter, trial
from naungan.web.pages.incoming.forms import AboutForm
from naungan.web.pages.incoming.mapping_form import SHEET, MappingForm
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_incoming")
SENDERS: Final = whoever_may("upload")
PURPOSE: Final = "dry_run"
MOST_OTHERS: Final = 10


def of_scope(request: ScopedRequest, number: int) -> Batch:
    """Find a file of one's own institution; one of another is not there at all."""
    batch = ledger.batch(request.scope, number)
    if batch is None:
        raise Http404
    return batch


@audience(SENDERS)
def about(request: ScopedRequest, number: int) -> HttpResponse:
    """Let the sender say of what the file tells; then its columns are asked for."""
    batch, today = of_scope(request, number), clock.today()
    now = {
        "kind": batch.series.kind,
        "region": batch.series.region_code or "00",
        "month": f"{month_start(batch.month):%m/%Y}",
        "mode": batch.mode,
    }
    form = AboutForm(request.POST or None, request.scope, today, initial=now)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        attempt(form, lambda: _reclassify(request, batch, asked))
        if not form.errors:
            return redirect("incoming.mapping", batch.pk)
    return show(request, "incoming/about.html", form, **_named(request, batch))


@audience(SENDERS)
def mapping(request: ScopedRequest, number: int) -> HttpResponse:
    """Show what each column seems to mean; what the sender confirms is tried out."""
    batch = of_scope(request, number)
    sheet = request.POST.get("lembar") or request.GET.get("lembar") or None
    try:
        heard = preview.headers(request.scope, batch, sheet=sheet)
    except InputRefused as refusal:
        return _unread(request, batch, refusal)
    given = request.POST if request.method == "POST" else None
    form = MappingForm(given, heard.columns, heard.targets)
    if form.is_bound and _is_mapped(request, batch, heard, form):
        return redirect("incoming.batch", batch.pk)
    rest = {
        "heard": heard,
        "notes": list(map(told, heard.notes)),
        "rows": form.rows(),
        "faults": form.faults(),
    }
    return show(
        request, "incoming/mapping.html", form, **rest, **_named(request, batch)
    )


@audience(SEES)
def batch(request: ScopedRequest, number: int) -> HttpResponse:
    """Show a file: its dry run, who decided what, and what can be done now."""
    found, today = of_scope(request, number), clock.today()
    shown = _looked(request, found)
    series = ledger.batches(request.scope).filter(series=found.series)
    others = series.exclude(pk=found.pk)[:MOST_OTHERS]
    newest, runs = _runs(request, found)
    context = {
        **_named(request, found),
        "trial": trial.present(found, shown) if found.counts else None,
        "trying": found.trying_since is not None,
        "may": ledger.why_not(request.scope, found),
        "replaces": presenter.lines(
            [] if found.state in presenter.HAS_ENDED else ledger.replaces(found), today
        ),
        "others": presenter.lines(others, today),
        "run": newest,
        "unheeded": unheeded(request.scope, [found], runs),
    }
    return render(request, "incoming/batch.html", context)


@audience(SEES)
def progress(request: ScopedRequest, number: int) -> HttpResponse:
    """Tell whether a dry run is over; then the page loads itself again."""
    found = of_scope(request, number)
    answer = render(request, "incoming/trying.html", {"batch": found})
    if found.trying_since is None:
        answer["HX-Refresh"] = "true"
    return answer


@audience(SEES)
def returned(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Give the workbook of rejected rows with their wrong cells coloured."""
    found = of_scope(request, number)
    place = files.returned_of(found)
    if place is None:
        raise Http404
    act.record(by=request.scope, verb="download", noun="batch", noun_id=found.pk)
    name = f"perbaiki-{Path(found.name).stem}{place.suffix}"
    made = FileResponse(place.open("rb"), as_attachment=True, filename=name)
    made["X-Content-Type-Options"] = "nosniff"
    return made


def _looked(request: ScopedRequest, found: Batch) -> dict[str, Any]:
    """Give the first wrong rows of a dry run; seeing them is a look at people."""
    shown = files.shown_of(found)
    if shown.get("rows"):
        look.record(
            by=request.scope,
            noun="batch",
            noun_id=found.pk,
            purpose=PURPOSE,
            rows=len(shown["rows"]),
        )
    return shown


def _unread(
    request: ScopedRequest, batch: Batch, refusal: InputRefused
) -> HttpResponse:
    context = {"unread": said(refusal), **_named(request, batch)}
    return render(request, "incoming/unread.html", context, status=422)


def _is_mapped(
    request: ScopedRequest, batch: Batch, heard: Headers, form: MappingForm
) -> bool:
    """Keep a mapping that is whole and ask for its dry run; else say what is missing."""
    if not form.is_valid():
        return False
    chosen = form.mapping() | ({SHEET: heard.sheet} if heard.sheet else {})
    if not form.mapping():
        form.add_error(None, _("Pilih arti paling sedikit satu kolom."))
        return False
    for missing in preview.missing(batch, heard, chosen):
        form.add_error(None, told(missing))
    if not form.errors:
        attempt(form, lambda: _mapped(request, batch, chosen, heard.fingerprint))
    return not form.errors


def _mapped(
    request: ScopedRequest, batch: Batch, chosen: dict[str, str], fingerprint: str
) -> None:
    held = actions.set_mapping(
        by=request.scope, batch=batch, mapping=chosen, fingerprint=fingerprint
    )
    actions.try_out(by=request.scope, batch=held)


def _runs(
    request: ScopedRequest, found: Batch
) -> tuple[presenter.RunLine | None, list[Run] | None]:
    """Give the newest run of a file that is decided, and it with all that are not over.

    Both are asked for at once; of another file nothing is asked.
    """
    if found.state not in presenter.HAS_ENDED:
        return None, None
    every = ledger.runs(request.scope)
    regions = ledger.run_regions(found.series.region_code)
    newest = every.filter(region_code__in=regions).values("pk")[:1]
    runs = list(every.filter(Q(state__in=UNDECIDED) | Q(pk__in=newest)))
    here = next((one for one in runs if one.region_code in regions), None)
    return presenter.run_line(here) if here else None, runs


def _named(request: HttpRequest, batch: Batch) -> dict[str, Any]:
    may_map = batch.state in ("received", "mapped", "tried") and "upload" in (
        request.scope.powers  # type: ignore[attr-defined]
    )
    return {
        "batch": batch,
        "line": presenter.line(batch, clock.today()),
        "fault": told(batch.fault) if batch.fault else "",
        "steps": presenter.steps(batch, may_map=may_map),
    }


def _reclassify(request: ScopedRequest, batch: Batch, asked: dict[str, Any]) -> None:
    actions.reclassify(
        by=request.scope,
        batch=batch,
        kind=asked["kind"],
        region_code=asked["region"],
        mode=asked["mode"],
        month=asked["month"],
    )
    messages.success(request, _("Keterangan berkas disimpan."))


URLS = (
    path("data-masuk/<int:number>", batch, name="incoming.batch"),
    path("data-masuk/<int:number>/keterangan", about, name="incoming.about"),
    path("data-masuk/<int:number>/pemetaan", mapping, name="incoming.mapping"),
    path("data-masuk/<int:number>/kemajuan", progress, name="incoming.progress"),
    path("data-masuk/<int:number>/perbaiki", returned, name="incoming.returned"),
)
