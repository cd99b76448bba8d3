"""The tables of the coverage pages as files, with where their figures are from."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.translation import gettext as _

from naungan.casework.intake.models import Publication
from naungan.web.download import Column, Sheet
from naungan.web.figures import CLASSES, NOTHING, Figure
from naungan.web.pages.coverage.league import LeagueRow
from naungan.web.pages.coverage.presenter import RegionPage


def of_region(
    request: HttpRequest, name: str, publication: Publication, shown: RegionPage
) -> Sheet:
    """Give the whole and the parts below; what is hidden on the page is hidden here."""
    del request
    whole = [shown.region.whole] if shown.region.whole else []
    rows = [_figure(one) for one in (*whole, *shown.children)]
    return Sheet(
        code="cakupan",
        title=_("Cakupan %s") % name,
        meta=(
            _("Data per %s") % shown.month,
            _("proses ke-%s") % publication.run,
            _("Versi hukum") + f" {publication.law_version}",
            *([_("angka rekaan")] if publication.invented else []),
        ),
        columns=(
            Column(_("Kode wilayah"), "code"),
            Column(_("Wilayah")),
            Column(_("Semesta")),
            Column(_("Orang"), "number"),
            Column(_("Terlindungi"), "number"),
            Column(_("Cakupan"), "percent"),
            Column(_("Kesenjangan"), "number"),
        ),
        rows=rows,
        notes=(_("Sel kosong: semesta di bawah 10 orang, tidak ditampilkan."),),
    )


def of_league(name: str, rows: Sequence[LeagueRow]) -> Sheet:
    """Give the league table with the vintage and the page of every printed figure."""
    return Sheet(
        code="cakupan-wilayah",
        title=_("Wilayah menurut cakupan, %s") % name,
        meta=(_("Angka cetak berbeda bulan dan semesta; lihat kolomnya."),),
        columns=(
            Column(_("Kode wilayah"), "code"),
            Column(_("Wilayah")),
            Column(_("Cakupan"), "percent"),
            Column(_("Asal")),
            Column(_("Per")),
            Column(_("Sumber")),
            Column(_("Catatan")),
        ),
        rows=[
            (
                one.code,
                one.name,
                one.share if one.shade is not None else None,
                _("dicetak") if one.printed else _("dihitung") if one.share else "",
                one.vintage,
                one.source_url,
                one.doubt,
            )
            for one in rows
        ],
    )


def counted(rows: Sequence[LeagueRow]) -> list[tuple[str, str, int, str, str]]:
    """Count the regions of each class; printed figures share no universe to add up."""
    found = [
        (str(number), label, sum(one.shade == number for one in rows), NOTHING, NOTHING)
        for number, label in enumerate(CLASSES)
    ]
    without = sum(one.shade is None for one in rows)
    return [*found, ("none", "", without, NOTHING, NOTHING)] if without else found


def _figure(one: Figure) -> tuple[object, ...]:
    gap = None if one.low is None else (one.denominator or 0) - one.low
    return (
        one.code,
        one.name,
        one.universe_name,
        one.denominator,
        one.low,
        one.share,
        gap,
    )
