"""What lists of villages say in words: states, checks, endings."""

from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_noop

from naungan.casework.protection.checks.catalogue import KINDS
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.models import Check
from naungan.casework.protection.states import STATES
from naungan.lib.dates import month_start
from naungan.web.figures.funders import FUNDERS


TONES: Final = {
    "proposed": "",
    "valid": "good",
    "flagged": "bad",
    "reserve": "warn",
    "decided": "good",
    "budgeted": "good",
    "enrolled": "good",
    "paid": "good",
    "active": "good",
    "refused": "bad",
}
ICONS: Final = {"good": "good", "bad": "bad", "warn": "warn"}
ENDINGS: Final = {
    "refuses": gettext_noop("Menolak didaftarkan"),
    "died": gettext_noop("Meninggal dunia"),
    "moved": gettext_noop("Pindah dari desa"),
    "has_another": gettext_noop("Sudah punya perlindungan lain"),
    "mistake": gettext_noop("Salah tulis"),
    "other": gettext_noop("Lainnya"),
}
"""Why a person is taken back from a list."""

PLACES_ENDED: Final = {
    "died": gettext_noop("Meninggal dunia"),
    "moved": gettext_noop("Pindah dari desa"),
    "has_job": gettext_noop("Bekerja dengan upah dan didaftarkan pemberi kerjanya"),
    "pays_alone": gettext_noop("Membayar iurannya sendiri"),
    "too_old": gettext_noop("Melewati batas umur"),
    "term": gettext_noop("Masa tugasnya selesai"),
    "refuses": gettext_noop("Menolak dilindungi"),
    "other": gettext_noop("Lainnya"),
}
"""Why the place of somebody whom a decree names ended."""

DEATHS: Final = {
    "claim": gettext_noop("ada klaim kematian yang dilaporkan kepada kantor ini"),
    "list": gettext_noop("menurut daftar suatu skema di kantor ini"),
    "visit": gettext_noop("menurut kunjungan lapangan lembaga ini"),
}
"""By what the office knows of a death."""

COMPLETE: Final = gettext_noop("Lengkapi dari KTP atau KK, lalu simpan perbaikannya.")
COMPARE: Final = gettext_noop("Cocokkan dengan KTP atau KK, lalu perbaiki.")
ANOTHER: Final = gettext_noop(
    "Skema ini tidak dapat melindunginya; tarik, lalu usulkan orang lain."
)
ASK: Final = gettext_noop(
    "Perbaiki bila keliru; bila benar, pemilik skema dapat menerimanya dengan alasan."
)
MENDS: Final = {
    **dict.fromkeys(("nik_missing", "name_missing", "birth_missing"), COMPLETE),
    **dict.fromkeys(("nik_form", "nik_impossible"), COMPARE),
    **dict.fromkeys(("too_young", "too_old", "wage_earner"), ANOTHER),
    **dict.fromkeys(("paid_elsewhere", "decided_elsewhere"), ANOTHER),
    "duplicate": gettext_noop("Orang ini sudah ada dalam daftar; tarik yang ganda."),
    "died": gettext_noop(
        "Bila benar, tarik dari daftar; bila keliru, minta datanya dibetulkan dahulu."
    ),
    "no_quota": gettext_noop("Minta pemilik skema mengisi kuota desa ini."),
}
"""What somebody does about a check that bars a person."""


def state(code: str) -> str:
    """Say a state."""
    return _(STATES[code])


def check(found: Check) -> str:
    """Say what a check found, with the figures that explain it."""
    said = _(KINDS[found.code].label)
    told: dict[str, Any] = found.told
    if told.get("source") in DEATHS:
        return f"{said}: {_(DEATHS[told['source']])}"
    if "below_age" in told:
        return _("%(said)s: umur %(age)s, harus di bawah %(limit)s") % {
            "said": said,
            "age": told["age"],
            "limit": told["below_age"],
        }
    if "from_age" in told:
        return _("%(said)s: umur %(age)s, paling muda %(limit)s") % {
            "said": said,
            "age": told["age"],
            "limit": told["from_age"],
        }
    found_fund = fund(told.get("fund", ""))
    return (
        _("%(said)s: %(fund)s") % {"said": said, "fund": found_fund}
        if found_fund
        else said
    )


def mend(found: Check) -> str:
    """Say what to do about what a check found; of a mere note nothing is to be done."""
    if KINDS[found.code].weight == "note":
        return ""
    return _(MENDS.get(found.code, ASK))


def fund(code: str) -> str:
    """Name a fund by our catalogue, else as the member extract calls it."""
    known = FUNDS.get(code)
    return _(known.label) if known else str(FUNDERS.get(code, ""))


def tone(code: str) -> str:
    """Give the tone in which a state is shown."""
    return TONES.get(code, "")


def month(index: int) -> str:
    """Write a month: "Juli 2026"."""
    return date_format(month_start(index), "F Y")


def span(first: int, last: int) -> str:
    """Write from which month to which; one month alone once."""
    if first == last:
        return month(first)
    return _("%(first)s sampai %(last)s") % {"first": month(first), "last": month(last)}
