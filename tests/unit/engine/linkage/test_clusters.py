import random

import numpy as np

from naungan.engine.linkage.clusters import smallest_connected, tied_apart


def plain_groups(pairs):
    """Tie rows by walking, the slow way."""
    neighbours = {}
    for left, right in pairs:
        neighbours.setdefault(left, set()).add(right)
        neighbours.setdefault(right, set()).add(left)
    found = {}
    for start in sorted(neighbours):
        queue = [start] if start not in found else []
        while queue:
            row = queue.pop()
            if row not in found:
                found[row] = start
                queue += neighbours[row]
    return found


def test_groups_are_named_after_their_smallest_row():
    rows, smallest = smallest_connected(np.array([9, 5, 7]), np.array([5, 3, 8]))
    assert dict(zip(rows.tolist(), smallest.tolist(), strict=True)) == {
        3: 3, 5: 3, 9: 3, 7: 7, 8: 7,
    }  # fmt: skip


def test_no_pairs_make_no_groups():
    empty = np.array([], dtype=np.int64)
    assert [len(found) for found in smallest_connected(empty, empty)] == [0, 0]


def test_a_long_chain_is_one_group_in_any_order():
    chain = [(n, n + 1) for n in range(500)]
    random.Random(4).shuffle(chain)
    _, smallest = smallest_connected(*np.array(chain).T)
    assert set(smallest.tolist()) == {0}


def test_groups_equal_those_found_by_walking():
    for seed in range(30):
        chance = random.Random(seed)
        pairs = [(chance.randrange(60), chance.randrange(60)) for _ in range(40)]
        rows, smallest = smallest_connected(*np.array(pairs).T)
        found = dict(zip(rows.tolist(), smallest.tolist(), strict=True))
        assert found == plain_groups(pairs)


def test_rows_told_apart_never_meet_and_strong_ties_come_first():
    assert tied_apart([(2, 1), (3, 2), (4, 3)], [(1, 4)]) == {1: 1, 2: 1, 3: 1, 4: 4}


def test_ties_within_one_group_change_nothing():
    assert tied_apart([(1, 2), (2, 1)], []) == {1: 1, 2: 1}
