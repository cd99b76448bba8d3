"""The rules of law behind an explanation, as the run read them."""

from collections.abc import Iterable

from naungan.engine.explain.wording import doubt
from naungan.engine.snapshot import Row, Snapshot
from naungan.engine.wording import finding_label
from naungan.law.book import enacted
from naungan.lib import dates


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
    return f"{title}: {row['value']} sejak {since} ({text} {row['article']}){unsure}{overlay}"


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
