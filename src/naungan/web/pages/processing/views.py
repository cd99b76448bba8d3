"""Catatan pemrosesan: why data about people are held here, on which article, how long."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language, gettext as _

from naungan.casework import clock, processing
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.download import Column, Sheet
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


OFFICERS: Final = whoever_may("see_looks")


@audience(OFFICERS)
def record(request: ScopedRequest) -> HttpResponseBase:
    """Show the record of processing and every field that holds personal data."""
    form = download.asked(request)
    if form:
        return download.answer(request, _sheet(), form, power="see_looks")
    language = get_language() or "id"
    found = processing.record(clock.today())
    shown = {
        "record": [{"one": one, "words": one.words(language)} for one in found],
        "fields": processing.fields_held(),
        "english": language == "en",
    }
    return render(request, "processing/page.html", shown)


def _sheet() -> Sheet:
    heads = (
        *(_("Kode"), _("Pemrosesan"), _("Tujuan"), _("Orang"), _("Data")),
        *(_("Penerima"), _("Pengamanan"), _("Dasar hukum"), _("Keyakinan dasar")),
        *(_("Masa simpan (hari)"), _("Masa simpan")),
    )
    columns = [Column(head) for head in heads]
    return Sheet("processing", _("Catatan pemrosesan"), (), columns, _rows())


def _rows() -> Iterator[tuple[object, ...]]:
    language = get_language() or "id"
    for one in processing.record(clock.today()):
        words = one.words(language)
        bases = "; ".join(basis.text for basis in one.legal_bases)
        sure = "; ".join(basis.confidence for basis in one.legal_bases)
        days = one.term.days or _("tanpa batas")
        yield (one.code, *words.values(), bases, sure, days, one.term.title)


PAGE = Page(
    code="processing",
    urls=(path("catatan-pemrosesan", record, name="processing"),),
    label="Pemrosesan",
    place=91,
    power="see_looks",
)
