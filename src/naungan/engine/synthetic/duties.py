"""What the law demands in a month, as arrays that invented people are judged by."""

import functools
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from naungan.engine.synthetic.draws import I64
from naungan.law.book import enacted
from naungan.lib import programmes
from naungan.lib.errors import LawRefused


SCALES = ("micro", "small", "medium", "large")
PAYS_LIKE = ("pu", "bpu", "pu", "bpu")
RISKS = ("very_low", "low", "medium", "high", "very_high")
PENSION = programmes.BITS["JP"]
SCALE = 10**8


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


@dataclass(frozen=True)
class Rates:
    """What wage earners' programmes cost in a month, in hundred-millionths of the wage.

    `jkk` follows the risk groups; `savings` is JHT and `pension` JP, both of employer and
    worker together, and JP of no more than the ceiling.
    """

    jkk: I64
    jkm: int
    savings: int
    pension: int
    ceiling_idr: int

    def billed(self, wage: I64, programmes_of: I64, risk: I64) -> I64:
        """Give what is billed for members by wage, programmes and risk of the employer."""
        capped = np.minimum(wage, self.ceiling_idr)
        shares = (
            ("JKK", wage * self.jkk[risk]),
            ("JKM", wage * self.jkm),
            ("JHT", wage * self.savings),
            ("JP", capped * self.pension),
        )
        owed = sum(
            np.where(programmes_of & programmes.BITS[code] > 0, share, 0)
            for code, share in shares
        )
        return np.asarray(owed // SCALE, dtype=np.int64)


@functools.cache
def rates_in(month: int) -> Rates:
    """Read the rates of a month index."""
    of = "contributions"
    return Rates(
        jkk=np.array([_rate(f"{of}/jkk/employer_rate/{one}", month) for one in RISKS]),
        jkm=_rate(f"{of}/jkm/employer_rate", month),
        savings=_rate(f"{of}/jht/employer_rate", month)
        + _rate(f"{of}/jht/worker_rate", month),
        pension=_rate(f"{of}/jp/employer_rate", month)
        + _rate(f"{of}/jp/worker_rate", month),
        ceiling_idr=_whole(f"{of}/jp/wage_ceiling", month),
    )


def _rate(path: str, month: int) -> int:
    value = enacted().parameter(path).at_month(month)
    if not isinstance(value, Decimal):
        msg = f"Tidak ada nilai hukum {path} untuk dunia rekaan ini; pilih bulan lain."
        raise LawRefused(msg)
    return int(value * SCALE)


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
