"""What the checks on published figures found, for people and for programs."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from naungan.engine.published.arithmetic import Failure, Unchecked
from naungan.engine.published.contradictions import Contradiction
from naungan.engine.published.drift import Drift
from naungan.engine.published.figure import Figure
from naungan.engine.published.league import Standing
from naungan.engine.published.reading import Refused
from naungan.engine.published.rounding import share
from naungan.engine.published.wording import rounded


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
