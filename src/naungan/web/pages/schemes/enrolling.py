"""The file for BPJS Ketenagakerjaan, its answer, and the extract that proves it."""

from collections.abc import Iterable, Iterator
from typing import Final

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection import tables
from naungan.casework.protection.actions import enrolment
from naungan.casework.protection.actions.enrolment import Answered
from naungan.casework.protection.models import Enrolment, Entry
from naungan.casework.protection.queries import people, waiting
from naungan.lib.dates import month_text
from naungan.lib.identity_numbers import nik_text
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, answer, is_sure
from naungan.web.pages.schemes.forms import AnswerForm, PlaceForm
from naungan.web.pages.schemes.place import Desk, inside_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
MOST_BYTES: Final = 20 << 20
MOST_SHOWN: Final = 200
NIK_DIGITS: Final = 16
HEADS: Final = {
    "nik": ("nik", "nomor induk kependudukan"),
    "kpj": ("kpj", "nomor kpj", "no kpj", "nomor peserta"),
    "reason": ("alasan", "alasan ditolak", "keterangan"),
}


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
        "files": list(waiting.enrolments(desk.scheme)[:MOST_SHOWN]),
    }
    return render(request, "schemes/enrolments.html", shown)


@audience(SEES)
def make(request: ScopedRequest, number: int) -> HttpResponse:
    """Say how many would be in the next file, then make it."""
    desk = enrols(request, number)
    form = PlaceForm(request.POST if request.method == "POST" else None)
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
    """Give the file with open NIK, the look on record."""
    desk = enrols(request, number)
    made = _sent(desk, sent)
    lines = people.of_enrolment(request.scope, made)
    return download.answer(
        request, _sheet(desk, made, lines), "xlsx", power="see_schemes"
    )


def _sent(desk: Desk, sent: int) -> Enrolment:
    found = waiting.enrolments(desk.scheme).filter(pk=sent).first()
    if found is None:
        raise Http404
    return found


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
        rows=_cells(one.from_month, lines),
        notes=(_("NIK terbuka. Membuat dan membuka berkas ini tercatat."),),
    )


def _cells(first: int, lines: Iterable[Entry]) -> Iterator[tuple[object, ...]]:
    for place, entry in enumerate(lines, 1):
        nik = nik_text(entry.nik) if entry.nik else ""
        yield (
            *(place, nik, entry.name, entry.birth_date, entry.sex, entry.occupation),
            *(entry.address, entry.village_code, month_text(first)),
            *(entry.kpj, entry.refusal),
        )


@audience(SEES)
def returned(request: ScopedRequest, number: int, sent: int) -> HttpResponse:
    """Take the answer of BPJS Ketenagakerjaan back, matched by NIK."""
    desk = enrols(request, number)
    made = _sent(desk, sent)
    form = AnswerForm(
        request.POST or None,
        request.FILES or None,
        initial={"first_month": month_text(desk.scheme.from_month)},
    )
    asked = Asked(
        _("Ambil jawaban"),
        _("Cocokkan jawaban"),
        _("Jawaban dicocokkan; lihat yang diterima dan yang ditolak."),
        lead=_(
            "Yang tidak disebut dalam jawaban tetap teranggarkan dan dapat dikirim."
        ),
        to="schemes.enrolments",
        known=[(_("Orang dalam berkas"), format_number(made.people))],
    )
    return answer(request, desk, form, lambda: _take(request, made, form), asked)


def _take(request: ScopedRequest, made: Enrolment, form: forms.Form) -> object:
    answers = _answers(form)
    if not waiting.named_in(made, [one.nik for one in answers]):
        raise ActRefused("Tidak seorang pun dalam berkas ini ada dalam kiriman itu.")
    return enrolment.take_back(
        by=request.scope,
        enrolment=made,
        answers=answers,
        first_month=form.cleaned_data["first_month"],
    )


def _answers(form: forms.Form) -> list[Answered]:
    """Read who has a membership and who was refused; empty lines answer nothing."""
    given = form.cleaned_data["file"]
    if given.size > MOST_BYTES:
        raise ActRefused("Berkas ini terlalu besar; bagi dahulu berkasnya.")
    rows = tables.read(given.read(), HEADS, ("nik", "kpj"))
    return [
        Answered(int(row["nik"]), row["kpj"], row.get("reason", ""))
        for row in rows
        if _is_nik(row["nik"]) and (row["kpj"] or row.get("reason"))
    ]


def _is_nik(written: str) -> bool:
    return len(written) == NIK_DIGITS and written.isascii() and written.isdigit()


@audience(SEES)
def seen(request: ScopedRequest, number: int) -> HttpResponse:
    """Compare who is enrolled with the newest snapshot."""
    desk = enrols(request, number)
    asked = Asked(
        _("Bandingkan dengan potret"),
        _("Bandingkan"),
        _("Dibandingkan dengan potret terbaru; keadaan orang diperbarui."),
        lead=_("Yang tampak aktif di potret terbaru menjadi aktif di sini."),
        to="schemes.one",
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: enrolment.see_in_extract(by=request.scope, scheme=desk.scheme),
        asked,
    )


URLS = (
    path("skema/<int:number>/pendaftaran", enrolments, name="schemes.enrolments"),
    path("skema/<int:number>/pendaftaran/baru", make, name="schemes.enrol"),
    path("skema/<int:number>/pendaftaran/<int:sent>/berkas", file, name="schemes.file"),
    path(
        "skema/<int:number>/pendaftaran/<int:sent>/jawaban",
        returned,
        name="schemes.returned",
    ),
    path("skema/<int:number>/potret", seen, name="schemes.seen"),
)
