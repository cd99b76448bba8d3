"""Kewajiban: each duty of an employer with its evidence, and what a death would cost."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection.exposure import Exposed, Group, exposure
from naungan.casework.collection.reports.obligations import Duty, Register, register
from naungan.casework.intake import door, pursuit
from naungan.casework.intake.employers import sentence
from naungan.casework.intake.models import Publication
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.download import Column, Sheet
from naungan.web.figures.rupiah import Idr
from naungan.web.language import spoken
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


MOST_SHOWN: Final = 12
STATE: Final = {
    "met": (gettext_lazy("terpenuhi menurut data"), "good"),
    "unmet": (gettext_lazy("belum dipenuhi"), "bad"),
    "unknown": (gettext_lazy("belum dapat dinilai"), "unsure"),
}


@dataclass(frozen=True)
class DutyLine:
    """One duty as the page shows it."""

    title: str
    state: str
    tone: str
    code: str
    says: str
    basis: str
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class ExposedLine:
    """The workers behind one finding, by wage, and what a death would cost."""

    code: str
    people: str
    sentence: str
    groups: list[dict[str, Any]]
    further: str
    cited: list[str]
    doubts: list[str]


@audience(whoever_may("see_employers"))
def obligations(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show the duties of an employer and who is exposed, or give the duties as a file."""
    today = clock.today()
    publication = _knowing(request.scope, number)
    if publication is None:
        raise Http404
    found = register(publication, request.scope, number, today)
    if found is None:
        raise Http404
    lines = [_duty(one) for one in found.duties]
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(found, lines, publication), form)
    exposed = exposure(publication, request.scope, number, today)
    page = {
        "publication": publication,
        "employer": found.employer,
        "number": number,
        "duties": lines,
        "met": found.count("met"),
        "unmet": found.count("unmet"),
        "exposed": [_exposed(one) for one in exposed],
        "people": format_number(max((one.people for one in exposed), default=0)),
    }
    return render(request, "obligations/page.html", page)


def _knowing(scope: Scope, number: int) -> Publication | None:
    """Give the snapshot in reach that knows an employer."""
    own = door.newest(scope.region_code)
    if own is not None:
        return own
    below = f"{scope.region_code}." if scope.region_code else ""
    inside = (
        one for one in door.published_regions() if one.region_code.startswith(below)
    )
    return next((one for one in inside if pursuit.found(one, scope, number)), None)


def _duty(one: Duty) -> DutyLine:
    label, tone = STATE[one.state]
    finding = one.finding
    return DutyLine(
        title=one.title.text(spoken()),
        state=str(label),
        tone=tone,
        code=finding["code"] if finding else "",
        says=sentence(finding["sentence"]).text(spoken()) if finding else "",
        basis="; ".join(used.basis for used in one.cited),
        doubts=tuple(used.unsure(spoken()) for used in one.cited if used.doubtful),
    )


def _most(one: Exposed) -> list[Group]:
    """Give the groups with most workers, from the lowest wage up."""
    kept = sorted(one.groups, key=lambda group: -group.people)[:MOST_SHOWN]
    return [group for group in one.groups if group in kept]


def _further(one: Exposed) -> str:
    """Count the workers of the groups that are not shown; nothing where all are."""
    left = sum(group.people for group in one.groups) - sum(
        group.people for group in _most(one)
    )
    return format_number(left) if left else ""


def _exposed(one: Exposed) -> ExposedLine:
    return ExposedLine(
        code=one.code,
        people=format_number(one.people),
        sentence=one.sentence.text(spoken()),
        groups=[
            {
                "wage": Idr(group.wage_idr) if group.wage_idr else "",
                "people": format_number(group.people),
                "other": Idr(group.other_idr),
                "work": Idr(group.work_idr) if group.work_idr is not None else "",
            }
            for group in _most(one)
        ],
        further=_further(one),
        cited=list(dict.fromkeys(used.basis for used in one.used if used.basis)),
        doubts=[used.unsure(spoken()) for used in one.used if used.doubtful],
    )


def _sheet(found: Register, lines: list[DutyLine], publication: Publication) -> Sheet:
    return Sheet(
        code="obligations",
        title=_("Kewajiban %s") % (found.employer["name"] or "–"),
        meta=(_("Proses ke-%s") % publication.run,),
        columns=(
            Column(_("Kewajiban")),
            Column(_("Keadaan")),
            Column(_("Bukti")),
            Column(_("Dasar hukum")),
        ),
        rows=((one.title, one.state, one.says, one.basis) for one in lines),
    )


PAGE = Page(
    code="obligations",
    urls=(
        path("pemberi-kerja/<int:number>/kewajiban", obligations, name="obligations"),
    ),
)
