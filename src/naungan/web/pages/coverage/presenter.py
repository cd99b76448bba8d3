"""The figures of one region with a snapshot, arranged for its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext, gettext_lazy

from naungan.casework.intake.figures import RegionFigures
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.figures import (
    NOTHING,
    Figure,
    Region,
    Row,
    children,
    is_own,
    is_whole,
    legend,
    month_words,
    present,
    shade,
    share,
)
from naungan.web.figures.funders import FundTable, fund_table


SEGMENTS: Final = {
    "PU": gettext_lazy("penerima upah"),
    "BPU": gettext_lazy("bukan penerima upah"),
    "JAKON": gettext_lazy("jasa konstruksi"),
    "PMI": gettext_lazy("pekerja migran"),
}
LEVELS: Final = {
    "province": gettext_lazy("provinsi"),
    "regency": gettext_lazy("kabupaten/kota"),
    "district": gettext_lazy("kecamatan"),
    "village": gettext_lazy("desa/kelurahan"),
}


@dataclass(frozen=True)
class Cell:
    """One month of one segment."""

    text: str
    shade: int | None


@dataclass(frozen=True)
class MatrixRow:
    """One segment, or the vulnerable among all, month by month."""

    code: str
    words: str
    inner: bool
    cells: list[Cell]


@dataclass(frozen=True)
class RegionPage:
    """Everything that the page of one region shows.

    `months` are those that tell of segments; `has_past` says whether the funds'
    earlier months were counted, which they are not below a regency.
    """

    region: Region
    month: str
    level: str
    children: list[Figure]
    legend: list[tuple[str, str, int, str, str]]
    first_month: str
    months: list[str]
    matrix: list[MatrixRow]
    funds: FundTable
    has_past: bool


def page_of(found: RegionFigures, name: str, universe: str | None) -> RegionPage:
    """Arrange the rows of a region for its page."""
    region = present(found.own, name, universe)
    names = {row["region_code"]: _name(row["region_code"]) for row in found.below}
    # The parts are counted against our own list, so the whole beside them is too.
    inside = children(found.below, names, _own_share(found.own))
    funds = fund_table(found.own)
    told = _told(found.own, region.months)
    return RegionPage(
        region=region,
        month=month_words(region.months[-1]) if region.months else "",
        level=found.level_below,
        children=inside,
        legend=legend(inside),
        first_month=month_words(region.months[0], "M y") if region.months else "",
        months=[month_words(month, "M y") for month in told],
        matrix=_matrix(found.own, told),
        funds=funds,
        has_past=any(one.change != NOTHING for one in funds.rows),
    )


def _name(code: str) -> str:
    region = regions.by_code(code)
    return region.name if region else code


def _own_share(rows: Iterable[Row]) -> Decimal | None:
    own = [row for row in rows if is_whole(row) and is_own(row["universe"])]
    newest = max(own, key=lambda row: str(row["month"]), default=None)
    return share(newest) if newest else None


def _told(rows: list[Row], months: list[str]) -> list[str]:
    told = {str(row["month"]) for row in rows if row["segment"] or row["category"]}
    return [month for month in months if month in told]


def _matrix(rows: list[Row], months: list[str]) -> list[MatrixRow]:
    found = []
    counted = [row for row in rows if row["measure"] == "coverage"]
    for code, words in SEGMENTS.items():
        own = {
            row["month"]: row
            for row in counted
            if row["segment"] == code and not row["category"] and not row["funder"]
        }
        if own:
            found.append(_matrix_row(code, str(words), own, months))
    vulnerable = {
        row["month"]: row
        for row in counted
        if row["category"] == "vulnerable" and not row["segment"] and not row["funder"]
    }
    if vulnerable:
        said = gettext("pekerja rentan, semua segmen")
        found.append(_matrix_row("", said, vulnerable, months))
    return found


def _matrix_row(
    code: str, words: str, own: dict[str, Row], months: list[str]
) -> MatrixRow:
    return MatrixRow(code, words, not code, [_cell(own.get(one)) for one in months])


def _cell(row: Row | None) -> Cell:
    found = share(row) if row else None
    if found is None:
        return Cell(NOTHING, None)
    return Cell(format_number(found, 1), shade(found))
