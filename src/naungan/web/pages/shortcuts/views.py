"""Pintasan papan tik: every shortcut of one letter, as a page and as a list beside one."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from naungan.web.audience import SIGNED_IN, audience
from naungan.web.navigation import places_of
from naungan.web.page import Page


Keys = tuple[tuple[str, ...], Promise]


@dataclass(frozen=True)
class Group:
    """Shortcuts of one kind of place: the keys of each, and what they do."""

    title: Promise
    keys: tuple[Keys, ...]


GO: Final[dict[str, Keys]] = {
    "home": (("B",), _("Beranda")),
    "coverage": (("C",), _("Cakupan")),
    "workers": (("W",), _("Pekerja")),
    "employers": (("P",), _("Pemberi kerja")),
    "review": (("T",), _("Antrian tinjau")),
    "incoming": (("D",), _("Data masuk")),
    "promises": (("J",), _("Janji")),
    "meetings": (("R",), _("Rapat")),
    "calculator": (("K",), _("Kalkulator")),
    "cases": (("H",), _("Kasus: hari saya")),
    "letters": (("S",), _("Surat")),
    "schemes": (("L",), _("Skema perlindungan")),
    "village_list": (("V",), _("Daftar desa")),
}
"""The key after `g` that goes to a page; the script knows their addresses."""
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
    """List every shortcut, and of the pages only those that the person may open."""
    places = {place.code for place in places_of(request)}
    own = tuple(keys for code, keys in GO.items() if code in places)
    groups = (GROUPS[0], Group(_("Pindah halaman: G, lalu"), own), *GROUPS[1:])
    return render(request, "shortcuts/page.html", {"groups": groups})


PAGE = Page(code="shortcuts", urls=(path("pintasan", shortcuts, name="shortcuts"),))
