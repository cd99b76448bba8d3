"""The rules of law behind an explanation, as the run read them."""

from collections.abc import Iterable
from decimal import Decimal

from naungan.engine.explain.wording import doubt
from naungan.engine.rows import Row
from naungan.engine.snapshot import Snapshot
from naungan.engine.wording import finding_label
from naungan.law.book import enacted
from naungan.law.source.unit import UNITS
from naungan.law.terms import TERMS
from naungan.lib import dates, money, numbers


COUNTED = ("years", "months", "days", "working_days", "hours")
"""Units that are said after their number."""


def rules(snapshot: Snapshot, prefixes: Iterable[str]) -> tuple[str, ...]:
    """Return one line per rule in force in the month of the snapshot."""
    month = dates.parse_month(snapshot.manifest["month"])
    assert month is not None, "a manifest names its month"
    found = [row for prefix in prefixes for row in snapshot.parameters(prefix)]
    return tuple(_line(row) for row in found if _in_force(row, month))


def _in_force(row: Row, month: int) -> bool:
    ends = row["to_month"]
    return bool(row["from_month"] <= month and (ends is None or month <= ends))


def _line(row: Row) -> str:
    unsure = doubt(row["confidence"])
    since = dates.month_label(row["from_month"])
    text = enacted().instruments[row["instrument"]].short
    title = enacted().parameter(row["path"]).title
    overlay = (
        f" [ketentuan setempat: {row['overlaid_by']}]" if row["overlaid_by"] else ""
    )
    return f"{title}: {_value(row)} sejak {since} ({text} {row['article']}){unsure}{overlay}"


def _value(row: Row) -> str:
    """Say a value of the law in its unit: 0.0024 is 0,24 %."""
    unit, text = row["unit"], str(row["value"])
    if unit == "ratio":
        percent = (Decimal(text) * 100).normalize()
        exponent = percent.as_tuple().exponent
        assert isinstance(exponent, int), "the law knows no infinite rates"
        return numbers.format_percent(percent, max(0, -exponent))
    if unit == "idr":
        return money.format_rupiah(int(text))
    if unit in COUNTED:
        return f"{text} {UNITS[unit].label}"
    return TERMS[text].text() if text in TERMS else text


def bases(snapshot: Snapshot, findings: Iterable[str]) -> tuple[str, ...]:
    """Return one line per article that a finding rests on in that month."""
    month = dates.parse_month(snapshot.manifest["month"])
    assert month is not None, "a manifest names its month"
    wanted = set(findings)
    found = [row for row in snapshot.bases() if row["finding"] in wanted]
    return tuple(
        f"{finding_label(row['finding'])}: {row['short']} {row['article']}"
        f"{doubt(row['confidence'])}"
        for row in found
        if _in_force(row, month)
    )
