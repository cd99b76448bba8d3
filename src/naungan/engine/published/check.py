"""All checks on published figures together, as one answer for people and programs."""

from pathlib import Path

from naungan.engine.published.answer import Answer
from naungan.engine.published.arithmetic import (
    Failure,
    failures,
    is_checked,
    unchecked,
)
from naungan.engine.published.contradictions import Contradiction, contradictions
from naungan.engine.published.drift import drifts
from naungan.engine.published.figure import Figure
from naungan.engine.published.league import Standing, league
from naungan.engine.published.reading import read_figures
from naungan.lib import regions
from naungan.lib.errors import InputRefused


SHIPPED = Path(__file__).parent.parent / "figures" / "coverage_published.csv"
"""The figures that come with Naungan: facts as printed, each with its page."""


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
