"""A boundary pack as it arrives: GeoJSON or TopoJSON keyed by Kemendagri code.

`docs/reference/boundary-packs.md` describes the form. Coordinates are degrees of
longitude and latitude; holes and islands are rings like any other, because an SVG
filled by the even-odd rule tells them apart.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from naungan.lib import regions
from naungan.lib.errors import InputRefused, reason_of


KEYS: Final = ("kode", "code", "kode_kemendagri", "kemendagri", "KDEPUM", "KDPPUM")
"""Names under which packs carry the code, tried in this order."""

EAST, NORTH = 180, 90
Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True)
class Shapes:
    """The rings of every region with a valid code, and the codes that are none."""

    rings: dict[str, list[Ring]]
    unmatched: tuple[str, ...]


def read_shapes(path: Path, key: str | None = None) -> Shapes:
    """Read a pack; a file in another form is refused with a sentence."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputRefused(
            f"{path}: tidak terbaca sebagai GeoJSON atau TopoJSON "
            f"({reason_of(error) if isinstance(error, OSError) else error})."
        ) from error
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "FeatureCollection":
        found = _features(content["features"])
    elif kind == "Topology":
        found = _topology(content)
    else:
        raise InputRefused(
            f"{path}: bukan FeatureCollection (GeoJSON) atau Topology (TopoJSON)."
        )
    return _sorted(path, found, key)


def _sorted(
    path: Path, found: Iterator[tuple[dict[str, Any], list[Ring]]], key: str | None
) -> Shapes:
    """Put rings under their codes, in degrees that can be degrees."""
    rings: dict[str, list[Ring]] = {}
    unmatched = []
    for properties, own in found:
        written = _code(properties, key)
        region = regions.by_code(written) if written else None
        if region is None:
            unmatched.append(written or "?")
            continue
        if any(abs(x) > EAST or abs(y) > NORTH for ring in own for x, y in ring):
            raise InputRefused(
                f"{path}: koordinat {region.code} bukan derajat bujur dan lintang. "
                "Ubah ke WGS 84 (EPSG:4326) dahulu."
            )
        rings.setdefault(region.code, []).extend(own)
    if not rings:
        raise InputRefused(
            f"{path}: tidak ada bentuk dengan kode Kemendagri. Nama kolom kodenya "
            f"salah satu dari {', '.join(KEYS)}, atau sebut dengan --key."
        )
    return Shapes(rings, tuple(unmatched))


def _code(properties: dict[str, Any], key: str | None) -> str:
    for name in (key,) if key else KEYS:
        value = properties.get(name)
        if value:
            return str(value).strip()
    return ""


def _features(features: Sequence[Any]) -> Iterator[tuple[dict[str, Any], list[Ring]]]:
    for one in features:
        geometry = one.get("geometry") or {}
        parts = _parts(geometry.get("type"), geometry.get("coordinates") or [])
        rings = [[(p[0], p[1]) for p in ring] for part in parts for ring in part]
        yield one.get("properties") or {}, rings


def _parts(kind: str | None, coordinates: list[Any]) -> list[Any]:
    if kind == "Polygon":
        return [coordinates]
    return coordinates if kind == "MultiPolygon" else []


def _topology(content: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Ring]]]:
    arcs = _arcs(content)
    for one in content.get("objects", {}).values():
        for shape in one.get("geometries", [one]):
            parts = _parts(shape.get("type"), shape.get("arcs") or [])
            rings = [_ring(arcs, ring) for part in parts for ring in part]
            yield shape.get("properties") or {"kode": shape.get("id")}, rings


def _arcs(content: dict[str, Any]) -> list[Ring]:
    """Undo the deltas and the grid in which a topology keeps its arcs."""
    transform = content.get("transform")
    if transform is None:
        return [[(p[0], p[1]) for p in arc] for arc in content["arcs"]]
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    found = []
    for arc in content["arcs"]:
        x = y = 0
        ring = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            ring.append((x * sx + tx, y * sy + ty))
        found.append(ring)
    return found


def _ring(arcs: list[Ring], numbers: list[int]) -> Ring:
    found: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found.extend(arc[1:] if found else arc)
    return found
