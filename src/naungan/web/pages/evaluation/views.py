"""Evaluasi: what a year of enforcement did, measured; no figure of it was typed."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection.reports.evaluation import (
    Evaluation,
    Obstacle,
    evaluated,
)
from naungan.casework.compliance import kinds
from naungan.casework.compliance.states import HAND_OVER
from naungan.casework.intake import door, figures
from naungan.casework.regions import queries
from naungan.law.book import enacted
from naungan.lib.numbers import format_number, format_percent
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.download import Column, Sheet
from naungan.web.fields.region import full_name
from naungan.web.figures import Figure, month_words, present
from naungan.web.figures.distance import Distance, distances
from naungan.web.figures.rupiah import Idr
from naungan.web.figures.span import asked
from naungan.web.language import spoken
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


SORT: Final[dict[str, Promise | str]] = {
    "visit": gettext_lazy("kunjungan"),
    "hand_over": gettext_lazy("penyerahan"),
    "plan": gettext_lazy("cicilan"),
    "mandate": gettext_lazy("surat kuasa khusus"),
}
CODE: Final[dict[str, Promise | str]] = {
    "broken": gettext_lazy("ingkar"),
    "returned": gettext_lazy("dikembalikan"),
}


@audience(whoever_may("see_cases"))
def evaluation(request: ScopedRequest) -> HttpResponseBase:
    """Evaluate a span of days, twelve months where none is asked for."""
    span = asked(request.GET, clock.today())
    found = evaluated(request.scope, span.since, span.until)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(found), form)
    shown = {
        "span": span,
        "days_from": f"{span.since:%Y-%m-%d}",
        "days_to": f"{span.until:%Y-%m-%d}",
        "found": found,
        "recovered": Idr(found.recovered_idr),
        "registered": format_number(found.registered),
        "reactivated": format_number(found.reactivated),
        "settled": format_number(found.funnel.settled),
        "denied": format_number(found.funnel.denied) if found.funnel.denied else "",
        "opened": format_number(found.funnel.total),
        "delegated": Idr(found.mandates.delegated_idr),
        "realised": Idr(found.mandates.realised_idr),
        "percent": percent(found.mandates.percent),
        "regions": [(full_name(one.region_code), one) for one in found.regions],
        "steps": [(step(code), format_number(count)) for code, count in found.steps],
        "brought": [
            (
                step(one.step),
                Idr(one.contribution_idr + one.fine_idr),
                format_number(one.registered + one.reactivated),
                one.step or "-",
            )
            for one in found.brought
        ],
        "obstacles": [
            (obstacle(one), format_number(one.count)) for one in found.obstacles
        ],
        "late": format_number(sum(one.over for one in found.idle)),
        "open": format_number(sum(one.cases for one in found.idle)),
        "coverage": _coverage(request.scope),
    }
    return render(request, "evaluation/page.html", shown)


def step(code: str) -> str:
    """Name a step of the law; without one, that it came before any."""
    known = enacted().steps.get(code)
    return known.title.text(spoken()) if known else _("sebelum langkah apa pun")


def percent(value: Any) -> str:
    """Write a percentage, or a dash for none."""
    return "–" if value is None else format_percent(value)


def obstacle(one: Obstacle) -> str:
    """Name what held cases up."""
    if one.sort == "visit":
        said = kinds.label(kinds.OUTCOMES, one.code, spoken())
    elif one.sort == "hand_over":
        said = HAND_OVER.label(one.code, spoken())
    else:
        said = str(CODE[one.code])
    return f"{SORT[one.sort]}: {said}"


@dataclass(frozen=True)
class Coverage:
    """Coverage of one's region in the newest snapshot, from the first month it has."""

    region: str
    code: str
    now: Figure
    month: str
    before: str
    targets: list[Distance]


def _coverage(scope: Scope) -> Coverage | None:
    """Give the coverage of one's region beside its targets, as the snapshot has it."""
    code = scope.region_code
    publication = door.newest(code) if code and scope.may("see_coverage") else None
    if publication is None:
        return None
    rows = figures.figures_of(publication, scope, code).own
    region = present(rows, full_name(code), None)
    if region.whole is None:
        return None
    return Coverage(
        full_name(code),
        code,
        region.whole,
        month_words(region.whole.month),
        month_words(str(region.series[0]["month"])),
        distances(region.whole, queries.targets(code), clock.today()),
    )


def _sheet(found: Evaluation) -> Sheet:
    """Give the evaluation line by line."""
    return Sheet(
        code="evaluation",
        title=_("Evaluasi penegakan kepatuhan"),
        meta=(f"{found.since:%d-%m-%Y} – {found.until:%d-%m-%Y}",),
        columns=(
            Column(_("Bagian")),
            Column(_("Uraian")),
            Column(_("Banyaknya"), "number"),
            Column(_("Rupiah"), "rupiah"),
        ),
        rows=_rows(found),
        notes=(_("Semua angka dihitung dari catatan; tidak ada yang diketik."),),
    )


def _rows(found: Evaluation) -> list[tuple[object, ...]]:
    summed = found.mandates
    return [
        (_("Kasus"), _("dibuka"), found.funnel.total, None),
        (_("Kasus"), _("dipenuhi"), found.funnel.settled, None),
        (_("Kasus"), _("dicatat dipenuhi, data membantah"), found.funnel.denied, None),
        (_("Pekerja"), _("baru terlindungi"), found.registered, None),
        (_("Pekerja"), _("aktif kembali"), found.reactivated, None),
        (_("Surat kuasa khusus"), _("terbit"), summed.issued, None),
        (_("Surat kuasa khusus"), _("kasus"), summed.cases, summed.delegated_idr),
        (_("Surat kuasa khusus"), _("terealisasi"), None, summed.realised_idr),
        *((_("Langkah"), step(code), count, None) for code, count in found.steps),
        *(
            (
                _("Hasil"),
                step(one.step),
                one.registered + one.reactivated,
                one.contribution_idr + one.fine_idr,
            )
            for one in found.brought
        ),
        *(
            (_("Wilayah"), full_name(one.region_code), one.opened, None)
            for one in found.regions
        ),
        *((_("Hambatan"), obstacle(one), one.count, None) for one in found.obstacles),
    ]


PAGE = Page(code="evaluation", urls=(path("evaluasi", evaluation, name="evaluation"),))
