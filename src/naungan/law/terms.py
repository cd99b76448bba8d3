"""What the codes of questions and answers are called, in both languages.

Codes are what files and flags say (`very_low`, `apbd`); a reader sees the words
of the field. A code without a term here is shown as it is: JKK, PU, SD.
"""

from collections.abc import Sequence
from typing import Final

from naungan.law.unit import UNITS, Value
from naungan.law.words import Figure, Words, figure, words


TERMS: Final[dict[str, Words]] = {
    "very_low": words("sangat rendah", "very low"),
    "low": words("rendah", "low"),
    "medium": words("menengah", "medium"),
    "high": words("tinggi", "high"),
    "very_high": words("sangat tinggi", "very high"),
    "micro": words("usaha mikro", "micro business"),
    "small": words("usaha kecil", "small business"),
    "large": words("usaha besar", "large business"),
    "employer": words("pemberi kerja", "employer"),
    "worker": words("pekerja", "worker"),
    "government": words("pemerintah", "government"),
    "participant": words("peserta sendiri", "participant"),
}


CONFIDENCE: Final[dict[str, Words]] = {
    "VERIFIED": words("teks atau dua sumber dibaca", "text or two sources seen"),
    "SINGLE": words("satu sumber", "one source"),
    "MEMORY": words("belum terlihat teksnya", "text not seen"),
    "LOCAL": words("ketetapan kantor sendiri", "the office's own rule"),
}
"""How sure a value is, by the code that files and JSON carry."""

UNCERTAIN_DATE: Final = words("tanggal mulai belum pasti", "start date uncertain")

_COUNTED: Final = ("years", "months", "days", "working_days", "hours")


def term(code: str) -> Words:
    """Give the words for a code, or the code itself where it needs none."""
    return TERMS.get(code) or _verbatim(code)


def listed(items: Sequence[Figure | Words]) -> Words:
    """Write several words after each other: JKK, JKM, JHT."""
    names = [f"item{place}" for place in range(len(items))]
    pattern = ", ".join(f"{{{name}}}" for name in names)
    return Words(pattern, pattern, tuple(zip(names, items, strict=True)))


def shown(kind: str, value: Value) -> Figure | Words:
    """Write a value of the law or of a question so that a reader needs no key.

    Codes become their terms, terms of time carry their unit (7 hari kerja), a
    table says how many rows it has unless it was narrowed to one.
    """
    if kind == "table":
        return _table(value)
    if isinstance(value, tuple):
        return listed([shown("choice", str(item)) for item in value])
    if kind in _COUNTED and isinstance(value, int):
        return _counted(kind, value)
    if kind == "day_of_month":
        return words("tanggal {day}", "day {day}", day=figure(kind, value))
    if isinstance(value, str):
        return term(value)
    return figure(kind, value)


def _counted(unit: str, value: int) -> Words:
    singular = UNITS[unit].label_en.removesuffix("s")
    english = singular if value == 1 else UNITS[unit].label_en
    return words(
        f"{{count}} {UNITS[unit].label}",
        f"{{count}} {english}",
        count=figure(unit, value),
    )


def _table(value: Value) -> Words:
    assert isinstance(value, tuple)
    if len(value) != 1:
        return words(
            "tabel {count} baris", "table of {count} rows", count=str(len(value))
        )
    (row,) = value
    assert isinstance(row, dict)
    cells = [
        words("{name} {cell}", "{name} {cell}", name=term(name), cell=shown("", cell))
        for name, cell in row.items()
    ]
    return listed(cells)


def _verbatim(text: str) -> Words:
    """Make words of a text that may hold braces, alike in both languages."""
    return words("{text}", "{text}", text=text)
