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
    Kind("members", "Data peserta", "Extract of members"),
    Kind("employers", "Data pemberi kerja", "Register of employers"),
    Kind("contributions", "Data iuran", "Contributions paid"),
    Kind("universe", "Jumlah pekerja acuan", "Reference numbers of workers"),
)
"""Kinds of files, as the engine's formats name them."""

CAUSES: Final = (
    Kind("approval", "berkas disetujui", "a file was approved"),
    Kind("withdrawal", "berkas ditarik", "a file was withdrawn"),
    Kind("request", "diminta", "asked for"),
    Kind("review", "putusan antrian tinjau", "verdicts of the review queue"),
    Kind("erasure", "orang dihapus", "a person was erased"),
)
"""Why a run was asked for."""
