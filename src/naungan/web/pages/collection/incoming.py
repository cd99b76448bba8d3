"""Payments brought in as a file: what taking it would do, then taking it."""

from dataclasses import asdict
from datetime import date
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from naungan.casework import clock
from naungan.casework.collection.incoming import importing
from naungan.casework.collection.incoming.importing import STATES, Line
from naungan.casework.collection.incoming.receipts import Row, read
from naungan.lib.errors import Refusal
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.form_page import said, show
from naungan.web.request import ScopedRequest


MOST_BYTES: Final = 5 << 20
SALT: Final = "naungan.collection.rows"
LASTS: Final = 3600  # seconds in which a file that was looked at may be taken
MOST_SHOWN: Final = 200
STATE: Final = {
    "new": (gettext_lazy("akan dicatat"), "good"),
    "known": (gettext_lazy("sudah ada"), "info"),
    "wrong": (gettext_lazy("tidak dapat dicatat"), "bad"),
}


class FileForm(forms.Form):
    """A file of payments."""

    use_required_attribute = False  # mistakes are summed up on the page
    file = forms.FileField(
        label=gettext_lazy("Berkas pembayaran"),
        help_text=gettext_lazy(
            "Excel atau CSV, paling besar 5 MB, dengan kolom tanggal bayar, jumlah bayar, "
            "dan nomor kasus atau NPP; boleh juga nomor bukti dan bulan iuran."
        ),
    )

    def clean_file(self) -> list[Row]:
        """Read the rows, or say why the file cannot be."""
        given = self.cleaned_data["file"]
        if given.size > MOST_BYTES:
            raise forms.ValidationError(_("Berkas ini lebih besar dari 5 MB."))
        try:
            return read(given.read())
        except Refusal as refusal:
            raise forms.ValidationError(said(refusal)) from refusal


@audience(whoever_may("record_payments"))
def incoming(request: ScopedRequest) -> HttpResponse:
    """Ask for a file and say what it would do; take it once that was seen."""
    if "rows" in request.POST:
        return _taken(request)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _tried(request, form.cleaned_data["file"])
    return show(request, "collection/incoming.html", form)


def _tried(request: ScopedRequest, rows: list[Row]) -> HttpResponse:
    lines = importing.matched(request.scope, rows, clock.today())
    counts = {
        state: format_number(sum(one.state == state for one in lines))
        for state in STATES
    }
    new = [one for one in lines if one.state == importing.NEW]
    page = {
        "lines": [_shown(one) for one in _wrong_first(lines)[:MOST_SHOWN]],
        "more": max(0, len(lines) - MOST_SHOWN),
        "counts": counts,
        "sum": Idr(sum(one.row.amount_idr or 0 for one in new)),
        "rows": signing.dumps(
            [_plain(one.row) for one in new], salt=SALT, compress=True
        ),
        "some": bool(new),
    }
    return render(request, "collection/tried.html", page)


def _wrong_first(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda one: (one.state != importing.WRONG, one.row.line))


def _shown(one: Line) -> dict[str, Any]:
    label, tone = STATE[one.state]
    return {
        "line": one.row.line,
        "case": one.case,
        "paid_on": one.row.paid_on,
        "amount": Idr(one.row.amount_idr or 0),
        "reference": one.row.reference,
        "state": label,
        "tone": tone,
        "why": _(one.why) if one.why else "",
    }


def _taken(request: ScopedRequest) -> HttpResponse:
    """Take the rows that were shown; they came back signed."""
    try:
        kept = signing.loads(request.POST["rows"], salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        messages.error(request, _("Berkas ini sudah terlalu lama; unggah sekali lagi."))
        return redirect("collection.incoming")
    rows = [_row(one) for one in kept]
    try:
        count = importing.take(by=request.scope, rows=rows, today=clock.today())
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("collection.incoming")
    done = ngettext(
        "%(count)s pembayaran dicatat.", "%(count)s pembayaran dicatat.", count
    )
    messages.success(request, done % {"count": format_number(count)})
    return redirect("collection")


def _plain(row: Row) -> dict[str, Any]:
    return {**asdict(row), "paid_on": row.paid_on.isoformat() if row.paid_on else None}


def _row(kept: dict[str, Any]) -> Row:
    paid_on = kept["paid_on"]
    return Row(**{**kept, "paid_on": date.fromisoformat(paid_on) if paid_on else None})


URLS = (path("penagihan/impor", incoming, name="collection.incoming"),)
