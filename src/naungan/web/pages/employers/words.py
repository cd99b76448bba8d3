"""The codes of a snapshot about employers, in words of the page's language."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


Words = dict[str, Promise | str]

FINDING: Final[dict[str, tuple[Promise | str, Promise | str, str]]] = {
    "unregistered_employer": (_("PWBD"), _("belum terdaftar"), "bad"),
    "partial_workers": (_("PDS tenaga kerja"), _("sebagian pekerja terdaftar"), "bad"),
    "underreported_wage": (_("PDS upah"), _("upah dilaporkan lebih rendah"), "warn"),
    "missing_programmes": (_("PDS program"), _("sebagian program saja"), "warn"),
    "contributions_in_arrears": (_("Menunggak"), _("iuran belum dibayar"), "warn"),
}
"""The office's word for a finding, the plain words, and the tone of its badge."""
RESULT: Final[Words] = {
    "unregistered_employer": _("Bekerja di tempat yang belum terdaftar"),
    "partial_workers": _("Belum terdaftar di sini"),
    "underreported_wage": _("Upahnya dilaporkan lebih rendah"),
    "missing_programmes": _("Tidak diikutkan semua program"),
    "contributions_in_arrears": _("Iurannya belum dibayar"),
}
"""Whom a finding counts, as the last line of its sum."""

SCALE: Final[Words] = {
    "micro": _("mikro"),
    "small": _("kecil"),
    "medium": _("menengah"),
    "large": _("besar"),
    "unknown": _("skala tidak disebut"),
}
GRADE: Final[Words] = {"high": _("tinggi"), "medium": _("sedang"), "low": _("rendah")}
REGISTRATION: Final[Words] = {
    "registered": _("terdaftar"),
    "review": _("mungkin terdaftar, menunggu tinjauan"),
    "unregistered": _("tidak ditemukan di antara yang terdaftar"),
}
BAND: Final[Words] = {"linked": _("dipadankan"), "review": _("menunggu tinjauan")}
METHOD: Final[Words] = {
    "scored": _("bobot bukti"),
    "decided": _("putusan petugas"),
    "nib": _("NIB sama"),
    "npp": _("NPP sama"),
    "npwp": _("NPWP sama"),
}
STATUS: Final[dict[str, tuple[Promise | str, str]]] = {
    "active": (_("terlindungi"), "good"),
    "partial_programmes": (_("terlindungi sebagian program"), "good"),
    "in_arrears": (_("menunggak"), "warn"),
    "lapsed": (_("gugur karena tunggakan"), "bad"),
    "unregistered": (_("belum terdaftar"), "bad"),
    "unknown": (_("belum dapat ditentukan"), ""),
    "possible": (_("mungkin terlindungi, menunggu tinjauan"), "warn"),
}
DOUBT: Final[Words] = {"SINGLE": _("Satu sumber"), "MEMORY": _("Belum diperiksa")}
"""How unsure a rule of law is; nothing is said where its text was read."""

REASON: Final[Words] = {
    "people": _("orang terkena"),
    "monthly_idr": _("rupiah sebulan"),
    "months_in_arrears": _("bulan menunggak"),
    "severity": _("berat temuan"),
    "confidence": _("keyakinan"),
}
ORDER: Final[Words] = {
    "score": _("Skor"),
    "people": _("Orang"),
    "monthly_idr": _("Rupiah sebulan"),
    "name": _("Nama"),
}


def finding(code: str) -> str:
    """Name a finding as offices do; one without words keeps its code."""
    return str(FINDING[code][0]) if code in FINDING else code


def plainly(code: str) -> str:
    """Name a finding in plain words."""
    return str(FINDING[code][1]) if code in FINDING else code


def tone(code: str) -> str:
    """Give the tone of a finding's badge, which is its icon too."""
    return FINDING[code][2] if code in FINDING else "warn"


def word(words: Words, code: str | None) -> str:
    """Say a code in words; a dash where there is none."""
    return str(words[code]) if code in words else "–"
