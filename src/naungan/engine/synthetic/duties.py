"""What the law demands in a month, as arrays that invented people are judged by."""

import functools
from dataclasses import dataclass

import numpy as np

from naungan.engine.synthetic.draws import I64
from naungan.law.book import enacted
from naungan.lib import programmes
from naungan.lib.errors import LawRefused


SCALES = ("micro", "small", "medium", "large")
SEGMENTS = ("PU", "BPU", "JAKON", "PMI")
PAYS_LIKE = ("pu", "bpu", "pu", "bpu")
PENSION = programmes.BITS["JP"]


@dataclass(frozen=True)
class Duties:
    """The law of one month: programmes as bits, months as whole numbers.

    `by_scale` follows SCALES; `by_segment`, `due` and `grace` follow SEGMENTS.
    """

    by_scale: I64
    by_segment: I64
    state_body: int
    due: I64
    grace: I64
    retirement_age: int
    vulnerable_from: int
    vulnerable_below: int


def _whole(path: str, month: int) -> int:
    value = enacted().parameter(path).at_month(month)
    if not isinstance(value, int):
        msg = f"Tidak ada nilai hukum {path} untuk dunia rekaan ini; pilih bulan lain."
        raise LawRefused(msg)
    return value


def _bits(group: str, month: int) -> int:
    path = f"participation/mandatory_programmes/{group}"
    value = enacted().parameter(path).at_month(month)
    names = value if isinstance(value, tuple) else ()
    return sum(programmes.BITS[str(name)] for name in names)


@functools.cache
def duties_in(month: int) -> Duties:
    """Read the law of a month index.

    Raises LawRefused for a month the law data do not reach.
    """
    groups = ("bpu", "jakon", "pmi")
    by_scale = [_bits(f"pu_{scale}", month) for scale in SCALES]
    ages = "participation/ages"
    return Duties(
        by_scale=np.array(by_scale),
        by_segment=np.array([by_scale[0], *(_bits(g, month) for g in groups)]),
        state_body=_bits("non_asn", month),
        due=np.array(
            [_whole(f"contributions/due/{p}/month_offset", month) for p in PAYS_LIKE]
        ),
        grace=np.array(
            [
                _whole(f"participation/arrears/grace_months/{p}", month)
                for p in PAYS_LIKE
            ]
        ),
        retirement_age=_whole(f"{ages}/jp_retirement", month),
        vulnerable_from=_whole(f"{ages}/vulnerable_from", month),
        vulnerable_below=_whole(f"{ages}/vulnerable_below", month),
    )
