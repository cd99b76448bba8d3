"""The five programmes of employment social security and sets of them as a bitmask.

JKK=1, JKM=2, JHT=4, JP=8, JKP=16; the text form is "JKK+JKM" in that order.
"""

import re
from typing import Final

from naungan.lib.parsed import Parsed


BITS: Final[dict[str, int]] = {"JKK": 1, "JKM": 2, "JHT": 4, "JP": 8, "JKP": 16}
TITLES: Final[dict[str, str]] = {
    "JKK": "Jaminan Kecelakaan Kerja",
    "JKM": "Jaminan Kematian",
    "JHT": "Jaminan Hari Tua",
    "JP": "Jaminan Pensiun",
    "JKP": "Jaminan Kehilangan Pekerjaan",
}
ALL: Final = sum(BITS.values())

_WORD = re.compile(r"[A-Z]+")
_SPELLED: Final = tuple((title.upper(), code) for code, title in TITLES.items())
_FILLERS: Final = frozenset({"DAN", "PROGRAM", "BPU", "PU"})


def read_programmes(text: str) -> Parsed[int]:
    """Read "JKK+JKM+JHT" with any separator, or the programmes' full names."""
    folded = " ".join(text.upper().split())
    for title, code in _SPELLED:
        folded = folded.replace(title, code)
    mask, strangers = 0, []
    for word in _WORD.findall(folded):
        bit = BITS.get(word)
        if bit is not None:
            mask |= bit
        elif word not in _FILLERS:
            strangers.append(word)
    if strangers:
        known = ", ".join(BITS)
        return Parsed(None, f"Program “{strangers[0]}” tidak dikenal; pakai {known}.")
    return Parsed(mask) if mask else Parsed(None, "Tidak ada program yang tertulis.")


def mask_of(text: str) -> int | None:
    """Return the bitmask of `read_programmes`, or None."""
    return read_programmes(text).value


def text_of(mask: int) -> str:
    """Write a bitmask as "JKK+JKM"; 0 is the empty text.

    Raises ValueError for bits that are no programme.
    """
    if mask & ~ALL:
        msg = f"bukan himpunan program: {mask}"
        raise ValueError(msg)
    return "+".join(code for code, bit in BITS.items() if mask & bit)
