"""Where invented people live: real villages, invented sizes.

A world's people are numbered so that those of one village stand together and
villages follow each other by code. Sizes are invented: nothing counted is used.
"""

import functools
from dataclasses import dataclass

import numpy as np

from naungan.engine.synthetic.draws import I64, below
from naungan.lib import regions
from naungan.lib.errors import InputRefused


DENSE_PROVINCES = {31, 32, 33, 34, 35, 36, 51}
SPARSE_PROVINCES = {91, 92, 93, 94, 95, 96, 11, 53, 65}
WHOLE_COUNTRY = "00"


@dataclass(frozen=True)
class Places:
    """Villages in the order of their codes and the people numbers they hold.

    `codes` are village codes of ten digits; village v holds the people numbers
    from `starts[v]` up to `starts[v + 1]`.
    """

    codes: I64
    starts: I64

    def village_of(self, people: I64) -> I64:
        """Find the index of the village in which each person is at home."""
        return np.searchsorted(self.starts, people, side="right").astype(np.int64) - 1


def village_codes(region: str) -> I64:
    """List the codes of all villages of a region, ascending.

    Raises InputRefused when no such region exists.
    """
    whole = region == WHOLE_COUNTRY
    if not whole and regions.by_code(region) is None:
        msg = f"Wilayah “{region}” tidak dikenal; tulis kode Kemendagri seperti 16.04."
        raise InputRefused(msg)
    found = regions.within(None if whole else region, "village")
    return np.array(sorted(int(v.code.replace(".", "")) for v in found), np.int64)


@functools.cache
def country_districts() -> I64:
    """List the six-digit codes of all districts of the country, ascending."""
    found = regions.within(None, "district")
    return np.array(sorted(int(d.code.replace(".", "")) for d in found), np.int64)


def weights_of(codes: I64) -> I64:
    """Invent how many people villages hold relative to each other."""
    spread = sum(below(0, f"village size {k}", codes, 100) for k in range(4))
    weight = 60 + np.asarray(spread) ** 2 // 400
    provinces = codes // 100_000_000
    weight = weight * np.where(np.isin(provinces, list(DENSE_PROVINCES)), 5, 2)
    weight = np.where(np.isin(provinces, list(SPARSE_PROVINCES)), weight // 3, weight)
    urban = codes % 10_000 < 2000
    return np.where(urban, weight * 2, weight).astype(np.int64)


def settle(codes: I64, people: int) -> Places:
    """Spread people numbers over villages in proportion to their weights."""
    ends = np.cumsum(weights_of(codes))
    starts = np.concatenate([[0], ends * people // ends[-1]])
    return Places(codes=codes, starts=starts.astype(np.int64))
