"""Which nodes hang together, as plain integers.

`joined` is the fast way for edges nobody contradicts; `united` goes edge by
edge, best first, and refuses what would bring together what must stay apart.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray


Ints = NDArray[np.int64]


def joined(count: int, left: Ints, right: Ints) -> Ints:
    """Return for each of `count` nodes the smallest node it hangs together with."""
    label = np.arange(count, dtype=np.int64)
    while True:
        low = np.minimum(label[left], label[right])
        after = label.copy()
        np.minimum.at(after, left, low)
        np.minimum.at(after, right, low)
        after = after[after]
        if np.array_equal(after, label):
            return label
        label = after


class Union:
    """Groups of nodes that grow edge by edge and may refuse to."""

    def __init__(
        self,
        label: Ints,
        apart: Iterable[tuple[int, int]] = (),
        exclusive: Sequence[int] = (),
    ) -> None:
        """Start from groups (`label`), pairs kept apart, and nodes of exclusive groups.

        No two groups that each hold an exclusive node are ever united.
        """
        self.label = label.tolist()
        self.foes: dict[int, set[int]] = {}
        for one, other in apart:
            self._remember(self.root(one), self.root(other))
        self.exclusive = {self.root(node) for node in exclusive}

    def root(self, node: int) -> int:
        """Return the smallest node of the group."""
        label = self.label
        while label[node] != node:
            label[node] = label[label[node]]
            node = label[node]
        return int(node)

    def unite(self, one: int, other: int, *, forced: bool = False) -> bool:
        """Unite two groups unless that is refused; say whether they are one now.

        `forced` overrides exclusiveness, never a pair kept apart.
        """
        low, high = sorted((self.root(one), self.root(other)))
        if low == high:
            return True
        both = low in self.exclusive and high in self.exclusive
        if high in self.foes.get(low, ()) or (both and not forced):
            return False
        self.label[high] = low
        for foe in sorted(self.foes.pop(high, ())):
            self.foes[foe].discard(high)
            self._remember(low, foe)
        if high in self.exclusive:
            self.exclusive.add(low)
        return True

    def labels(self) -> Ints:
        """Return the smallest node of each node's group."""
        label = np.array(self.label, np.int64)
        while not np.array_equal(after := label[label], label):
            label = after
        return label

    def _remember(self, one: int, other: int) -> None:
        self.foes.setdefault(one, set()).add(other)
        self.foes.setdefault(other, set()).add(one)
