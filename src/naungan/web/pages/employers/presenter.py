"""Employers with findings as a page shows them: ranked, with the reasons in sight."""

from dataclasses import dataclass
from typing import Any

from naungan.engine.wording import SCALE, finding_label
from naungan.lib import regions
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number


@dataclass(frozen=True)
class EmployerLine:
    """One employer of the list."""

    number: int
    name: str
    place: str
    scale: str
    findings: tuple[str, ...]
    people: str
    monthly: str


@dataclass(frozen=True)
class FindingChoice:
    """One finding to filter by, with how many employers have it."""

    code: str
    label: str
    count: str
    chosen: bool


def lines(rows: list[dict[str, Any]]) -> list[EmployerLine]:
    """Arrange the rows of employers."""
    return [
        EmployerLine(
            number=row["employer_id"],
            name=row["name"] or "–",
            place=_place(row["village_code"]),
            scale=SCALE.get(row["scale"], "–"),
            findings=tuple(finding_label(code) for code in row["codes"]),
            people=format_number(row["people"]),
            monthly="–"
            if row["monthly_idr"] is None
            else format_rupiah(row["monthly_idr"]),
        )
        for row in rows
    ]


def choices(counts: dict[str, int], chosen: str | None) -> list[FindingChoice]:
    """Arrange the findings to filter by."""
    return [
        FindingChoice(code, finding_label(code), format_number(count), code == chosen)
        for code, count in counts.items()
    ]


def _place(village: int | None) -> str:
    if village is None:
        return "–"
    chain = regions.chain(regions.dotted(village))
    return ", ".join(region.name for region in reversed(chain[-2:]))
