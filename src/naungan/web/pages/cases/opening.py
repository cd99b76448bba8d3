"""Jadikan kasus: a finding becomes a case by an officer's act; or what was seen outside."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.compliance import citing, kinds, queries
from naungan.casework.compliance.actions import cases as actions
from naungan.casework.compliance.actions.cases import ByHand, Subject
from naungan.casework.compliance.models import Case
from naungan.casework.intake import employers as snapshot
from naungan.casework.intake.employers import One
from naungan.casework.intake.models import Publication
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.language import spoken
from naungan.web.pages.cases.opening_forms import ByHandForm, OpenForm
from naungan.web.pages.cases.shown.findings import monthly, people
from naungan.web.pages.employers import place, words
from naungan.web.request import ScopedRequest


OPENS: Final = whoever_may("open_cases")


@audience(OPENS)
def from_findings(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask with which findings cases are opened, one on each track, and open them."""
    publication, one = _employer(request, number)
    held = queries.open_of_employer(request.scope, publication.region_code, number)
    form = _form(request, one, held)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _open(request, publication, number, form))
        if made:
            for case in made:
                messages.success(request, _("Kasus %s dibuka.") % case.number)
            return redirect("cases.one", number=made[0].pk)
    name = one.employer["name"] or "–"
    shown = {
        "title": _("Jadikan kasus"),
        "name": name,
        "meta": f"{name} · " + _("proses ke-%s") % publication.run,
        "number": number,
        "held": held,
        "nothing": _nothing(form, held),
    }
    return show(request, "cases/open.html", form, **shown)


@audience(OPENS)
def by_hand(request: ScopedRequest) -> HttpResponse:
    """Open a case about what a visit or a complaint showed."""
    form = ByHandForm(request.POST or None, request.scope)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _found(request, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Kasus %s dibuka.") % made.number)
            return redirect("cases.one", number=made.pk)
    shown = {
        "title": _("Catat kasus dari lapangan"),
        "meta": _("Untuk yang ditemukan saat kunjungan atau dari pengaduan."),
    }
    return show(request, "cases/open.html", form, **shown)


def _employer(request: ScopedRequest, number: int) -> tuple[Publication, One]:
    publication = place.of_employer(request.scope, number)
    found = publication and snapshot.one(publication, request.scope, number, workers=0)
    if not publication or not found:
        raise Http404
    return publication, found


def _form(request: ScopedRequest, one: One, held: list[Case]) -> OpenForm:
    """Offer the findings on tracks on which no case is open."""
    taken = {case.track for case in held}
    rows = [row for row in one.findings if citing.track_of(row["code"]) not in taken]
    codes = [(row["code"], _label(row)) for row in rows]
    return OpenForm(request.POST or None, codes)


def _label(row: dict[str, Any]) -> str:
    track = kinds.label(kinds.TRACKS, citing.track_of(row["code"]), spoken())
    parts = (
        f"{words.finding(row['code'])}, {words.plainly(row['code'])}",
        people(row["people"]),
        monthly(row["monthly_idr"]),
        _("jalur %(track)s") % {"track": track},
    )
    return " · ".join(part for part in parts if part)


def _nothing(form: OpenForm, held: list[Case]) -> str:
    """Say why there is nothing to open, where there is not."""
    if form.fields["codes"].choices:  # type: ignore[attr-defined]
        return ""
    if held:
        return _("Semua temuannya sudah menjadi kasus")
    return _("Tidak ada temuan pada proses ini")


def _open(
    request: ScopedRequest, publication: Publication, number: int, form: OpenForm
) -> list[Case]:
    return actions.open_cases(
        by=request.scope,
        publication=publication,
        employer_id=number,
        codes=form.cleaned_data["codes"],
        today=clock.today(),
    )


def _found(request: ScopedRequest, given: dict[str, Any]) -> Case:
    code = given["region"]
    subject = Subject(
        name=given["name"],
        kind=given["kind"],
        npp=given["npp"],
        nib=given["nib"],
        scale=given["scale"],
        region_code=request.scope.region_code or code,
        village_code=code,
    )
    finding = ByHand(
        code=given["code"],
        sentence=given["sentence"],
        people=given["people"],
        monthly_idr=given["monthly_idr"] or 0,
    )
    return actions.open_by_hand(
        by=request.scope,
        subject=subject,
        track=given["track"],
        how=given["how"],
        findings=[finding],
        today=clock.today(),
    )


URLS = (
    path("kasus/buka/<int:number>", from_findings, name="cases.open"),
    path("kasus/baru", by_hand, name="cases.by_hand"),
)
