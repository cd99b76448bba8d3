"""What JKK, JKM and the scholarship pay, worked out slowly and in another manner.

Written from the texts, not from the files of law: sums by regime in plain
dictionaries, money in Decimal, incapacity day by day, school year by year.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext


CHANGE = date(2019, 12, 2)  # PP 82/2019
NEWCOMER = date(2025, 3, 1)  # Permenaker 1/2025, as recorded

SUMS = {
    "old": {"lump": 16_200_000, "periodic": 4_800_000, "funeral": 3_000_000},
    "new": {"lump": 20_000_000, "periodic": 12_000_000, "funeral": 10_000_000},
}
# PP 44/2015 Lampiran II: lower bounds of the income and the base of their row.
BANDS = [
    (0, 1_000_000),
    *((1_100_000 + 200_000 * n, 1_200_000 + 200_000 * n) for n in range(8)),
    *((2_700_000 + 500_000 * n, 2_950_000 + 500_000 * n) for n in range(11)),
    *((8_200_000 + 1_000_000 * n, 8_700_000 + 1_000_000 * n) for n in range(13)),
]
SCHOOL = [
    *[("TK", 1_500_000)] * 2,
    *[("SD", 1_500_000)] * 6,
    *[("SMP", 2_000_000)] * 3,
    *[("SMA", 3_000_000)] * 3,
    *[("PT", 12_000_000)] * 5,
]


@dataclass(frozen=True)
class Death:
    """The parts of a death benefit in whole rupiah."""

    death: int
    periodic: int
    funeral: int

    @property
    def total(self):
        return self.death + self.periodic + self.funeral


def regime(day):
    return "new" if day >= CHANGE else "old"


def at_work(wage, day):
    """Sixty per cent of eighty wages, at least the lump sum of JKM."""
    sums = SUMS[regime(day)]
    computed = Decimal("0.6") * Decimal(80) * Decimal(wage)
    return Death(
        max(to_rupiah(computed), sums["lump"]), sums["periodic"], sums["funeral"]
    )


def not_from_work(day, joined=None):
    """The three sums; `joined` only for the self-employed, under the newcomer rule."""
    sums = SUMS[regime(day)]
    if joined is not None and day >= NEWCOMER and day < later(joined, 3):
        return Death(0, 0, sums["funeral"])
    return Death(sums["lump"], sums["periodic"], sums["funeral"])


def base_income(income):
    """Walk up the bands until one lies above the income."""
    base = BANDS[0][1]
    for lower, row in BANDS:
        if income < lower:
            break
        base = row
    return base


def incapacity(wage, days, day):
    """Add one day of wages after another, each by the month in which it lies."""
    with localcontext() as context:
        context.prec = 60
        thirtieths = Decimal(0)
        for number in range(days):
            thirtieths += share_of_month(number // 30 + 1, day) * wage
        return to_rupiah(thirtieths / 30)


def share_of_month(month, day):
    if day >= CHANGE:
        return Decimal(1) if month <= 12 else Decimal("0.5")
    if month <= 6:
        return Decimal(1)
    return Decimal("0.75") if month <= 12 else Decimal("0.5")


def schooling(level, grade, born, event):
    """Promote a child each year and pay while it is under twenty-three."""
    start = next(n for n, (name, _) in enumerate(SCHOOL) if name == level) + grade - 1
    paid = {}
    for years, (_, amount) in enumerate(SCHOOL[start:]):
        year = event.year + years
        when = event if years == 0 else date(year, 1, 1)
        if born is None or when < later(born, 23 * 12):
            paid[str(year)] = amount
    return paid


def later(day, months):
    """Count months on; a day that the month lacks becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def to_rupiah(amount):
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
