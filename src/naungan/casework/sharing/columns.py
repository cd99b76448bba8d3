"""What of a person's row may be shared or kept back, beside name and village."""

from typing import Final


COLUMNS: Final[dict[str, tuple[str, str]]] = {
    "nik": ("NIK (disamarkan)", "NIK (masked)"),
    "birth_date": ("tanggal lahir", "date of birth"),
    "sex": ("jenis kelamin", "sex"),
    "wage": ("upah", "wage"),
    "kpj": ("nomor peserta", "membership number"),
    "employer": ("pemberi kerja", "employer"),
}
"""Each column that a rule may name, in Indonesian and English."""
