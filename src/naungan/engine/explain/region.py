"""Where the figures of a region come from: numerator, universe, files."""

from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.law import rules
from naungan.engine.snapshot import Row, Scope, Snapshot
from naungan.lib import numbers, regions


def explain_region(snapshot: Snapshot, scope: Scope, code: str) -> Explanation:
    """Explain the figures of one region of the snapshot."""
    measures = snapshot.measures(scope, code)
    month = snapshot.manifest["month"]
    return Explanation(
        title=f"Wilayah {code} {_name(code)}, {month}",
        calculation=tuple(_figure(row) for row in _totals(measures, month)),
        sources=tuple(_file(row) for row in snapshot.inputs()),
        weights=tuple(_range(row) for row in _totals(measures, month) if _unsure(row)),
        rupiah=(),
        law=rules(snapshot, ("participation/",)),
    )


def _name(code: str) -> str:
    region = regions.by_code(code)
    return region.name if region else ""


def _totals(measures: list[Row], month: str) -> list[Row]:
    """Keep the figures of the month that are not cut by funder."""
    return [m for m in measures if m["month"] == month and m["funder"] is None]


def _unsure(row: Row) -> bool:
    return row["low"] is not None and row["low"] != row["high"]


def _count(value: float | None) -> str:
    return "–" if value is None else numbers.format_number(round(value))


def _figure(row: Row) -> str:
    cut = " ".join(str(row[k]) for k in ("segment", "category") if row[k])
    of = f" dari {_count(row['denominator'])}" if row["denominator"] else ""
    return (
        f"{row['measure']} {cut or 'semua'} [{row['universe'] or '–'}]: "
        f"{_count(row['numerator'])}{of} = {row['value']}"
    )


def _range(row: Row) -> str:
    return (
        f"{row['measure']} {row['segment'] or 'semua'}: {row['low']} bila hanya yang "
        f"dipadankan, {row['high']} bila yang menunggu tinjauan ikut dihitung"
    )


def _file(row: Row) -> str:
    return (
        f"{row['file']} ({row['kind']}): {_count(row['lines'])} baris = "
        f"{_count(row['accepted'])} diterima + {_count(row['rejected'])} ditolak + "
        f"{_count(row['set_aside'])} dikesampingkan"
    )
