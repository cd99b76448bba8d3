"""The English of the sentences that findings wrote into a snapshot.

A run writes each finding in Indonesian, with its figures in the sentence, and the
snapshot is never written again: so a sentence is read back here, figures kept, and
said in English. Of a membership's number the last four are said. A sentence of no known form stays as it was written; a test reads
those of every finding.
"""

import re
from collections.abc import Callable
from typing import Final

from naungan.engine.explain.terms import ENGLISH
from naungan.law.words import Words, month as month_words, words
from naungan.lib import dates
from naungan.lib.identity_numbers import mask_kpj


_N: Final = r"[\d.]+"
_LATER: Final = (
    rf"(?: \((?P<wageless>{_N}) pekerja tanpa data upah belum dihitung\))?\.$"
)
_MONTH: Final = r"[A-Z][a-z]+ \d{4}"
_KPJ: Final = re.compile(r"\(KPJ ([^)]+)\)")
FORMS: Final = tuple(
    (re.compile(pattern), english)
    for pattern, english in (
        (
            (
                rf"Iuran (?P<months>{_N}) bulan yang sudah jatuh tempo belum lunas"
                rf"(?:, terakhir bulan (?P<month>{_MONTH}))?, mengenai (?P<people>{_N}) "
                rf"peserta\. Iuran yang belum dibayar Rp(?P<rupiah>{_N}) sebulan{_LATER}"
            ),
            (
                "Contributions of {months} months that fell due are not fully paid"
                "{latest}, concerning {people} members. Unpaid contributions come to "
                "Rp{rupiah} a month{rest}."
            ),
        ),
        (
            (
                rf"Daftar menyebut (?P<people>{_N}) pekerja, tetapi pemberi kerja ini tidak "
                rf"ditemukan di antara pemberi kerja terdaftar\. Iuran yang seharusnya "
                rf"disetor Rp(?P<rupiah>{_N}) sebulan{_LATER}"
            ),
            (
                "Lists name {people} workers, but this employer is not found among the "
                "registered ones. The contributions due come to Rp{rupiah} a month{rest}."
            ),
        ),
        (
            (
                rf"Daftar pemberi kerja mencatat (?P<people>{_N}) pekerja tanpa nama, tetapi "
                rf"pemberi kerja ini tidak ditemukan di antara pemberi kerja terdaftar\. "
                rf"Iuran yang seharusnya disetor Rp(?P<rupiah>{_N}) sebulan{_LATER}"
            ),
            (
                "The register of employers notes {people} workers without names, but this "
                "employer is not found among the registered ones. The contributions due "
                "come to Rp{rupiah} a month{rest}."
            ),
        ),
        (
            (
                rf"(?P<people>{_N}) dari (?P<workers>{_N}) pekerja yang dilaporkan belum "
                rf"menjadi peserta di bawah NPP pemberi kerja ini\. Iuran yang seharusnya "
                rf"disetor bagi mereka Rp(?P<rupiah>{_N}) sebulan{_LATER}"
            ),
            (
                "{people} of {workers} workers reported are not yet members under the NPP "
                "of this employer. The contributions due for them come to Rp{rupiah} a "
                "month{rest}."
            ),
        ),
        (
            (
                rf"(?P<people>{_N}) dari (?P<workers>{_N}) pekerja pada daftar bukan peserta "
                rf"di bawah NPP pemberi kerja ini\. Iuran yang seharusnya disetor bagi "
                rf"mereka Rp(?P<rupiah>{_N}) sebulan{_LATER}"
            ),
            (
                "{people} of {workers} workers on lists are no members under the NPP of "
                "this employer. The contributions due for them come to Rp{rupiah} a "
                "month{rest}."
            ),
        ),
        (
            (
                rf"(?P<people>{_N}) peserta di bawah NPP pemberi kerja ini tidak diikutkan "
                rf"dalam semua program wajib; yang kurang: (?P<lacking>[A-Z+]*)\. Iuran "
                rf"program yang kurang Rp(?P<rupiah>{_N}) sebulan{_LATER}"
            ),
            (
                "{people} members under the NPP of this employer are not enrolled in every "
                "mandatory programme; missing: {lacking}. Contributions of the missing "
                "programmes come to Rp{rupiah} a month{rest}."
            ),
        ),
        (
            (
                rf"Upah (?P<people>{_N}) pekerja dilaporkan lebih rendah daripada upah pada "
                rf"daftar, bersama-sama Rp(?P<gap>{_N}) sebulan\. Kekurangan iurannya "
                rf"Rp(?P<rupiah>{_N}) sebulan\.$"
            ),
            (
                "The wages of {people} workers are reported lower than on lists, together "
                "by Rp{gap} a month. Contributions fall short by Rp{rupiah} a month."
            ),
        ),
        (
            (
                rf"Umur (?P<age>.+) tahun pada (?P<month>{_MONTH}); yang dapat didaftarkan "
                r"(?:(?P<lowest>\d+) tahun ke atas dan )?di bawah (?P<below>\d+) tahun$"
            ),
            (
                "Aged {age} in {month}; those who can be registered are {from_age}below "
                "{below}"
            ),
        ),
        (
            (
                r"(?P<fund>.+) \(KPJ (?P<kpj>.+)\) dan (?P<other>.+) \(KPJ (?P<other_kpj>.+)\) "
                rf"membayar (?P<months>{_N}) bulan yang sama, terakhir (?P<month>{_MONTH})$"
            ),
            (
                "{fund} (KPJ {kpj}) and {other} (KPJ {other_kpj}) paid {months} same "
                "months, last {month}"
            ),
        ),
        (
            r"Peserta berjalan tanpa NPP tidak ada pada daftar pekerja mana pun$",
            "A current member without NPP is on no list of workers",
        ),
        (
            (
                r"Peserta berjalan di bawah NPP (?P<npp>.+) tidak ada pada daftar pekerja "
                r"mana pun$"
            ),
            "A current member under NPP {npp} is on no list of workers",
        ),
        (
            rf"NIK ini dipakai (?P<people>{_N}) orang yang berbeda pada daftar$",
            "This NIK is used by {people} different people on lists",
        ),
    )
)
"""How a sentence is written, with its figures by name, and its English."""


def sentence(written: str | None) -> Words:
    """Give what a finding wrote in both languages."""
    text = written or ""
    for pattern, english in FORMS:
        found = pattern.match(text)
        if found:
            return words("{written}", english, written=_shown(text), **_figures(found))
    return words("{written}", "{written}", written=text)


def _shown(text: str) -> str:
    return _KPJ.sub(lambda found: f"(KPJ {mask_kpj(found[1])})", text)


def _figures(found: re.Match[str]) -> dict[str, str]:
    """Give the figures of a sentence, and the clauses that only some have."""
    kept = {name: text for name, text in found.groupdict().items() if text}
    said = {name: _SAID.get(name, str)(text) for name, text in kept.items()}
    month, wageless = said.get("month"), said.get("wageless")
    lowest = said.get("lowest")
    said["latest"] = f", last {month}" if month else ""
    said["rest"] = f" (not counting {wageless} workers of unknown wage)" * bool(
        wageless
    )
    said["from_age"] = f"from {lowest} years and " if lowest else ""
    return said


def _month(text: str) -> str:
    index = dates.parse_month(text)
    return text if index is None else month_words(index).en


def _fund(text: str) -> str:
    return ENGLISH.get(text, text)


_SAID: Final[dict[str, Callable[[str], str]]] = {
    "month": _month,
    "fund": _fund,
    "other": _fund,
    "kpj": mask_kpj,
    "other_kpj": mask_kpj,
}
