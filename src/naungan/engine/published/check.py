"""All checks on published figures together, as one answer for people and programs."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from naungan.engine.published.arithmetic import (
    Failure,
    Unchecked,
    failures,
    is_checked,
    unchecked,
)
from naungan.engine.published.contradictions import Contradiction, contradictions
from naungan.engine.published.drift import Drift, drifts
from naungan.engine.published.figure import Figure
from naungan.engine.published.league import Standing, league
from naungan.engine.published.reading import Refused, read_figures
from naungan.engine.published.rounding import share
from naungan.engine.published.wording import rounded
from naungan.lib import regions
from naungan.lib.errors import InputRefused


SHIPPED = Path(__file__).parent.parent / "figures" / "coverage_published.csv"
"""The figures that come with Naungan: facts as printed, each with its page."""

PLACES = 2


@dataclass(frozen=True)
class Answer:
    """What the checks found; rows = checked + unchecked + refused."""

    rows: int
    checked: int
    failed: tuple[Failure, ...]
    contradictions: tuple[Contradiction, ...]
    drift: tuple[Drift, ...]
    unchecked: tuple[Unchecked, ...]
    refused: tuple[Refused, ...]
    league: dict[str, list[Standing]]

    def as_data(self) -> dict[str, Any]:
        """Give the answer for JSON; percentages are rounded to two decimals."""
        return {
            "rows": self.rows,
            "checked": self.checked,
            "failed": [_failure(one) for one in self.failed],
            "contradictions": [_contradiction(one) for one in self.contradictions],
            "drift": [_drift(one) for one in self.drift],
            "unchecked": [_unchecked(one) for one in self.unchecked],
            "rejected": [vars(one) for one in self.refused],
            "league": {
                level: [_standing(one) for one in standings]
                for level, standings in self.league.items()
            },
        }


def check_figures(path: Path = SHIPPED, region: str | None = None) -> Answer:
    """Check a file of figures, or only the part that lies in one region.

    Raises `InputRefused` for a file without a usable header and for a region
    code that does not exist. Refused rows are counted whatever the region.
    """
    published = read_figures(path)
    figures = within(published.figures, region)
    found = [failure for figure in figures for failure in failures(figure)]
    at_odds = contradictions(figures)
    missing = [unchecked(figure) for figure in figures]
    return Answer(
        rows=len(figures) + len(published.refused),
        checked=sum(is_checked(figure) for figure in figures),
        failed=tuple(found),
        contradictions=tuple(at_odds),
        drift=tuple(drifts(figures)),
        unchecked=tuple(one for one in missing if one is not None),
        refused=published.refused,
        league=_within_tables(
            league(published.figures, _doubts(found, at_odds)), figures
        ),
    )


def within(figures: tuple[Figure, ...], region: str | None) -> tuple[Figure, ...]:
    """Keep the figures of a region and of everything inside it."""
    if region is None:
        return figures
    number = regions.code_number(region)
    if number is None or regions.by_code(number) is None:
        raise InputRefused(
            f"Kode wilayah “{region}” tidak ada. Tulis kode Kemendagri, mis. 16 "
            "atau 16.04."
        )
    code = regions.dotted(number)
    return tuple(
        figure
        for figure in figures
        if figure.region_code == code or figure.region_code.startswith(f"{code}.")
    )


def _within_tables(
    tables: dict[str, list[Standing]], figures: tuple[Figure, ...]
) -> dict[str, list[Standing]]:
    """Keep a region's standings; places and comparisons stay those of the whole."""
    kept = {figure.row for figure in figures}
    return {
        level: [one for one in standings if one.figure.row in kept]
        for level, standings in tables.items()
    }


def _doubts(found: list[Failure], at_odds: list[Contradiction]) -> dict[int, str]:
    """Say by row why a percentage is in doubt; a misprinted target is no doubt."""
    doubts = {
        figure.row: "sumber lain berbeda"
        for one in at_odds
        if one.code == "percent_differs"
        for figure in one.figures
    }
    for failure in found:
        if failure.code == "does_not_divide":
            doubts[failure.figure.row] = "tidak cocok dengan jumlahnya"
    return doubts


def _failure(one: Failure) -> dict[str, Any]:
    figure = one.figure
    return {
        **_where(figure),
        "published": _decimal(figure.percent),
        "computed": _percent(one.computed),
        "code": one.code,
        "reason": one.reason,
        "covered": figure.covered,
        "denominator": figure.denominator,
        "source_url": figure.source_url,
    }


def _contradiction(one: Contradiction) -> dict[str, Any]:
    first = one.figures[0]
    return {
        "region_code": first.region_code,
        "as_of": first.as_of.period,
        "segment": first.segment,
        "code": one.code,
        "reason": one.reason,
        "figures": [
            {
                **_where(figure),
                "percent": _decimal(figure.percent),
                "covered": figure.covered,
                "denominator": figure.denominator,
                "source_url": figure.source_url,
            }
            for figure in one.figures
        ],
    }


def _drift(one: Drift) -> dict[str, Any]:
    return {
        "region_code": one.before.region_code,
        "segment": one.before.segment,
        "from": {**_where(one.before), "denominator": one.before.denominator},
        "to": {**_where(one.after), "denominator": one.after.denominator},
        "change_percent": _percent(one.change * 100),
        "reason": one.reason,
    }


def _unchecked(one: Unchecked) -> dict[str, Any]:
    figure = one.figure
    return {
        **_where(figure),
        "published": _decimal(figure.percent),
        "computed": _percent(share(figure)),
        "code": one.code,
        "reason": one.reason,
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {
        "place": one.place,
        **_where(one.figure),
        "region_name": one.figure.region_name,
        "percent": _percent(one.percent),
        "is_computed": one.is_computed,
        "covered": one.figure.covered,
        "denominator": one.figure.denominator,
        "gap": one.figure.gap,
        "bound": one.figure.bound,
        "approximate": one.figure.approximate,
        "why_unplaced": one.why_unplaced,
        "doubt": one.doubt,
        "points": None if one.points is None else _percent(one.points),
        "comparison": one.comparison,
        "source_host": one.figure.source_host,
        "source_url": one.figure.source_url,
    }


def _where(figure: Figure) -> dict[str, Any]:
    return {
        "row": figure.row,
        "line": figure.line,
        "region_code": figure.region_code,
        "as_of": figure.as_of.text,
        "segment": figure.segment,
    }


def _percent(value: Fraction | None) -> float | None:
    if value is None:
        return None
    sign = -1 if value < 0 else 1
    return float(rounded(abs(value), PLACES)) * sign


def _decimal(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
