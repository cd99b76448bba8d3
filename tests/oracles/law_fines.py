"""Late fines and arrears by the texts, in Decimal, day by day and month by month.

Written from the regulations and not from our parameters: dates are walked, not
computed, and every rate stands here once more as the text has it.
"""

import csv
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import naungan.lib


TABLE = Path(naungan.lib.__file__).with_name("holidays.csv")
HOLIDAYS = {
    row["date"] for row in csv.DictReader(TABLE.read_text("utf-8").splitlines())
}
PANDEMIC = ["2020-08", "2020-09", "2020-10", "2020-11", "2020-12", "2021-01"]
LABOUR_INTENSIVE = [f"2025-{n:02d}" for n in range(2, 13)] + ["2026-01"]


def works(day):
    return day.weekday() < 5 and day.isoformat() not in HOLIDAYS


def month_after(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


def on_or_last(year, month, number):
    """The numbered day of a month, or its last day where it has none."""
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def due_on(segment, programme, year, month):
    if segment == "BPU":
        if programme == "JHT":
            year, month = month_after(year, month)
        return date(year, month, 15)
    pandemic = f"{year}-{month:02d}" in PANDEMIC
    year, month = month_after(year, month)
    day = on_or_last(year, month, 30 if pandemic else 15)
    while not works(day):
        day += timedelta(days=-1 if pandemic else 1)
    return day


def months_late(due, paid_on):
    """Walk from the due day month by month until the payment is reached."""
    count, year, month = 0, due.year, due.month
    reached = due
    while reached < paid_on:
        year, month = month_after(year, month)
        reached = on_or_last(year, month, due.day)
        count += 1
    return count


def percent(segment, programme, year, month, paid_on, labour_intensive):
    key = f"{year}-{month:02d}"
    if segment == "BPU":
        return Decimal(0)
    if key in PANDEMIC:
        return Decimal("0.5")
    relieved = labour_intensive and programme == "JKK" and key in LABOUR_INTENSIVE
    if relieved and paid_on <= date(2026, 6, 30):
        return Decimal("0.5")
    return Decimal(2)


def fine(segment, programme, year, month, amount, paid_on, labour_intensive=False):
    """Whole rupiah of fine on one month paid on one day."""
    late = months_late(due_on(segment, programme, year, month), paid_on)
    share = percent(segment, programme, year, month, paid_on, labour_intensive)
    exact = Decimal(amount) * share * late / Decimal(100)
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def worker_month(wage, risk_percent, scale, ceiling):
    """What one wage earner's month costs by programme, outside all reliefs."""

    def part(base, share):
        exact = Decimal(base) * Decimal(share) / 100
        return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))

    costs = {"JKK": part(wage, risk_percent), "JKM": part(wage, "0.3")}
    if scale != "micro":
        costs["JHT"] = part(wage, "3.7") + part(wage, 2)
    if scale in ("medium", "large"):
        base = min(wage, ceiling)
        costs["JP"] = part(base, 2) + part(base, 1)
    return costs


def arrears(on, months, workers, wage, risk_percent, scale, ceiling):
    """Contributions and fines of wage earners who are all alike, unpaid until a day."""
    contribution = fines = 0
    for year, month in months:
        for programme, each in worker_month(wage, risk_percent, scale, ceiling).items():
            contribution += workers * each
            fines += fine("PU", programme, year, month, workers * each, on)
    return contribution, fines
