"""The map of a region's parts: borders of a loaded pack, else tiles in order of code."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from naungan.casework.regions import queries
from naungan.casework.regions.models import BoundaryPack


class Shown(Protocol):
    """Whatever has a place on the map: a computed figure, or a row of the league."""

    @property
    def code(self) -> str:
        """Name the region by its dotted code."""
        ...

    @property
    def name(self) -> str:
        """Name the region in words."""
        ...

    @property
    def bare(self) -> str:
        """Give the percentage without its sign."""
        ...

    @property
    def shade(self) -> int | None:
        """Give the class of colour; None where nothing may be shown."""
        ...


@dataclass(frozen=True)
class Area:
    """One region of the map: its border, its class, and what its row says."""

    code: str
    name: str
    bare: str
    shade: str
    path: str


@dataclass(frozen=True)
class Map:
    """A drawn map: areas with colours, lines of the level between, and whose work."""

    pack: BoundaryPack
    width: int
    height: int
    areas: list[Area]
    frames: list[str]


def drawn(code: str, level: str, shown: Sequence[Shown]) -> Map | None:
    """Draw the parts of a region; None where no pack has their borders."""
    pack = queries.newest_pack()
    sheet = queries.sheet(pack.pk, code, level) if pack and level else None
    if pack is None or sheet is None:
        return None
    by_code = {one.code: one for one in shown}
    areas = [
        _area(own, path, by_code.get(own)) for own, path in sorted(sheet.paths.items())
    ]
    frames = [path for _, path in sorted(sheet.frames.items())]
    return Map(pack, sheet.width, sheet.height, areas, frames)


def _area(code: str, path: str, one: Shown | None) -> Area:
    if one is None:
        return Area(code, code, "–", "none", path)
    shade = "none" if one.shade is None else str(one.shade)
    return Area(code, one.name, one.bare, shade, path)
