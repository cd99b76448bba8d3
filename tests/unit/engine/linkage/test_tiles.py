"""Pairs put aside by tile come back whole, however the rows are cut."""

import numpy as np
import pytest
from tests.oracles.linkage_rows import crowd, linked

from naungan.engine.linkage import tiles
from naungan.engine.linkage.tiles import Span, Tiles, spans


LEFTS, RIGHTS = 50, 70


def some_pairs(count):
    numbers = np.arange(count)
    left, right = numbers * 31 % LEFTS, numbers * 17 % RIGHTS
    return left.astype(np.int32), right.astype(np.int32)


def test_spans_cover_all_rows_once_and_there_is_always_one():
    assert spans(5, 2) == [Span(0, 2), Span(2, 4), Span(4, 5)]
    assert spans(0, 2) == [Span(0, 0)]
    assert Span(2, 4).sql("rowid") == "rowid >= 2 AND rowid < 4"


@pytest.mark.parametrize(("rows", "held"), [(1000, 1 << 20), (16, 1 << 20), (16, 64)])
def test_every_pair_lies_in_its_tile_once(rows, held, tmp_path, monkeypatch):
    monkeypatch.setattr(tiles, "LEFT_ROWS", rows)
    monkeypatch.setattr(tiles, "RIGHT_ROWS", rows)
    monkeypatch.setattr(tiles, "HELD", held)
    monkeypatch.setattr(tiles, "AT_ONCE", 7)
    found = []
    with Tiles(LEFTS, RIGHTS, tmp_path) as kept:
        kept.add(*some_pairs(90))
        kept.add(*some_pairs(40))
        for column, right in enumerate(kept.rights):
            for row, left in enumerate(kept.lefts):
                assert kept.is_empty(row, column) == (not [*kept.of(row, column)])
                for a, b in kept.of(row, column):
                    assert a.min() >= 0
                    assert a.max() < left.end - left.start
                    found += zip(a + left.start, b + right.start, strict=True)
    both = [zip(*some_pairs(count), strict=True) for count in (90, 40)]
    assert sorted(found) == sorted(pair for some in both for pair in some)
    assert [*tmp_path.iterdir()] == []


def test_the_same_links_are_found_in_one_tile_and_in_many(monkeypatch):
    people = crowd(300)
    members = [one | {"nik": None} for one in people[::3]]
    whole = linked(people, members).con.execute("FROM links").fetchall()
    monkeypatch.setattr(tiles, "LEFT_ROWS", 16)
    monkeypatch.setattr(tiles, "RIGHT_ROWS", 64)
    assert len(whole) > len(members) / 2
    assert linked(people, members).con.execute("FROM links").fetchall() == whole
