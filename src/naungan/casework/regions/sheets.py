"""Sheets of a boundary pack: what is drawn of one level inside one region.

A pack need not have every level: districts, regencies and provinces that it lacks
are made from the regions inside them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Final, cast

from naungan.casework.regions import boundary_file, outline
from naungan.casework.regions.outline import Point, Ring
from naungan.lib import regions
from naungan.lib.regions import Level


WIDTH: Final = 520  # pixels in which a map is drawn
TALLEST: Final = 720
TENTHS: Final = 10
PARTS: Final = {"province": 1, "regency": 2, "district": 3, "village": 4}
"""How many parts the code of a region of a level has."""


@dataclass(frozen=True)
class Sheet:
    """One drawing: its size in pixels, the path of each region, lines between."""

    parent_code: str
    level: str
    width: int
    height: int
    paths: dict[str, str]
    frames: dict[str, str]


def sheets_of(rings: Mapping[str, list[boundary_file.Ring]]) -> Iterable[Sheet]:
    """Draw every sheet that a pack has shapes for, the country first."""
    deepest = {level: _with_parts(rings, parts) for level, parts in PARTS.items()}
    for level, parts in PARTS.items():
        for parent in sorted(_parents(rings, parts)):
            drawn = _drawn(parent, level, deepest)
            if drawn is not None:
                yield drawn
    for regency in sorted({_cut(code, 2) for code in deepest["village"]}):
        own = _inside(deepest["village"], regency)
        yield _sheet(regency, "village", own, framed=True)


def _drawn(
    parent: str, level: str, by_level: dict[str, dict[str, list[boundary_file.Ring]]]
) -> Sheet | None:
    """Draw a level from its own shapes, else from the nearest deeper ones."""
    levels = list(PARTS)
    for source in levels[levels.index(level) :]:
        own = _inside(by_level[source], parent)
        if own and _covers(parent, level, own):
            return _sheet(parent, level, own, framed=False)
    return None


def _covers(parent: str, level: str, own: Iterable[str]) -> bool:
    """Tell whether a pack knows at least half of the parts: a torn map misleads."""
    drawn = {_cut(code, PARTS[level]) for code in own}
    registered = regions.within(parent or None, cast(Level, level))
    return len(drawn) * 2 >= sum(1 for _ in registered)


def _sheet(
    parent: str,
    level: str,
    own: dict[str, list[boundary_file.Ring]],
    *,
    framed: bool,
) -> Sheet:
    placed, height = _placed(own)
    simple = outline.simplified(placed)
    parts = PARTS[level]
    groups = {code: _cut(code, parts) for code in simple}
    areas = simple
    if any(code != group for code, group in groups.items()):
        areas = outline.dissolved(simple, groups)
    frames = {}
    if framed:
        districts = {code: _cut(code, parts - 1) for code in simple}
        lines = outline.borders(simple, districts)
        frames = {"": "".join(_steps(line) for line in lines)}
    paths = {code: path_of(rings) for code, rings in sorted(areas.items())}
    return Sheet(parent, level, WIDTH, height, paths, frames)


def path_of(rings: Iterable[Ring]) -> str:
    """Write rings as the path of an SVG: relative steps in pixels, closed."""
    return "".join(f"{_steps(ring)}z" for ring in rings)


def _steps(points: list[Point]) -> str:
    (x, y), *rest = points
    written = [f"M{_tenths(x)} {_tenths(y)}"]
    for place, (px, py) in enumerate(rest):
        step = f"{_tenths(px - x)} {_tenths(py - y)}"
        written.append(("l" if place == 0 else " ") + step)
        x, y = px, py
    return "".join(written).replace(" -", "-")


def _tenths(value: int) -> str:
    whole, part = divmod(abs(value), TENTHS)
    text = f"{whole or ''}.{part}" if part else str(whole)
    return f"-{text}" if value < 0 else text


def _placed(
    own: dict[str, list[boundary_file.Ring]],
) -> tuple[dict[str, list[Ring]], int]:
    """Place degrees on the drawing, equally long steps in both directions."""
    points = [point for rings in own.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = cos(radians((south + north) / 2))
    across, down = max((east - west) * squeeze, 1e-9), max(north - south, 1e-9)
    scale = min(WIDTH / across, TALLEST / down)
    indent = (WIDTH - across * scale) / 2

    def place(x: float, y: float) -> Point:
        across_px = (x - west) * squeeze * scale + indent
        return round(across_px * TENTHS), round((north - y) * scale * TENTHS)

    placed = {
        code: [[place(x, y) for x, y in ring] for ring in rings]
        for code, rings in own.items()
    }
    return placed, max(1, round(down * scale))


def _with_parts(
    rings: Mapping[str, list[boundary_file.Ring]], parts: int
) -> dict[str, list[boundary_file.Ring]]:
    return {code: own for code, own in rings.items() if code.count(".") + 1 == parts}


def _parents(rings: Iterable[str], parts: int) -> set[str]:
    return {_cut(code, parts - 1) for code in rings if code.count(".") + 1 >= parts}


def _inside(
    rings: dict[str, list[boundary_file.Ring]], parent: str
) -> dict[str, list[boundary_file.Ring]]:
    within = f"{parent}." if parent else ""
    return {code: own for code, own in rings.items() if code.startswith(within)}


def _cut(code: str, parts: int) -> str:
    return ".".join(code.split(".")[:parts])
