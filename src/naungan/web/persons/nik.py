"""A NIK as every page writes it: in groups of four, masked where the door masked it."""

from typing import Final


NOTHING: Final = "–"
GROUP: Final = 4


def grouped(nik: object, *, unknown: str = NOTHING) -> str:
    """Write a number, open or masked, in groups of four."""
    written = str(nik or "")
    groups = (written[at : at + GROUP] for at in range(0, len(written), GROUP))
    return " ".join(groups) or unknown
