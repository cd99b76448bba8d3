"""Writing a promise down: what was said first, then the figure that proves it."""

from dataclasses import replace
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import extent
from naungan.casework.commitments.actions import promising
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.commitments.indicator import all_indicators, unit_label
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import listing
from naungan.casework.intake import door, employers
from naungan.lib.numbers import format_number, is_number
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.language import spoken
from naungan.web.pages.promises import aims, words
from naungan.web.pages.promises.forms import ChangeForm, FigureForm, PromiseForm
from naungan.web.pages.promises.place import Place, place_of
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")
SAID: Final = tuple(PromiseForm.base_fields)


@audience(KEEPS)
def add(request: ScopedRequest) -> HttpResponse:
    """Ask what was promised, write it down, then ask for its figure."""
    event = _event(request)
    first = {
        "promised_on": (event.held_on if event else None) or clock.today(),
        "region_code": event.region_code if event else request.scope.region_code,
    }
    form = PromiseForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        made: Commitment | None = attempt(
            form,
            lambda: promising.promise(
                by=request.scope,
                said=Said(**form.cleaned_data),
                today=clock.today(),
                event=event,
            ),
        )
        if made is not None:
            messages.success(request, _("Janji dicatat. Pilih ukurannya."))
            return redirect("promises.figures", number=made.pk)
    return show(
        request,
        "promises/form.html",
        form,
        title=_("Catat janji"),
        verb=_("Simpan dan pilih ukuran"),
        event=event,
    )


def _event(request: ScopedRequest) -> Event | None:
    """Find the meeting in which it was promised; an address may name one."""
    written = request.GET.get("rapat", "")
    if not written:
        return None
    found = listing.event(request.scope, int(written)) if is_number(written) else None
    if found is None:
        raise Http404
    return found


@audience(KEEPS)
def change(request: ScopedRequest, number: int) -> HttpResponse:
    """Say anew what was promised."""
    found = _kept(request, number)
    one = found.commitment
    said = promising.said_of(one)
    first = {name: getattr(said, name) for name in SAID}
    first["owner_institution"] = one.owner_institution_id
    form = ChangeForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        reason = given.pop("reason")
        done = attempt(
            form,
            lambda: promising.change(
                by=request.scope,
                commitment=one,
                said=replace(said, **given),
                reason=reason,
                today=clock.today(),
            ),
        )
        if done is not None:
            messages.success(request, _("Janji diubah; yang lama tetap dalam riwayat."))
            return redirect("promises.one", number=number)
    return show(
        request,
        "promises/form.html",
        form,
        title=_("Ubah janji"),
        verb=_("Simpan"),
        one=one,
    )


@audience(KEEPS)
def figures(request: ScopedRequest, number: int) -> HttpResponse:
    """Offer the indicators whose data the institutions of the promise hold."""
    found = _kept(request, number)
    held = _held_by(request, found)
    shown = {
        "one": found.commitment,
        "indicators": [
            {
                "code": code,
                "label": each.said(spoken())[0],
                "tells": each.said(spoken())[1],
                "unit": unit_label(each.unit, spoken()),
                "is_held": any(each.is_held_by(kind) for kind in held),
            }
            for code, each in all_indicators().items()
        ],
    }
    return render(request, "promises/figures.html", shown)


def _held_by(request: ScopedRequest, found: Place) -> set[str]:
    """Give the kinds of institutions that are in a promise or its meeting."""
    one = found.commitment
    numbers = {
        one.institution_id,
        one.owner_institution_id,
        request.scope.institution_id,
    }
    if one.event:
        numbers |= {one.event.institution_id, *one.event.parties}
    kinds = Institution.objects.filter(pk__in=[one for one in numbers if one])
    return set(kinds.values_list("kind", flat=True))


@audience(KEEPS)
def figure(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Ask for the target of an indicator, and what narrows it."""
    found = _kept(request, number)
    one, known = found.commitment, all_indicators().get(code)
    if known is None:
        raise Http404
    form = FigureForm(
        request.POST or None,
        initial=_written(request.scope, one) if one.indicator == code else {},
        scope=request.scope,
        indicator=known,
        region_code=one.region_code,
        what=one.what,
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done: Commitment | None = attempt(
            form,
            lambda: promising.change(
                by=request.scope,
                commitment=one,
                said=_measured_by(one, code, form),
                reason=given["reason"],
                today=clock.today(),
            ),
        )
        if done is not None:
            messages.success(request, _read(done))
            if told := aims.warning(done):
                messages.warning(request, told)
            return redirect("promises.one", number=number)
    label, tells = words.indicator(code)
    return show(
        request,
        "promises/form.html",
        form,
        title=label,
        lead=tells,
        verb=_("Simpan dan baca datanya"),
        one=one,
    )


def _measured_by(one: Commitment, code: str, form: FigureForm) -> Said:
    """Give what a promise says once it is measured as the form tells."""
    target, gain = form.cleaned_data["target"].said
    return replace(
        promising.said_of(one),
        indicator=code,
        direction="",
        extent=form.extent(),
        target=target,
        gain=gain,
        baseline=form.cleaned_data["baseline"],
        baseline_on=form.cleaned_data["baseline_on"],
    )


def _read(done: Commitment) -> str:
    if done.value is None:
        return _("Ukuran disimpan. Datanya belum terbaca untuk wilayah itu.")
    return _("Ukuran disimpan. Data menyatakan %s.") % words.amount(
        done.value, done.indicator
    )


def _written(scope: Scope, one: Commitment) -> dict[str, Any]:
    said = extent.read(one.extent).said()
    if "employers" in said and scope.may("see_employers"):
        said["employers"] = "\n".join(_codes(scope, one, said["employers"]))
    figures = {
        name: None if value is None else format_number(value.normalize() + 0)
        for name, value in (("target", one.target), ("baseline", one.baseline))
    }
    return {**said, **figures, "baseline_on": one.baseline_on}


def _codes(scope: Scope, one: Commitment, numbers: list[int]) -> list[str]:
    """Give the codes by which employers are known now; the bare number of the others."""
    publication = door.newest(one.region_code)
    found = []
    for number in numbers:
        row = employers.employer(publication, scope, number) if publication else None
        code = (row["npp"] or row["nib"]) if row else None
        found.append(str(code or f"#{number}"))
    return found


def _kept(request: ScopedRequest, number: int) -> Place:
    """Find a promise whose record one keeps and that still runs."""
    found = place_of(request.scope, number)
    if not found.may_change:
        raise Http404
    return found


URLS = (
    path("janji/baru", add, name="promises.add"),
    path("janji/<int:number>/ubah", change, name="promises.change"),
    path("janji/<int:number>/ukuran", figures, name="promises.figures"),
    path("janji/<int:number>/ukuran/<slug:code>", figure, name="promises.figure"),
)
