"""Seandainya terjadi hari ini: who would be refused, why, in which scheme and village."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.benefits.actions import judging
from naungan.casework.benefits.models import Risk
from naungan.casework.benefits.queries import risks
from naungan.casework.benefits.risks import RISKS, standing
from naungan.casework.protection.queries.people import masked
from naungan.casework.protection.queries.schemes import scheme as scheme_seen
from naungan.lib import regions
from naungan.lib.errors import LawRefused
from naungan.lib.numbers import format_number, is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.form_page import said
from naungan.web.language import spoken
from naungan.web.pages.calculator.presenter import show as shown_answer
from naungan.web.pages.claims import presenter, sheets, words
from naungan.web.pages.village_list import presenter as lists
from naungan.web.pages.village_list.place import entry_of
from naungan.web.persons.nik import grouped
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_claims")
MANAGES: Final = whoever_may("manage_schemes")
PER_PAGE: Final = 100
ALL_AT_ONCE: Final = 20_000


@audience(SEES)
def schemes(request: ScopedRequest) -> HttpResponse:
    """Count by scheme who would be refused if it happened today; nobody is named."""
    found = risks.by_scheme(request.scope)
    rows = [
        (
            one.scheme,
            format_number(one.refused),
            format_number(one.others),
            one.judged_on,
        )
        for one in found
    ]
    return render(request, "claims/risks.html", {"rows": rows})


@audience(SEES)
def of_scheme(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show the people of a scheme who would be refused; the look is on record."""
    one = scheme_seen(request.scope, number)
    if one is None:
        raise Http404
    sought = _sought(request)
    form = download.asked(request)
    if form is not None:
        people = risks.people(request.scope, one, limit=ALL_AT_ONCE, **sought)
        return download.answer(request, sheets.of_risks(one, people), form)
    after = request.GET.get("sesudah", "")
    read = risks.people(
        request.scope,
        one,
        after=int(after) if is_number(after) else 0,
        limit=PER_PAGE + 1,
        **sought,
    )
    shown = {
        "scheme": one,
        "counts": _counts(risks.by_code(request.scope, one, sought["village_code"])),
        "villages": _villages(risks.by_village(request.scope, one)),
        "lines": [_line(each) for each in read[:PER_PAGE]],
        "after": read[PER_PAGE - 1].entry_id if len(read) > PER_PAGE else None,
        "judged_on": read[0].judged_on if read else None,
        "may_judge": one.institution_id == request.scope.institution_id
        and request.scope.may("manage_schemes"),
        **sought,
    }
    return render(request, "claims/risk_people.html", shown)


def _sought(request: ScopedRequest) -> dict[str, Any]:
    code, village = request.GET.get("sebab", ""), request.GET.get("desa", "")
    known = regions.by_code(village) if village else None
    return {
        "code": code if code in RISKS else "",
        "village_code": known.code if known else "",
    }


def _counts(found: Any) -> list[tuple[str, str, str, str]]:
    return [
        (code, words.risk(code), words.risk_tone(code), format_number(many))
        for code, many in found.items()
    ]


def _villages(found: list[tuple[str, int, int]]) -> list[tuple[str, str, str, str]]:
    return [
        (code, lists.name_of(code), format_number(refused), format_number(others))
        for code, refused, others in found
    ]


def _line(one: Risk) -> dict[str, Any]:
    return {
        "number": one.entry_id,
        "name": one.entry.name or _("tanpa nama"),
        "nik": grouped(masked(one.entry)),
        "village": lists.name_of(one.village_code),
        "codes": [(words.risk(code), words.risk_tone(code)) for code in one.codes],
        "unpaid": one.unpaid_months,
    }


@audience(SEES)
def person(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask the law how the family of one person would fare today; the look is on record."""
    entry = entry_of(request.scope, number)
    shown: dict[str, Any] = {
        "entry": lists.line(entry),
        "scheme": entry.scheme,
        "today": presenter.day(clock.today()),
    }
    try:
        found = standing(entry, clock.today())
    except LawRefused as refusal:  # the recorded law does not reach today
        shown["why_not"] = said(refusal)
        return render(request, "claims/would_be.html", shown)
    shown |= {
        "codes": [(words.risk(code), words.risk_tone(code)) for code in found.codes],
        "is_refused": found.is_refused,
        "pays": None if found.would_pay_idr is None else Idr(found.would_pay_idr),
        "found": shown_answer(found.answer, spoken()),
    }
    return render(request, "claims/would_be.html", shown)


@audience(MANAGES)
@require_POST
def judge(request: ScopedRequest, number: int) -> HttpResponse:
    """Judge everybody of one's own scheme anew by what is known today."""
    one = scheme_seen(request.scope, number)
    if one is None or one.institution_id != request.scope.institution_id:
        raise Http404
    many = judging.judge(one, today=clock.today())
    told = ngettext(
        "%s orang mempunyai risiko hari ini.",
        "%s orang mempunyai risiko hari ini.",
        many,
    ) % format_number(many)
    messages.success(request, told)
    return redirect("claims.risks_of", number=number)


URLS = (
    path("klaim/seandainya", schemes, name="claims.risks"),
    path("klaim/seandainya/skema/<int:number>", of_scheme, name="claims.risks_of"),
    path("klaim/seandainya/skema/<int:number>/hitung", judge, name="claims.judge"),
    path("klaim/seandainya/orang/<int:number>", person, name="claims.would_be"),
)
