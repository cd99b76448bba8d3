"""Borders are simplified once for both neighbours, and no region vanishes."""

from itertools import pairwise

from naungan.casework.regions import outline


def square(x, y, size=100, steps=10):
    """A square of many points, clockwise from its corner."""
    side = [size * at // steps for at in range(steps)]
    return [
        *[(x + at, y) for at in side],
        *[(x + size, y + at) for at in side],
        *[(x + size - at, y + size) for at in side],
        *[(x, y + size - at) for at in side],
    ]


def area(ring):
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def test_a_straight_border_keeps_its_corners_only():
    (ring,) = outline.simplified({"a": [square(0, 0)]})["a"]
    assert sorted(ring) == [(0, 0), (0, 100), (100, 0), (100, 100)]


def test_neighbours_share_every_point_of_their_border():
    crooked = [(100, 30), (115, 50), (95, 70)]
    left = [(0, 0), (100, 0), *crooked, (100, 100), (0, 100)]
    right = [(100, 0), (200, 0), (200, 100), (100, 100), *crooked[::-1]]
    found = outline.simplified({"left": [left], "right": [right]})
    edges = [
        {frozenset(pair) for pair in zip(ring, [*ring[1:], ring[0]], strict=True)}
        for ring in (found["left"][0], found["right"][0])
    ]
    shared = edges[0] & edges[1]
    assert frozenset(((100, 30), (115, 50))) in shared
    whole = area(found["left"][0]) + area(found["right"][0])
    assert whole == area([(0, 0), (200, 0), (200, 100), (0, 100)])


def test_an_enclave_and_the_hole_around_it_stay_the_same_line():
    hole = square(40, 40, 20)
    found = outline.simplified({"in": [hole], "out": [square(0, 0), hole[::-1]]})
    assert sorted(found["in"][0]) == sorted(found["out"][1])


def test_a_region_smaller_than_the_tolerance_does_not_vanish():
    found = outline.simplified({"tiny": [[(0, 0), (2, 0), (2, 2), (0, 2)]]})
    assert len(found["tiny"][0]) >= 3


def test_two_regions_dissolve_into_their_outer_border():
    rings = {"a1": [square(0, 0)], "a2": [square(100, 0)], "b1": [square(0, 100)]}
    simple = outline.simplified(rings)
    found = outline.dissolved(simple, {code: code[0] for code in rings})
    assert sorted(found) == ["a", "b"]
    assert sum(map(area, found["a"])) == 20_000


def test_lines_part_groups_and_not_their_members():
    rings = outline.simplified({"a1": [square(0, 0)], "a2": [square(100, 0)]})
    lines = outline.borders(rings, {"a1": "a", "a2": "a"})
    steps = {frozenset(pair) for line in lines for pair in pairwise(line)}
    assert frozenset(((100, 0), (100, 100))) not in steps
    assert frozenset(((0, 0), (0, 100))) in steps
