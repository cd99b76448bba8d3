"""Every check with its words and its weight."""

from dataclasses import dataclass
from typing import Final, Literal

from django.utils.translation import gettext_noop as _


Weight = Literal["stop", "ask", "note"]


@dataclass(frozen=True)
class Kind:
    """One check: its words, and what it does to whoever fails it.

    `stop` bars the person until the line is corrected, `ask` until somebody accepts
    it with a reason, `note` is only said.
    """

    code: str
    label: str
    weight: Weight


KINDS: Final = {
    one.code: one
    for one in (
        Kind("nik_missing", _("NIK tidak ditulis"), "stop"),
        Kind("nik_form", _("NIK bukan 16 angka"), "stop"),
        Kind("nik_impossible", _("NIK tidak mungkin ada"), "stop"),
        Kind("nik_differs", _("NIK tidak cocok dengan tanggal lahir"), "ask"),
        Kind("name_missing", _("Nama tidak ditulis"), "stop"),
        Kind("birth_missing", _("Tanggal lahir tidak ditulis"), "stop"),
        Kind("too_young", _("Belum cukup umur pada bulan mulai"), "stop"),
        Kind("too_old", _("Melewati batas umur pada bulan mulai"), "stop"),
        Kind("duplicate", _("NIK sudah ada dalam skema ini"), "stop"),
        Kind("same_person", _("Nama dan tanggal lahir sama dengan orang lain"), "ask"),
        Kind("wage_earner", _("Sudah peserta aktif penerima upah"), "stop"),
        Kind("two_jobs", _("Pekerjaan kedua di samping pekerjaan berupah"), "note"),
        Kind("pays_alone", _("Sudah aktif dan membayar sendiri"), "ask"),
        Kind("paid_elsewhere", _("Sudah dibayari dana lain"), "stop"),
        Kind("decided_elsewhere", _("Sudah ditetapkan dalam skema lain"), "stop"),
        Kind("listed_elsewhere", _("Sedang diusulkan dalam skema lain"), "ask"),
        Kind("paid_in_extract", _("Daftar peserta menyebut dana lain"), "ask"),
        Kind("died", _("Tercatat meninggal"), "stop"),
        Kind("lives_elsewhere", _("Daftar induk menyebut desa lain"), "ask"),
        Kind("not_in_registry", _("Tidak ada dalam daftar induk"), "ask"),
        Kind("no_quota", _("Desa ini tidak punya kuota dalam skema"), "stop"),
    )
}
"""Every check by its code, in the order in which it is told."""
