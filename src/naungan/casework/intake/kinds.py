"""The kinds of files that come in and the causes of runs, with their words."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Kind:
    """A word of the office in both languages."""

    code: str
    label: str
    label_en: str


KINDS: Final = (
    Kind("workers", "Daftar pekerja", "List of workers"),
    Kind("members", "Daftar peserta", "List of members"),
    Kind("employers", "Daftar pemberi kerja", "List of employers"),
    Kind("contributions", "Daftar iuran", "List of contributions"),
    Kind("universe", "Jumlah pekerja resmi", "Official numbers of workers"),
)
"""Kinds of files, called everywhere as the engine's formats call them."""

CAUSES: Final = (
    Kind("approval", "berkas disetujui", "a file was approved"),
    Kind("withdrawal", "berkas dicabut", "a file was withdrawn"),
    Kind("request", "diminta", "asked for"),
    Kind("review", "putusan antrian tinjau", "verdicts of the review queue"),
    Kind("erasure", "orang dihapus", "a person was erased"),
)
"""Why a run was asked for."""
