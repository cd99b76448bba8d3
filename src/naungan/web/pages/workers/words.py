"""The codes of a snapshot about persons, in words of the page's language."""

from typing import Final

from django.utils.translation import gettext, gettext_noop as _


STATUS: Final = {
    "unregistered": (_("belum terdaftar"), "bad"),
    "lapsed": (_("gugur karena tunggakan"), "bad"),
    "in_arrears": (_("menunggak"), "warn"),
    "unknown": (_("belum dapat ditentukan"), ""),
    "possible": (_("mungkin terlindungi, menunggu tinjauan"), "warn"),
    "partial_programmes": (_("terlindungi sebagian program"), "good"),
    "active": (_("terlindungi"), "good"),
}
"""The words of a status and the tone of its badge, the most pressing first."""

UNCOVERED: Final = ("unregistered", "lapsed", "in_arrears", "unknown", "possible")
"""The statuses that do not count as covered."""

CATEGORY: Final = {
    "vulnerable": _("pekerja rentan"),
    "non_asn": _("non-ASN"),
    "village_officer": _("perangkat desa"),
    "rt_rw": _("RT/RW"),
    "election_officer": _("petugas pemilu"),
    "oil_palm": _("pekebun sawit"),
    "fisher": _("nelayan"),
    "farmer": _("petani"),
    "driver": _("pengemudi"),
    "msme": _("UMKM"),
    "construction": _("pekerja konstruksi"),
    "other": _("pekerjaan lain"),
    "unknown": _("pekerjaan tidak disebut"),
}
SEGMENT: Final = {
    "PU": _("penerima upah"),
    "BPU": _("bukan penerima upah"),
    "JAKON": _("jasa konstruksi"),
    "PMI": _("pekerja migran"),
    "unknown": _("segmen tidak disebut"),
}
VERDICT_TONE: Final = {"agrees": "good", "contradicted": "bad", "unseen": "warn"}


def status(code: str | None) -> str:
    """Name a status; a dash where there is none."""
    return gettext(STATUS[code][0]) if code in STATUS else "–"


def tone(code: str | None) -> str:
    """Give the tone of a status."""
    return STATUS[code][1] if code in STATUS else ""


def category(code: str | None) -> str:
    """Name a category of workers."""
    return gettext(CATEGORY.get(code or "unknown", CATEGORY["unknown"]))


def segment(code: str | None) -> str:
    """Name a segment."""
    return gettext(SEGMENT.get(code or "unknown", SEGMENT["unknown"]))
