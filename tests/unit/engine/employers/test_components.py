"""Nodes that hang together."""

import numpy as np

from naungan.engine.employers.components import Union, joined


def ints(*values: int) -> "np.typing.NDArray[np.int64]":
    return np.array(values, np.int64)


def test_nodes_on_a_chain_are_one_group() -> None:
    label = joined(6, ints(4, 3, 2), ints(3, 2, 1))
    assert label.tolist() == [0, 1, 1, 1, 1, 5]


def test_no_edges_leave_every_node_alone() -> None:
    assert joined(3, ints(), ints()).tolist() == [0, 1, 2]


def test_a_union_refuses_what_must_stay_apart() -> None:
    union = Union(np.arange(4), apart=[(0, 3)])
    assert union.unite(0, 1)
    assert union.unite(2, 3)
    assert not union.unite(1, 2)
    assert union.unite(0, 1)
    assert union.labels().tolist() == [0, 0, 2, 2]


def test_what_a_group_must_avoid_is_handed_on() -> None:
    union = Union(np.arange(4), apart=[(2, 3)])
    assert union.unite(1, 2)
    assert union.unite(0, 1)
    assert not union.unite(0, 3)


def test_two_exclusive_groups_stay_two_unless_forced() -> None:
    union = Union(np.arange(3), exclusive=[1, 2])
    assert union.unite(0, 2)
    assert not union.unite(0, 1)
    assert union.unite(0, 1, forced=True)
    assert union.labels().tolist() == [0, 0, 0]


def test_labels_of_a_long_chain_lead_to_its_first_node() -> None:
    union = Union(np.arange(4))
    for low in (2, 1, 0):
        assert union.unite(low, low + 1)
    assert union.labels().tolist() == [0, 0, 0, 0]
