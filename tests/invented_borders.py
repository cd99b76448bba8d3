"""Borders that are nowhere: a crooked grid of cells for the villages of a region.

Neighbours share every point of their border, as in a pack that was digitised well.
The shapes are invented; only the codes are real.
"""

import json
import random

from naungan.lib import regions


COLUMNS = 20
POINTS = 14  # between two corners
WEST, NORTH, CELL = 103.0, -3.5, 0.05


def corner(column, row):
    """Give a corner of the grid, moved a little; the same for every neighbour."""
    moved = random.Random(f"{column},{row}")
    return (
        WEST + CELL * (column + moved.uniform(-0.3, 0.3)),
        NORTH - CELL * (row + moved.uniform(-0.3, 0.3)),
    )


def edge(one, other):
    """Give the crooked line between two corners, walked from the first."""
    if other < one:
        return edge(other, one)[::-1]
    moved = random.Random(f"{one}-{other}")
    (ax, ay), (bx, by) = corner(*one), corner(*other)
    between = [
        (
            ax + (bx - ax) * at / POINTS + moved.uniform(-0.002, 0.002),
            ay + (by - ay) * at / POINTS + moved.uniform(-0.002, 0.002),
        )
        for at in range(1, POINTS)
    ]
    return [(ax, ay), *between, (bx, by)]


def ring(column, row):
    """Give the closed border of one cell."""
    corners = [
        (column, row),
        (column + 1, row),
        (column + 1, row + 1),
        (column, row + 1),
    ]
    walked = []
    for one, other in zip(corners, [*corners[1:], corners[0]], strict=True):
        walked += edge(one, other)[:-1]
    return [*walked, walked[0]]


def pack(code="16.04", key="kode"):
    """Give a GeoJSON of every village inside a region, in order of code."""
    features = [
        {
            "type": "Feature",
            "properties": {key: one.code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [ring(at % COLUMNS, at // COLUMNS)],
            },
        }
        for at, one in enumerate(regions.villages_of(code))
    ]
    return {"type": "FeatureCollection", "features": features}


def write(path, code="16.04", key="kode"):
    """Write the pack; give its path."""
    path.write_text(json.dumps(pack(code, key)), encoding="utf-8")
    return path
