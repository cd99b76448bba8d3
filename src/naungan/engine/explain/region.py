"""Where the figures of a region come from: numerator, universe, files."""

from collections.abc import Iterable
from decimal import Decimal

from naungan.engine.explain import wording
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.law import rules
from naungan.engine.explain.terms import term
from naungan.engine.measure import all_measures
from naungan.engine.rows import Row
from naungan.engine.snapshot import Scope, Snapshot
from naungan.law.words import Words, words
from naungan.lib import dates, numbers, regions


def explain_region(
    snapshot: Snapshot, scope: Scope, code: str, rows: Iterable[Row] | None = None
) -> Explanation:
    """Explain the figures of one region of the snapshot.

    `rows` are its figures where somebody decided already which of them are shown.
    """
    month = snapshot.manifest["month"]
    measures = snapshot.measures(scope, code) if rows is None else rows
    totals = _totals(measures, month)
    return Explanation(
        title=_title(code, month),
        calculation=tuple(_figure(row) for row in totals),
        sources=tuple(wording.account(row) for row in snapshot.inputs(scope)),
        weights=tuple(_range(row) for row in totals if _unsure(row)),
        rupiah=(),
        law=rules(snapshot, ("participation/",)),
    )


def _title(code: str, month: str) -> Words:
    region = regions.by_code(code)
    return words(
        "Wilayah {code} {name}, {month}",
        "Region {code} {name}, {month}",
        code=code,
        name=region.name if region else "",
        month=wording.month(dates.parse_month(month)),
    )


def _totals(measures: Iterable[Row], month: str) -> list[Row]:
    """Keep the figures of the month, those of everybody before those of a segment."""
    found = [
        m
        for m in measures
        if m["month"] == month and m["funder"] is None and m["category"] is None
    ]
    return sorted(found, key=lambda one: one["segment"] is not None)


def _unsure(row: Row) -> bool:
    return row["low"] is not None and row["low"] != row["high"]


def _count(value: float | None) -> str:
    return wording.NOTHING if value is None else numbers.format_number(round(value))


def _figure(row: Row) -> Words:
    """Say one figure: numerator, denominator, universe, and the percentage."""
    return words(
        "{label}, semesta {universe}: {counted}",
        "{label}, universe {universe}: {counted}",
        label=_label(row),
        universe=term(row["universe"] or wording.NOTHING),
        counted=_hidden(row) or _counted(row),
    )


def _hidden(row: Row) -> Words | None:
    if not row.get("hidden"):
        return None
    return words("tidak ditampilkan (terlalu kecil)", "suppressed (too small)")


def _counted(row: Row) -> Words:
    if not row["denominator"]:
        return wording.plain(_count(row["numerator"]))
    return words(
        "{part} dari {whole}{share}",
        "{part} of {whole}{share}",
        part=_count(row["numerator"]),
        whole=_count(row["denominator"]),
        share=_percent(row["numerator"], row["denominator"]),
    )


def _label(row: Row) -> Words:
    segment = row["segment"]
    return words(
        "{measure} ({who})",
        "{measure} ({who})",
        measure=term(all_measures()[row["measure"]].label),
        who=wording.plain(segment) if segment else words("semua", "everybody"),
    )


def _percent(numerator: int | None, denominator: int | None) -> str:
    if numerator is None or not denominator:
        return ""
    return f" = {numbers.format_percent(Decimal(100 * numerator) / denominator)}"


def _range(row: Row) -> Words:
    """Say both ends: a match that proves true makes coverage grow and a gap shrink."""
    measure = all_measures()[row["measure"]]
    ends = ("low", "high") if measure.numerator == "low" else ("high", "low")
    sure, unsure = (_count(row[end]) for end in ends)
    return words(
        "{label}, semesta {universe}: {sure} bila hanya yang dipadankan, "
        "{unsure} bila semua yang menunggu tinjauan ternyata cocok",
        "{label}, universe {universe}: {sure} if only what was matched counts, "
        "{unsure} if all that waits for review proves true",
        label=_label(row),
        universe=term(row["universe"] or wording.NOTHING),
        sure=sure,
        unsure=unsure,
    )
