"""What the codes of questions and answers are called, in both languages.

Codes are what files and flags say (`very_low`, `apbd`); a reader sees the words
of the field. A code without a term here is shown as it is: JKK, PU, SD.
"""

from typing import Final

from naungan.law.words import Words, words


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


def term(code: str) -> Words:
    """Give the words for a code, or the code itself where it needs none."""
    return TERMS.get(code, Words(code, code))
