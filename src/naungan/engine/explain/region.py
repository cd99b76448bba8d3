"""Where the figures of a region come from: numerator, universe, files."""

from decimal import Decimal

from naungan.engine.explain import wording
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.law import rules
from naungan.engine.measure import all_measures
from naungan.engine.rows import Row
from naungan.engine.snapshot import Scope, Snapshot
from naungan.lib import numbers, regions


def explain_region(snapshot: Snapshot, scope: Scope, code: str) -> Explanation:
    """Explain the figures of one region of the snapshot."""
    measures = snapshot.measures(scope, code)
    month = snapshot.manifest["month"]
    return Explanation(
        title=f"Wilayah {code} {_name(code)}, {month}",
        calculation=tuple(_figure(row) for row in _totals(measures, month)),
        sources=tuple(wording.account(row) for row in snapshot.inputs(scope)),
        weights=tuple(_range(row) for row in _totals(measures, month) if _unsure(row)),
        rupiah=(),
        law=rules(snapshot, ("participation/",)),
    )


def _name(code: str) -> str:
    region = regions.by_code(code)
    return region.name if region else ""


def _totals(measures: list[Row], month: str) -> list[Row]:
    """Keep the figures of the month, in all or by segment."""
    return [
        m
        for m in measures
        if m["month"] == month and m["funder"] is None and m["category"] is None
    ]


def _unsure(row: Row) -> bool:
    return row["low"] is not None and row["low"] != row["high"]


def _count(value: float | None) -> str:
    return "–" if value is None else numbers.format_number(round(value))


def _figure(row: Row) -> str:
    """Say one figure: numerator, denominator, universe, and the percentage."""
    of = f" dari {_count(row['denominator'])}" if row["denominator"] else ""
    share = _percent(row["numerator"], row["denominator"])
    return (
        f"{_label(row)}, semesta {row['universe'] or '–'}: "
        f"{_count(row['numerator'])}{of}{share}"
    )


def _label(row: Row) -> str:
    measure = all_measures()[row["measure"]]
    return f"{measure.label} ({row['segment'] or 'semua'})"


def _percent(numerator: int | None, denominator: int | None) -> str:
    if numerator is None or not denominator:
        return ""
    return f" = {numbers.format_percent(Decimal(100 * numerator) / denominator)}"


def _range(row: Row) -> str:
    """Say both ends: a match that proves true makes coverage grow and a gap shrink."""
    measure = all_measures()[row["measure"]]
    ends = ("low", "high") if measure.numerator == "low" else ("high", "low")
    sure, unsure = (_count(row[end]) for end in ends)
    return (
        f"{_label(row)}, semesta {row['universe'] or '–'}: "
        f"{sure} bila hanya yang dipadankan, "
        f"{unsure} bila semua yang menunggu tinjauan ternyata cocok"
    )
