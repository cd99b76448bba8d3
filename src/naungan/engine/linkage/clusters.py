"""Groups of rows that pairs tie together: each named after its smallest row."""

import numpy as np
import numpy.typing as npt


def smallest_connected(
    lefts: npt.NDArray[np.int64], rights: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
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
        np.minimum.at(label, left, low)
        np.minimum.at(label, right, low)
        np.minimum.at(label, before[left], low)
        np.minimum.at(label, before[right], low)
        label = _followed(label)
        if np.array_equal(label, before):
            return rows, rows[label]


def _followed(label: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    while True:
        further = label[label]
        if np.array_equal(further, label):
            return label
        label = further
