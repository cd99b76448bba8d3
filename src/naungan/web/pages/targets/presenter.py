"""Targets as a page shows them: a series with its source, its values, its past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from naungan.casework.regions.models import TargetValue
from naungan.casework.regions.national import Target
from naungan.casework.regions.queries import in_force
from naungan.lib.dates import month_text
from naungan.lib.numbers import format_percent
from naungan.web.download import Column, Sheet
from naungan.web.fields.region import full_name
from naungan.web.figures import NOTHING, month_words


@dataclass(frozen=True)
class Series:
    """One series: whose, over which denominator, from which source, and its values."""

    name: str
    whose: str
    basis: str
    source: str
    source_url: str
    confidence: str
    values: list[tuple[str, str, str]]
    exact: list[Target]


@dataclass(frozen=True)
class Past:
    """One value that was set: what, when, by whom, and whether it holds."""

    number: int
    series: str
    region: str
    segment: str
    until: str
    percent: str
    set_by: str
    set_at: datetime
    holds: bool


def series_of(targets: Sequence[Target], language: str) -> list[Series]:
    """Bring the values of each series together; series are never mixed."""
    by_name: dict[tuple[str, str], list[Target]] = {}
    for one in targets:
        by_name.setdefault((one.series, one.whose), []).append(one)
    return [_series(own, language) for own in by_name.values()]


def past(values: Sequence[TargetValue]) -> list[Past]:
    """Give what was set, newest first, saying which values hold."""
    holding = in_force(values)
    return [
        Past(
            number=one.pk,
            series=one.series.name,
            region=full_name(one.region_code),
            segment=one.segment,
            until=month_words(month_text(one.month)),
            percent=NOTHING if one.percent is None else format_percent(one.percent, 2),
            set_by=one.set_by.name,
            set_at=one.set_at,
            holds=one.pk in holding,
        )
        for one in values
    ]


def sheet(region: str, series: Sequence[Series]) -> Sheet:
    """Give every target with its series, denominator and source."""
    return Sheet(
        code="target",
        title=_("Target cakupan, %s") % region,
        meta=(_("Deret tidak boleh dicampur: penyebutnya berbeda"),),
        columns=(
            Column(_("Deret target")),
            Column(_("Milik")),
            Column(_("Penyebut")),
            Column(_("Wilayah")),
            Column(_("Segmen")),
            Column(_("Dicapai sampai bulan")),
            Column(_("Target"), "percent"),
            Column(_("Sumber")),
            Column(_("Alamat sumber")),
        ),
        rows=[
            (
                *(one.name, one.whose, one.basis, full_name(value.region_code)),
                *(value.segment, month_text(value.month), value.percent),
                *(one.source, one.source_url),
            )
            for one in series
            for value in one.exact
        ],
    )


def _series(own: list[Target], language: str) -> Series:
    first, english = own[0], language.startswith("en")
    ordered = sorted(own, key=lambda one: (one.region_code, one.segment, one.month))
    return Series(
        name=first.series,
        whose=first.whose_en if english else first.whose,
        basis=first.basis_en if english else first.basis,
        source=first.source,
        source_url=first.source_url,
        confidence=first.confidence,
        values=[_value(one) for one in ordered],
        exact=ordered,
    )


def _value(one: Target) -> tuple[str, str, str]:
    place = full_name(one.region_code) + (f" · {one.segment}" if one.segment else "")
    return place, month_words(month_text(one.month)), format_percent(one.percent, 2)
