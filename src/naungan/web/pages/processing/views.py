"""Catatan pemrosesan: why data about people are held here, on which article, how long."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from naungan.casework import act, processing
from naungan.web import csv_file
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


OFFICERS: Final = whoever_may("see_looks")
HEADER: Final = (
    *("kode", "pemrosesan", "tujuan", "orang", "data", "penerima", "pengamanan"),
    *("dasar_hukum", "keyakinan_dasar", "masa_simpan_hari", "masa_simpan"),
)


@audience(OFFICERS)
def record(request: ScopedRequest) -> HttpResponse:
    """Show the record of processing and every field that holds personal data."""
    language = get_language() or "id"
    found = processing.record(timezone.localdate())
    shown = {
        "record": [{"one": one, "words": one.words(language)} for one in found],
        "fields": processing.fields_held(),
        "english": language == "en",
    }
    return render(request, "processing/page.html", shown)


@audience(OFFICERS)
def record_file(request: ScopedRequest) -> HttpResponse:
    """Give the record of processing as a file."""
    rows = list(_rows())
    act.record(by=request.scope, verb="export", noun="processing", noun_id=len(rows))
    return csv_file.answer("catatan-pemrosesan.csv", HEADER, rows)


def _rows() -> Iterator[tuple[object, ...]]:
    language = get_language() or "id"
    for one in processing.record(timezone.localdate()):
        words = one.words(language)
        bases = "; ".join(basis.text for basis in one.legal_bases)
        sure = "; ".join(basis.confidence for basis in one.legal_bases)
        days = one.term.days or _("tanpa batas")
        yield (one.code, *words.values(), bases, sure, days, one.term.title)


PAGE = Page(
    code="processing",
    urls=(
        path("catatan-pemrosesan", record, name="processing"),
        path("catatan-pemrosesan/unduh", record_file, name="processing.file"),
    ),
    label="Pemrosesan",
    place=91,
    power="see_looks",
)
