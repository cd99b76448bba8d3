"""Groups of rows that pairs tie together: each named after its smallest row."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


Rows = npt.NDArray[np.int64]


def smallest_connected(lefts: Rows, rights: Rows) -> tuple[Rows, Rows]:
    """Return the rows that occur in pairs and the smallest row each is tied to.

    Labels shrink along pairs and are then followed to their end, until nothing
    changes; the result does not depend on the order of the pairs.
    """
    rows, flat = np.unique(np.concatenate([lefts, rights]), return_inverse=True)
    left, right = flat[: len(lefts)], flat[len(lefts) :]
    label = np.arange(len(rows))
    while True:
        low = np.minimum(label[left], label[right])
        before = label.copy()
        for ends in (left, right, before[left], before[right]):
            np.minimum.at(label, ends, low)
        label = _followed(label)
        if np.array_equal(label, before):
            return rows, rows[label]


def _followed(label: Rows) -> Rows:
    while True:
        further = label[label]
        if np.array_equal(further, label):
            return label
        label = further


def tied_apart(
    pairs: Iterable[tuple[int, int]], apart: Iterable[tuple[int, int]]
) -> dict[int, int]:
    """Tie pairs one after the other, but never two rows that must stay apart.

    The strongest pairs come first. Meant for the few groups that a person has
    told apart; returns the smallest row each row is tied to.
    """
    members: dict[int, set[int]] = {}
    group: dict[int, int] = {}
    foes: dict[int, set[int]] = {}
    for left, right in apart:
        foes.setdefault(left, set()).add(right)
        foes.setdefault(right, set()).add(left)
    for left, right in pairs:
        for row in (left, right):
            members.setdefault(group.setdefault(row, row), {row})
        low, high = sorted((group[left], group[right]))
        if low == high or any(foes.get(r, set()) & members[high] for r in members[low]):
            continue
        members[low] |= members.pop(high)
        group |= dict.fromkeys(members[low], low)
    return group
