"""The target series of the state and of provinces, as published, each with its source."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from naungan.lib.dates import parse_month


FILE: Final = Path(__file__).with_name("national_targets.toml")


@dataclass(frozen=True)
class Target:
    """What one named series wants of a region by a month, and who says so.

    `basis` names the denominator: targets of different series are never mixed.
    `confidence` is VERIFIED or SINGLE for published series, OWN for an office's.
    """

    series: str
    whose: str
    whose_en: str
    basis: str
    basis_en: str
    source: str
    source_url: str
    confidence: str
    region_code: str
    segment: str
    month: int
    percent: Decimal


@cache
def published() -> tuple[Target, ...]:
    """Give every published target, by series and month."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Target(
            series=series["name"],
            whose=series["whose"],
            whose_en=series["whose_en"],
            basis=series["basis"],
            basis_en=series["basis_en"],
            source=series["source"],
            source_url=series["source_url"],
            confidence=series["confidence"],
            region_code=value["region"],
            segment="",
            month=_month(value["month"]),
            percent=Decimal(value["percent"]),
        )
        for series in content.values()
        for value in series["values"]
    )


def of_region(region_code: str) -> list[Target]:
    """Give the published targets of a region and those of the whole country."""
    return [one for one in published() if one.region_code in ("", region_code)]


def _month(text: str) -> int:
    found = parse_month(text)
    assert found is not None, f"{text} is no month"
    return found
