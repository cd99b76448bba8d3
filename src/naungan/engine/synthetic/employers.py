"""Invented employers: how large, where, registered since when, and how honest.

Employers are numbered within the world by regency; everything about one follows
from its number, except how many workers it has, which follows from its share of
the regency's wage workers.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from naungan.engine.synthetic.draws import (
    F64,
    I64,
    Bools,
    bits,
    choose,
    cumulated,
    happens,
    uniform,
)
from naungan.engine.synthetic.places import Places
from naungan.engine.synthetic.world import World


SCALES = ("micro", "small", "medium", "large")
SCALE_SHARES = cumulated([0.80, 0.16, 0.035, 0.005])
SCALE_SIZES = np.array([2.0, 11.0, 45.0, 190.0])
REGISTERED = np.array([0.40, 0.66, 0.86, 0.95])
KINDS = ("company", "cooperative", "foundation", "household", "government")
GOVERNMENT = 4
KIND_SHARES = cumulated([0.82, 0.05, 0.05, 0.04, 0.04])
NEVER = 10**6
USUAL_SHARE = 0.4


@dataclass(frozen=True)
class Employers:
    """The employers of one regency, one array element each.

    `size` is the expected number of workers, `risk` the JKK group; `registered_month` the month index
    of registration, NEVER where there is none. The five faults say what an
    employer does wrong; `lag` is how many months its payments are behind.
    """

    number: I64
    village_code: I64
    scale: I64
    kind: I64
    size: F64
    registered_month: I64
    partial_workers: Bools
    underreported: Bools
    missing_programmes: Bools
    lag: I64
    in_oss: Bools
    sends_payroll: Bools
    risk: I64
    pick: F64

    @property
    def registered_ever(self) -> Bools:
        """Say which employers register at all within the world's time."""
        return self.registered_month < NEVER


def numbers_of(world: World, order: int, first: int, last: int) -> tuple[int, int]:
    """Give the range of employer numbers of the regency holding people first..last.

    `order` is the position of the regency in the world; it makes sure that
    every regency has at least one employer.
    """
    per_million = round(world.employers_share * 1_000_000)
    return (
        order + first * per_million // 1_000_000,
        order + 1 + last * per_million // 1_000_000,
    )


def _registered(world: World, number: I64, scale: I64) -> I64:
    seed, months = world.seed, len(world.months)
    eager = min(1.0, 0.25 + 0.75 * world.members_share / USUAL_SHARE)
    long_ago = (
        world.first_month
        - 1
        - (uniform(seed, "registered", number) * 120).astype(np.int64)
    )
    late = (
        world.first_month
        + 1
        + (uniform(seed, "registers late", number) * max(1, months - 1)).astype(
            np.int64
        )
    )
    is_late = happens(seed, "is late", number, 0.03 if months > 1 else 0.0)
    month = np.where(is_late, np.minimum(late, world.last_month), long_ago)
    registers = happens(seed, "registers", number, REGISTERED[scale] * eager)
    return np.where(registers, month, NEVER)


def employers_of(
    world: World, places: Places, order: int, first: int, last: int, paid: float
) -> Employers:
    """Invent the employers of the regency holding people numbers first..last.

    `paid` is how many wage workers the regency is expected to have.
    """
    seed = world.seed
    number = np.arange(*numbers_of(world, order, first, last), dtype=np.int64)
    scale = choose(SCALE_SHARES, uniform(seed, "scale", number))
    weight = SCALE_SIZES[scale] * (0.5 + uniform(seed, "size", number))
    home = first + (uniform(seed, "seat", number) * (last - first)).astype(np.int64)
    behind = 2 + (uniform(seed, "lag", number) * 7).astype(np.int64)
    return Employers(
        number=number,
        village_code=places.codes[places.village_of(home)],
        scale=scale,
        kind=choose(KIND_SHARES, uniform(seed, "kind", number)),
        size=weight * (paid / weight.sum()),
        registered_month=_registered(world, number, scale),
        partial_workers=happens(seed, "partial", number, 0.14),
        underreported=happens(seed, "underreports", number, 0.10),
        missing_programmes=(scale > 0) & happens(seed, "few", number, 0.12),
        lag=np.where(happens(seed, "arrears", number, 0.09), behind, 0),
        in_oss=happens(seed, "in oss", number, 0.93),
        sends_payroll=happens(seed, "payroll", number, 0.62),
        risk=(bits(seed, "risk", number) % np.uint64(5)).astype(np.int64),
        pick=np.cumsum(weight),
    )


def nib_of(number: I64) -> I64:
    """Write an invented NIB of 13 digits, unlike any issued one (99 in front)."""
    return 9_900_000_000_000 + number * 7_919 % 100_000_000_000


def npp_of(number: I64) -> pa.Array:
    """Write invented registration numbers of eight signs (Z in front)."""
    digits = pc.utf8_lpad(pc.cast(pa.array(number), pa.string()), 7, "0")
    return pc.binary_join_element_wise("Z", digits, "")
