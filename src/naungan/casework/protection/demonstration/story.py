"""What is said of the two invented schemes: names, numbers, days, and who pays when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from naungan.casework.protection.actions.schemes import SchemePlan
from naungan.lib.dates import month_index


CAMPAIGN: Final = "Gerakan Nasional Perlindungan Pekerja Rentan"
BASIS: Final = "400.10.2.4/6/DPMD/IV/2024"
NAME: Final = "60 pekerja rentan tiap desa"
MORE: Final = "20 pekerja rentan tambahan tiap desa"
EACH: Final = 60
EACH_MORE: Final = 20
JULY: Final = month_index(2024, 7)
WRITTEN: Final = "Diusulkan musyawarah desa (rekaan)"

DECREE: Final = "400.10/REKAAN/KPTS/2024"
DECREED_ON: Final = date(2024, 7, 1)
OFFICIAL: Final = "Bupati Lahat (rekaan)"
CEILING: Final = "DPA rekaan"
CEILING_OF_VILLAGE: Final = "APBDes rekaan"

NOT_MATCHED: Final = "NIK belum padan dengan data kependudukan (rekaan)"
DECILES: Final = 6  # of whom villages name; the last two could pay for themselves
FORGETFUL: Final = 5  # of villages that forgot, every so many-th has people refused
WORK: Final = {
    "farmer": "petani",
    "fisher": "nelayan",
    "driver": "tukang ojek",
    "msme": "pedagang",
    "rt_rw": "ketua RT",
    "village_officer": "perangkat desa",
    "construction": "buruh bangunan",
}
"""How a village writes the work of whoever a list calls so."""

SENT: Final = timedelta(days=7)
ANSWERED: Final = timedelta(days=16)
"""After how many days of a month its file goes out, and its answer comes."""

LATE: Final = 8
"""How many villages pay by a bill of their own, and late."""
BEHIND: Final = 3
"""How many of them have not paid their second bill."""


@dataclass(frozen=True)
class Bill:
    """The months of a bill, and when it was paid; None while it is not."""

    from_month: int
    until_month: int
    paid_on: date | None


@dataclass(frozen=True)
class Part:
    """What happens in one half of the story: who is enrolled, which bills there are.

    `answered` are the files that come back: for whoever joined in which months, both
    counted, enrolled from the first of them.
    """

    answered: tuple[tuple[int, int], ...]
    bills: tuple[Bill, ...]
    of_late: Bill


def _month(place: int, paid_on: date | None) -> Bill:
    return Bill(JULY + place, JULY + place, paid_on)


PARTS: Final = (
    Part(
        answered=((JULY, JULY), (JULY + 1, JULY + 2)),
        bills=(
            _month(0, date(2024, 7, 26)),
            _month(1, date(2024, 8, 14)),
            _month(2, date(2024, 9, 13)),
        ),
        of_late=Bill(JULY, JULY + 2, date(2024, 11, 20)),
    ),
    Part(
        answered=((JULY + 3, JULY + 5),),
        bills=(
            _month(3, date(2024, 10, 14)),
            _month(4, date(2024, 11, 14)),
            _month(5, date(2024, 12, 13)),
        ),
        of_late=Bill(JULY + 3, JULY + 5, date(2025, 1, 10)),
    ),
)
"""What followed upon the decree until the last snapshot."""


def first_plan(region_code: str) -> SchemePlan:
    """Say what the scheme of the story is: sixty in each village, from July on."""
    return SchemePlan(
        name=NAME,
        fund="apbdes",
        from_month=JULY,
        until_month=month_index(2025, 3),
        **_usual(region_code),
    )


def next_plan(region_code: str) -> SchemePlan:
    """Say what the scheme is whose lists are being written on the day of the story."""
    return SchemePlan(
        name=MORE,
        fund="apbd",
        from_month=month_index(2025, 2),
        until_month=month_index(2025, 12),
        **_usual(region_code),
    )


def _usual(region_code: str) -> dict[str, Any]:
    return {
        "region_code": region_code,
        "package": "two",
        "category": "vulnerable",
        "policy": "at_most",
        "age_from": 18,
        "age_below": 65,
        "criteria_reason": "Batas umur yang dipakai daerah bagi pekerja rentan",
    }
