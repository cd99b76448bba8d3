"""The Indonesian words and forms in which explanations speak."""

from collections.abc import Mapping
from typing import Any

from naungan.lib import dates, money, numbers, programmes


STATUS = {
    "active": "terlindungi",
    "partial_programmes": "terlindungi sebagian program",
    "in_arrears": "menunggak",
    "lapsed": "gugur karena tunggakan",
    "unregistered": "belum terdaftar",
    "unknown": "belum dapat ditentukan",
    "possible": "mungkin terlindungi, menunggu tinjauan",
}
METHOD = {
    "nik": "NIK sama dan nama atau tanggal lahir tidak membantah",
    "nik_repaired": "NIK berbeda sedikit, nama dan tanggal lahir menguatkan",
    "scored": "bobot nama, tanggal lahir, jenis kelamin, dan tempat",
    "decided": "putusan petugas",
    "nib": "NIB sama",
    "npp": "NPP sama",
    "npwp": "NPWP sama",
}
BAND = {"linked": "dipadankan", "review": "menunggu tinjauan"}
NIK_STATE = {
    "valid": "sah menurut susunannya",
    "inconsistent": "tidak cocok dengan tanggal lahir atau jenis kelamin",
    "impossible": "mustahil menurut susunannya",
    "missing": "tidak ada",
    "shared": "dipakai lebih dari satu orang",
}
CONFIDENCE = {
    "VERIFIED": "",
    "SINGLE": " [satu sumber]",
    "MEMORY": " [belum diperiksa]",
}
FIELD = {
    "nik_level": "NIK",
    "name_level": "nama",
    "birth_level": "tanggal lahir",
    "sex_level": "jenis kelamin",
    "place_level": "tempat",
}


def place(row: Mapping[str, Any]) -> str:
    """Say where a source row stands."""
    return f"{row['file']}, baris {row['line']} (data ke-{row['row']})"


def identity(row: Mapping[str, Any]) -> str:
    """Say who a source row speaks of, with the NIK as the door gave it."""
    born = row.get("birth_date")
    when = dates.format_date(born) if born else row.get("birth_year") or "tanpa tanggal"
    return f"{row.get('name') or '(tanpa nama)'}, lahir {when}, NIK {_nik(row)}"


def _nik(row: Mapping[str, Any]) -> str:
    return str(row.get("nik") or row.get("nik_written") or "–")


def month(index: int | None) -> str:
    """Say a month index in words, or a dash."""
    return "–" if index is None else dates.month_label(index)


def membership(row: Mapping[str, Any]) -> str:
    """Say what a membership holds and until when it is paid."""
    held = programmes.text_of(row.get("programmes") or 0) or "tanpa program"
    return (
        f"KPJ {row['kpj']}: {row.get('segment') or 'segmen tidak disebut'}, {held}, "
        f"lunas sampai {month(row.get('paid_through'))}, "
        f"{BAND[row['band']]} ({METHOD.get(row['method'], row['method'])})"
    )


def rupiah(amount: int | None) -> str:
    """Say an amount, or a dash where none is known."""
    return "–" if amount is None else money.format_rupiah(amount)


def account(row: Mapping[str, Any]) -> str:
    """Say how the lines of one file add up."""
    said = {
        name: numbers.format_number(row[name])
        for name in ("lines", "accepted", "rejected", "set_aside")
    }
    return (
        f"{row['file']} ({row['kind']}): {said['lines']} baris = "
        f"{said['accepted']} diterima + {said['rejected']} ditolak + "
        f"{said['set_aside']} dikesampingkan"
    )
