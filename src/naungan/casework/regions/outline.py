"""Borders cut into arcs that neighbours share, so that simplifying leaves no gaps.

A point is a place in tenths of a drawn pixel. Where more than two borders meet, or a
border ends, stands a junction; between junctions runs an arc, kept once whatever the
direction in which each neighbour walks it. Every arc is simplified once (Douglas and
Peucker 1973), and rings are put together again from the simplified arcs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final


Point = tuple[int, int]
Ring = list[Point]
Arc = tuple[Point, ...]
TOLERANCE: Final = 7  # tenths of a pixel
FEWEST: Final = 3  # points of a ring


def simplified(rings: Mapping[str, list[Ring]]) -> dict[str, list[Ring]]:
    """Simplify all rings together; a region never vanishes by it."""
    clean = {code: [_clean(ring) for ring in own] for code, own in rings.items()}
    junctions = _junctions(ring for own in clean.values() for ring in own)
    return {
        code: _kept([ring for ring in own if len(ring) >= FEWEST], junctions)
        for code, own in clean.items()
    }


def borders(rings: Mapping[str, list[Ring]], groups: Mapping[str, str]) -> list[Ring]:
    """Give the lines that part groups of regions from each other and from outside."""
    onward: dict[Point, list[Point]] = defaultdict(list)
    for (one, other), codes in _walked(rings).items():
        if len(codes) == 1 or len({groups[code] for code in codes}) > 1:
            onward[one].append(other)
            onward[other].append(one)
    # A line begins best where it cannot go on in both directions.
    starts = sorted(onward, key=lambda point: (len(onward[point]) == len("ab"), point))
    return [line for start in starts for line in _lines(start, onward)]


def dissolved(
    rings: Mapping[str, list[Ring]], groups: Mapping[str, str]
) -> dict[str, list[Ring]]:
    """Give the outer rings of groups of regions: arcs walked twice lie inside."""
    by_group: dict[str, dict[str, list[Ring]]] = defaultdict(dict)
    for code, own in rings.items():
        by_group[groups[code]][code] = own
    return {group: _chained(own) for group, own in by_group.items()}


def _lines(start: Point, onward: dict[Point, list[Point]]) -> Iterable[Ring]:
    """Walk every line from a point, each edge once."""
    while onward[start]:
        line, at = [start], start
        while onward[at]:
            following = onward[at].pop()
            onward[following].remove(at)
            line.append(following)
            at = following
        yield line


def _walked(rings: Mapping[str, list[Ring]]) -> dict[Arc, list[str]]:
    found: dict[Arc, list[str]] = defaultdict(list)
    for code, own in rings.items():
        for ring in own:
            for one, other in _edges(ring):
                found[min((one, other), (other, one))].append(code)
    return found


def _chained(rings: Mapping[str, list[Ring]]) -> list[Ring]:
    edges = [edge for own in rings.values() for ring in own for edge in _edges(ring)]
    times = Counter(min(edge, edge[::-1]) for edge in edges)
    onward: dict[Point, list[Point]] = defaultdict(list)
    for one, other in edges:
        if times[min((one, other), (other, one))] == 1:
            onward[one].append(other)
            onward[other].append(one)
    return [ring for ring in _rings(onward) if len(ring) >= FEWEST]


def _rings(onward: dict[Point, list[Point]]) -> Iterable[Ring]:
    """Walk the edges until none is left, ring by ring, from the least point."""
    for start in sorted(onward):
        while onward[start]:
            ring, at = [start], start
            while onward[at]:
                following = onward[at].pop()
                onward[following].remove(at)
                if following == start:
                    break
                ring.append(following)
                at = following
            yield ring


def _edges(ring: Ring) -> Iterable[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _clean(ring: Ring) -> Ring:
    """Drop points that fell together, and the repeated first point at the end."""
    kept = [one for at, one in enumerate(ring) if at == 0 or one != ring[at - 1]]
    return kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept


def _junctions(rings: Iterable[Ring]) -> set[Point]:
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        if len(ring) >= FEWEST:
            for one, other in _edges(ring):
                beside[one].add(other)
                beside[other].add(one)
    return {point for point, others in beside.items() if len(others) > len("ab")}


def _kept(rings: list[Ring], junctions: set[Point]) -> list[Ring]:
    found = [_simple_ring(ring, junctions) for ring in rings]
    whole = [ring for ring in found if len(ring) >= FEWEST]
    return whole or rings[:1]


def _simple_ring(ring: Ring, junctions: set[Point]) -> Ring:
    starts = [at for at, point in enumerate(ring) if point in junctions]
    if not starts:
        starts = [ring.index(min(ring))]
    turned = [*ring[starts[0] :], *ring[: starts[0]]]
    found: Ring = []
    arc = [turned[0]]
    for point in (*turned[1:], turned[0]):
        arc.append(point)
        if point in junctions or point == turned[0]:
            found.extend(_simple_arc(tuple(arc))[:-1])
            arc = [point]
    return found


def _simple_arc(arc: Arc) -> Arc:
    """Simplify an arc the same way from either end."""
    backwards = arc[::-1]
    return _thinned(arc) if arc <= backwards else _thinned(backwards)[::-1]


@cache
def _thinned(arc: Arc) -> Arc:
    kept = {0, len(arc) - 1}
    waiting = [(0, len(arc) - 1)]
    while waiting:
        first, last = waiting.pop()
        worst, at = _farthest(arc, first, last)
        if worst > TOLERANCE * TOLERANCE:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return tuple(arc[at] for at in sorted(kept))


def _farthest(arc: Arc, first: int, last: int) -> tuple[float, int]:
    """Give the squared distance, and place, of the point farthest from a chord."""
    (ax, ay), (bx, by) = arc[first], arc[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    worst, found = -1.0, first
    for at in range(first + 1, last):
        px, py = arc[at][0] - ax, arc[at][1] - ay
        part = 0.0 if length == 0 else max(0.0, min(1.0, (px * dx + py * dy) / length))
        off = (px - part * dx) ** 2 + (py - part * dy) ** 2
        if off > worst:
            worst, found = off, at
    return worst, found
