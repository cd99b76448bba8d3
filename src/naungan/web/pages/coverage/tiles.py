"""The provinces as equal tiles, each about where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from naungan.web.figures.shapes import Shown


SIDE: Final = 58
STEP: Final = 60
PLACES: Final = {
    "11": (0, 0, "ACE"),
    "21": (3, 0, "KRI"),
    "12": (1, 1, "SMU"),
    "14": (2, 1, "RIA"),
    "65": (7, 1, "KLU"),
    "75": (9, 1, "GOR"),
    "71": (10, 1, "SLU"),
    "13": (1, 2, "SMB"),
    "15": (2, 2, "JMB"),
    "19": (3, 2, "BBL"),
    "61": (5, 2, "KLB"),
    "62": (6, 2, "KLT"),
    "64": (7, 2, "KLM"),
    "72": (9, 2, "SLT"),
    "82": (11, 2, "MLU"),
    "17": (1, 3, "BKL"),
    "16": (2, 3, "SMS"),
    "63": (6, 3, "KLS"),
    "76": (8, 3, "SLB"),
    "96": (12, 3, "PBD"),
    "92": (13, 3, "PAB"),
    "91": (15, 3, "PAP"),
    "18": (2, 4, "LAM"),
    "73": (8, 4, "SLS"),
    "74": (9, 4, "SLG"),
    "81": (11, 4, "MAL"),
    "94": (14, 4, "PTE"),
    "95": (15, 4, "PPG"),
    "36": (3, 5, "BAN"),
    "31": (4, 5, "JKT"),
    "93": (15, 5, "PSE"),
    "32": (4, 6, "JAB"),
    "33": (5, 6, "JTG"),
    "35": (6, 6, "JTM"),
    "34": (5, 7, "DIY"),
    "51": (7, 7, "BAL"),
    "52": (8, 7, "NTB"),
    "53": (9, 7, "NTT"),
}
"""Column, row and short name of every province."""


@dataclass(frozen=True)
class Tile:
    """One province: where it stands, its class, and what its row says."""

    code: str
    name: str
    short: str
    bare: str
    shade: str
    x: int
    y: int

    @property
    def middle(self) -> int:
        """Give where its words stand from the left."""
        return self.x + SIDE // 2


def placed(shown: Sequence[Shown]) -> list[Tile]:
    """Place provinces; empty where one of them has no place here."""
    if any(one.code not in PLACES for one in shown):
        return []
    return [_tile(one) for one in sorted(shown, key=lambda one: one.code)]


def _tile(one: Shown) -> Tile:
    column, row, short = PLACES[one.code]
    shade = "none" if one.shade is None else str(one.shade)
    return Tile(one.code, one.name, short, one.bare, shade, column * STEP, row * STEP)
