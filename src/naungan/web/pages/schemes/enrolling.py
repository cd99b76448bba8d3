"""The file for BPJS Ketenagakerjaan: who would be in it, who is, and its NIK."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.protection import access
from naungan.casework.protection.actions import enrolment
from naungan.casework.protection.models import Enrolment, Entry
from naungan.casework.protection.queries import people, waiting
from naungan.casework.protection.states import STATES
from naungan.lib.dates import month_text
from naungan.lib.identity_numbers import nik_text
from naungan.lib.numbers import format_number, is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, answer
from naungan.web.pages.schemes.forms import OpenForm, PlaceForm
from naungan.web.pages.schemes.place import Desk, inside_of
from naungan.web.pages.village_list.presenter import line, name_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
MOST_SHOWN: Final = 200
PER_PAGE: Final = 100
SEXES: Final = {"M": "L", "F": "P"}
"""How an Indonesian file writes laki-laki and perempuan."""


def enrols(request: ScopedRequest, number: int) -> Desk:
    """Give a scheme whose people one may enrol; else nothing is there."""
    desk = inside_of(request.scope, number)
    if not desk.enrols:
        raise Http404
    return desk


@audience(SEES)
def enrolments(request: ScopedRequest, number: int) -> HttpResponse:
    """List the files of a scheme and what came back of each."""
    desk = inside_of(request.scope, number)
    shown = {
        "desk": desk,
        "scheme": desk.scheme,
        "here": "enrolments",
        "unsent": format_number(waiting.unsent(desk.scheme)),
        "files": [
            (one, *map(format_number, (one.people, one.accepted, one.refused)))
            for one in waiting.enrolments(desk.scheme)[:MOST_SHOWN]
        ],
        "may_open": desk.enrols and access.opens_files(request.scope, desk.scheme),
    }
    return render(request, "schemes/enrolments.html", shown)


@audience(SEES)
def make(request: ScopedRequest, number: int) -> HttpResponse:
    """Say how many would be in the next file, then make it."""
    desk = enrols(request, number)
    form = PlaceForm(
        request.POST if request.method == "POST" else None, scheme=desk.scheme
    )
    asked = Asked(
        _("Buat berkas pendaftaran"),
        _("Buat berkas"),
        _("Berkas dibuat; unduh dan serahkan kepada BPJS Ketenagakerjaan."),
        to="schemes.enrolments",
        would=lambda: [
            (
                _("Orang dalam berkas"),
                format_number(
                    waiting.unsent(desk.scheme, form.cleaned_data["village_code"])
                ),
            )
        ],
    )
    return answer(
        request,
        desk,
        form,
        lambda: enrolment.make_file(
            by=request.scope, scheme=desk.scheme, **form.cleaned_data
        ),
        asked,
    )


@audience(SEES)
def file(request: ScopedRequest, number: int, sent: int) -> HttpResponseBase:
    """Ask what for, then give the file with open NIK; looks and act are on record."""
    desk = enrols(request, number)
    made = file_of(desk, sent)
    if not access.opens_files(request.scope, desk.scheme):
        return render(request, "refused.html", {"power": "unmask"}, status=403)
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        lines = attempt(
            form,
            lambda: enrolment.open_file(
                by=request.scope, enrolment=made, **form.cleaned_data
            ),
        )
        if lines is not None:
            sheet = _sheet(desk, made, lines)
            return download.answer(request, sheet, "xlsx", power="see_schemes")
    return show(request, "schemes/file.html", form, **about(desk, made))


def file_of(desk: Desk, sent: int) -> Enrolment:
    """Give a file of a scheme; else nothing is there."""
    found = waiting.enrolments(desk.scheme).filter(pk=sent).first()
    if found is None:
        raise Http404
    return found


def about(desk: Desk, made: Enrolment) -> dict[str, Any]:
    """Say which file of which scheme a page is about."""
    return {"desk": desk, "scheme": desk.scheme, "made": made, "here": "act"}


@audience(SEES)
def people_sent(request: ScopedRequest, number: int, sent: int) -> HttpResponse:
    """Show who stands in a file, NIK masked: all of it, or whom the answer refused."""
    desk = inside_of(request.scope, number)
    made = file_of(desk, sent)
    wanted = request.GET.get("keadaan", "")
    states = (wanted,) if wanted in STATES else ()
    village, _slash, position = request.GET.get("sesudah", "").rpartition("/")
    read = people.people(
        request.scope,
        desk.scheme,
        sent=made,
        states=states,
        after=(village, int(position)) if is_number(position) else None,
        limit=PER_PAGE + 1,
    )
    last = read[PER_PAGE - 1] if len(read) > PER_PAGE else None
    shown = {
        **about(desk, made),
        "lines": [(line(one), name_of(one.village_code)) for one in read[:PER_PAGE]],
        "after": f"{last.village_code}/{last.position}" if last else "",
        "wanted": wanted if states else "",
        "refused": format_number(made.refused),
    }
    return render(request, "schemes/sent.html", shown)


def _sheet(desk: Desk, made: Enrolment, lines: Iterable[Entry]) -> Sheet:
    one = desk.scheme
    return Sheet(
        code="enrolment",
        title=f"Pendaftaran {one.name} kiriman {made.number}",
        meta=(words.span(one.from_month, one.until_month), words.package(one.package)),
        columns=(
            Column("No", "number"),
            Column("NIK", "code"),
            Column("Nama"),
            Column("Tanggal Lahir", "date"),
            Column("JK"),
            Column("Pekerjaan"),
            Column("Alamat"),
            Column("Kode Desa", "code"),
            Column("Bulan Mulai", "code"),
            Column("KPJ", "code"),
            Column("Alasan"),
        ),
        rows=cells(one.from_month, lines),
        notes=(_("NIK terbuka. Membuat dan membuka berkas ini tercatat."),),
    )


def cells(first: int, lines: Iterable[Entry]) -> Iterator[tuple[object, ...]]:
    """Give a row of the file for each of those who are sent."""
    for place, entry in enumerate(lines, 1):
        nik = nik_text(entry.nik) if entry.nik else ""
        yield (
            *(place, nik, entry.name, entry.birth_date),
            *(SEXES.get(entry.sex, ""), entry.occupation),
            *(entry.address, entry.village_code, month_text(first)),
            *(entry.kpj, entry.refusal),
        )


URLS = (
    path("skema/<int:number>/pendaftaran", enrolments, name="schemes.enrolments"),
    path("skema/<int:number>/pendaftaran/baru", make, name="schemes.enrol"),
    path("skema/<int:number>/pendaftaran/<int:sent>", people_sent, name="schemes.sent"),
    path("skema/<int:number>/pendaftaran/<int:sent>/berkas", file, name="schemes.file"),
)
