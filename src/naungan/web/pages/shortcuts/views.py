"""Pintasan papan tik: every shortcut of one letter, as a page and as a list beside one."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from naungan.web.audience import SIGNED_IN, audience
from naungan.web.page import Page


@dataclass(frozen=True)
class Group:
    """Shortcuts of one kind of place: the keys of each, and what they do."""

    title: Promise
    keys: tuple[tuple[tuple[str, ...], Promise], ...]


GROUPS: Final = (
    Group(
        _("Di semua halaman"),
        (
            (("/",), _("Cari")),
            (("?",), _("Daftar ini")),
            (("Esc",), _("Tutup daftar, atau keluar dari isian")),
        ),
    ),
    Group(
        _("Pindah halaman: G, lalu"),
        (
            (("B",), _("Beranda")),
            (("C",), _("Cakupan")),
            (("W",), _("Pekerja")),
            (("P",), _("Pemberi kerja")),
            (("T",), _("Antrian tinjau")),
            (("D",), _("Data masuk")),
            (("J",), _("Janji")),
            (("R",), _("Rapat")),
            (("K",), _("Kalkulator")),
        ),
    ),
    Group(
        _("Di tabel"),
        (
            (("↓", "↑"), _("Baris berikutnya, sebelumnya")),
            (("Enter",), _("Buka baris")),
            (("M",), _("Mengapa? untuk baris ini")),
        ),
    ),
    Group(
        _("Di antrian tinjau"),
        (
            (("1", "2", "3"), _("Sama, berbeda, tidak dapat dipastikan")),
            (("U",), _("Urungkan putusan terakhir Anda")),
            (("J", "K"), _("Pasangan berikutnya, sebelumnya")),
            (("M",), _("Mengapa?")),
            (("N",), _("Tulis catatan")),
            (("T",), _("Tampilkan NIK dengan alasan")),
        ),
    ),
)


@audience(SIGNED_IN)
def shortcuts(request: HttpRequest) -> HttpResponse:
    """List every shortcut."""
    return render(request, "shortcuts/page.html", {"groups": GROUPS})


PAGE = Page(code="shortcuts", urls=(path("pintasan", shortcuts, name="shortcuts"),))
