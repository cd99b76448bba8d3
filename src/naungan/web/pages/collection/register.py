"""The register of mandates: issued, delegated, realised, returned, and how much came in."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.collection import queries
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Skk
from naungan.casework.compliance.states import MANDATE
from naungan.lib.numbers import format_percent
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.figures.span import asked
from naungan.web.language import spoken
from naungan.web.pages.collection import sheets
from naungan.web.request import ScopedRequest


MOST_SHOWN: Final = 200
TONE: Final = {"returned": "warn", "realised": "good", "expired": "warn"}


@dataclass(frozen=True)
class Mandate:
    """One mandate as the register shows it; `follows` names the one before it."""

    skk: Skk
    kind: str
    state: str
    tone: str
    delegated: Idr
    realised: Idr
    follows: str


def kind(code: str) -> str:
    """Name a kind of mandate."""
    return kinds.label(kinds.MANDATES, code, spoken())


def state(code: str) -> str:
    """Name a state of a mandate."""
    return MANDATE.label(code, spoken())


@audience(whoever_may("see_cases"))
def mandates(request: ScopedRequest) -> HttpResponseBase:
    """List the mandates of a span of days with their sums, or give them as a file."""
    span = asked(request.GET, clock.today())
    found = list(queries.mandates(request.scope, span.since, span.until))
    form = download.asked(request)
    if form is not None:
        return download.answer(request, sheets.of_mandates(found, kind, state), form)
    summed = queries.register(found)
    before = _before(found)
    page = {
        "span": span,
        "summed": summed,
        "delegated": Idr(summed.delegated_idr),
        "realised": Idr(summed.realised_idr),
        "percent": "–" if summed.percent is None else format_percent(summed.percent),
        "mandates": [_mandate(one, before) for one in found[:MOST_SHOWN]],
        "more": max(0, len(found) - MOST_SHOWN),
    }
    return render(request, "collection/mandates.html", page)


def _before(rows: list[Skk]) -> dict[int, str]:
    """Name, for each mandate, the one listed before it on the same case."""
    found: dict[int, str] = {}
    last: dict[int, Skk] = {}
    for one in reversed(rows):
        earlier = last.get(one.case_id)
        if earlier is not None:
            found[one.pk] = earlier.number or _("SKK belum bernomor")
        last[one.case_id] = one
    return found


def _mandate(one: Any, before: dict[int, str]) -> Mandate:
    return Mandate(
        one,
        kind(one.kind),
        state(one.state),
        TONE.get(one.state, "info"),
        Idr(one.delegated_idr),
        Idr(one.realised_idr),
        before.get(one.pk, ""),
    )


URLS = (path("penagihan/skk", mandates, name="mandates"),)
