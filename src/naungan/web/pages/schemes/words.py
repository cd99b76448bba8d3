"""What the pages of schemes say in words."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _, gettext_noop

from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.checks.catalogue import KINDS
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.models.scheme import (
    BASIS_KINDS,
    SCHEME_STATES,
    STANDINGS as STANDINGS_SAID,
)
from naungan.casework.protection.packages import PACKAGES
from naungan.casework.protection.policies import POLICIES
from naungan.web.pages.village_list.words import month as month, span as span


STATE_TONES: Final = {"draft": "", "open": "good", "closed": "warn"}
WEIGHTS: Final = {
    "stop": (gettext_noop("tidak dapat ditetapkan"), "bad"),
    "ask": (gettext_noop("perlu alasan"), "warn"),
    "note": (gettext_noop("catatan"), ""),
}
STANDINGS: Final = {
    "short": (gettext_noop("kurang"), "warn"),
    "room": (gettext_noop("masih ada tempat"), ""),
    "met": (gettext_noop("terpenuhi"), "good"),
    "over": (gettext_noop("lebih, ada cadangan"), "warn"),
}
COUNTED: Final = {
    "taken": gettext_noop("yang ditetapkan"),
    "listed": gettext_noop("yang lolos pemeriksaan"),
    "quota": gettext_noop("menurut kuota"),
    "reported": gettext_noop("menurut angka yang dilaporkan"),
}
DOUBLE: Final = (
    "paid_elsewhere",
    "decided_elsewhere",
    "listed_elsewhere",
    "paid_in_extract",
)
"""Checks that tell of another fund for the same person."""

STAYS: Final = {
    "died": gettext_noop("Tidak: dilaporkan meninggal"),
    "too_old": gettext_noop("Tidak: melewati batas umur pada bulan mulai"),
    "too_young": gettext_noop("Tidak: belum cukup umur pada bulan mulai"),
    "followed": gettext_noop("Tidak: sudah dilanjutkan dalam skema lain"),
    "ended": gettext_noop("Tidak: sudah berakhir"),
    "replaced": gettext_noop("Tidak: sudah digantikan"),
    "refused": gettext_noop("Tidak: ditolak BPJS Ketenagakerjaan"),
    "not_enrolled": gettext_noop("Tidak: belum terdaftar"),
}
"""Why somebody does not go over into the scheme after theirs."""


def stays(code: str) -> str:
    """Say why people do not go over into the next scheme."""
    return _(STAYS[code])


def fund(code: str) -> str:
    """Say who pays."""
    return _(FUNDS[code].label)


def package(code: str) -> str:
    """Say which programmes."""
    return _(PACKAGES[code].label)


def category(code: str) -> str:
    """Say for whom."""
    return _(CATEGORIES[code].label)


def policy(code: str) -> str:
    """Say what a quota means."""
    return _(POLICIES[code])


def scheme_state(code: str) -> str:
    """Say whether a scheme is prepared, open or closed."""
    return _(SCHEME_STATES[code])


def basis_kind(code: str) -> str:
    """Say what kind of letter or law a basis is."""
    return _(BASIS_KINDS[code])


def part(year: int, standing: str) -> str:
    """Say which cohort a sum is of: "2023, sudah terlindungi"."""
    return _("%(year)s, %(standing)s") % {
        "year": year,
        "standing": _(STANDINGS_SAID[standing]),
    }


def mixed(parts: Iterable[tuple[int, str]]) -> str:
    """Say what a sum mixes: "2023, sudah terlindungi + 2024, baru dianggarkan"."""
    return " + ".join(part(year, standing) for year, standing in parts)


def check(code: str) -> str:
    """Say what a check looks for."""
    return _(KINDS[code].label)


def weight(code: str) -> tuple[str, str]:
    """Say what failing a check does, with its tone."""
    said, tone = WEIGHTS[KINDS[code].weight]
    return _(said), tone


def bars(code: str) -> bool:
    """Tell whether failing a check keeps somebody from being decided."""
    return KINDS[code].weight != "note"
