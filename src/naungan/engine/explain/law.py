"""The rules of law behind an explanation, as the run read them."""

from collections.abc import Iterable
from decimal import Decimal

from naungan.engine.explain.terms import term
from naungan.engine.explain.wording import doubt, month, plain
from naungan.engine.rows import Row
from naungan.engine.snapshot import Snapshot
from naungan.engine.wording import finding_label
from naungan.law.book import enacted
from naungan.law.source.unit import UNITS
from naungan.law.terms import TERMS
from naungan.law.unseen import article
from naungan.law.words import Words, words
from naungan.lib import dates, money, numbers


COUNTED = ("years", "months", "days", "working_days", "hours")
"""Units that are said after their number."""


def rules(snapshot: Snapshot, prefixes: Iterable[str]) -> tuple[Words, ...]:
    """Return one line per rule in force in the month of the snapshot."""
    now = dates.parse_month(snapshot.manifest["month"])
    assert now is not None, "a manifest names its month"
    found = [row for prefix in prefixes for row in snapshot.parameters(prefix)]
    return tuple(_line(row) for row in found if _in_force(row, now))


def _in_force(row: Row, now: int) -> bool:
    ends = row["to_month"]
    return bool(row["from_month"] <= now and (ends is None or now <= ends))


def _line(row: Row) -> Words:
    parameter = enacted().parameter(row["path"])
    return words(
        "{title}: {value} sejak {since} ({text} {article}){doubt}{overlay}",
        "{title}: {value} since {since} ({text} {article}){doubt}{overlay}",
        title=words(
            "{name}", "{other}", name=parameter.title, other=parameter.title_en
        ),
        value=_value(row),
        since=month(row["from_month"]),
        text=enacted().instruments[row["instrument"]].short,
        article=article(row["article"]),
        doubt=doubt(row["confidence"]),
        overlay=_overlay(row["overlaid_by"]),
    )


def _overlay(by: str | None) -> Words:
    if not by:
        return plain("")
    return words(" [ketentuan setempat: {by}]", " [local rule: {by}]", by=by)


def _value(row: Row) -> Words:
    """Say a value of the law in its unit: 0.0024 is 0,24 %."""
    unit, text = row["unit"], str(row["value"])
    if unit == "ratio":
        percent = (Decimal(text) * 100).normalize()
        exponent = percent.as_tuple().exponent
        assert isinstance(exponent, int), "the law knows no infinite rates"
        return plain(numbers.format_percent(percent, max(0, -exponent)))
    if unit == "idr":
        return plain(money.format_rupiah(int(text)))
    if unit in COUNTED:
        return _counted(text, unit)
    return TERMS[text] if text in TERMS else plain(text)


def _counted(text: str, unit: str) -> Words:
    known = UNITS[unit]
    several = known.label_en
    return words(
        "{count} {unit}",
        "{count} {other}",
        count=text,
        unit=known.label,
        other=several.removesuffix("s") if text == "1" else several,
    )


def bases(snapshot: Snapshot, findings: Iterable[str]) -> tuple[Words, ...]:
    """Return one line per article that a finding rests on in that month."""
    now = dates.parse_month(snapshot.manifest["month"])
    assert now is not None, "a manifest names its month"
    wanted = set(findings)
    found = [row for row in snapshot.bases() if row["finding"] in wanted]
    return tuple(_basis(row) for row in found if _in_force(row, now))


def _basis(row: Row) -> Words:
    return words(
        "{finding}: {text} {article}{doubt}",
        "{finding}: {text} {article}{doubt}",
        finding=term(finding_label(row["finding"])),
        text=row["short"],
        article=article(row["article"]),
        doubt=doubt(row["confidence"]),
    )
