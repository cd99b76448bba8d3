"""Sasaran: who is looked at first and why, and the office's own priorities of the year."""

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.collection.reports import ranking
from naungan.casework.compliance.actions.ladders import end_rule, set_rule
from naungan.casework.compliance.models import PriorityRule
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.law.obligation import KINDS
from naungan.law.terms import term
from naungan.lib import regions
from naungan.lib.numbers import format_number, is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.download import Column, Sheet
from naungan.web.fields.region import RegionField, full_name
from naungan.web.form_page import attempt, press, show
from naungan.web.language import spoken
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


SEES = whoever_may("see_employers")
SETS = whoever_may("set_ladder")
PER_PAGE: Final = 50
MOST_TAKEN: Final = 5_000


class AnyRegion(RegionField):
    """A region, or nothing for any."""

    def clean(self, value: str) -> str:
        """Leave an empty answer empty."""
        return super().clean(value) if (value or "").strip() else ""


class RuleForm(forms.Form):
    """What comes first in a year, by how much, and why."""

    use_required_attribute = False  # mistakes are summed up on the page
    sector = forms.CharField(
        label=gettext_lazy("Awalan KBLI"),
        required=False,
        max_length=5,
        help_text=gettext_lazy(
            "Misalnya 41 untuk konstruksi gedung, 01 untuk pertanian."
        ),
    )
    region_code = AnyRegion(label=gettext_lazy("Wilayah"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Jenis pemberi kerja"), required=False)
    weight = forms.IntegerField(
        label=gettext_lazy("Bobot"),
        min_value=-100,
        max_value=100,
        help_text=gettext_lazy("Poin yang ditambahkan kepada skor, -100 sampai 100."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, given: Any) -> None:
        """Offer the kinds of employers of the law."""
        super().__init__(given)
        kinds = [(code, term(code).text(spoken())) for code in KINDS]
        self.fields["kind"].choices = [("", _("Semua")), *kinds]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Target:
    """One employer in the order of its weighted score."""

    number: int
    place: str
    name: str
    where: str
    score: int
    weighted: int
    weighed: list[str]
    case: Any


@audience(SEES)
def priorities(request: ScopedRequest) -> HttpResponseBase:
    """List employers by score and priorities, with the rules and the effort they got."""
    publication = _chosen(request)
    if publication is None:
        return render(request, "priorities/empty.html", status=404)
    year = clock.today().year
    rules = ranking.rules(request.scope, year)
    form = download.asked(request)
    if form is not None:
        found = ranking.ranked(publication, request.scope, rules, limit=MOST_TAKEN)
        lines = _targets(request, publication, rules, found.rows, 0)
        return download.answer(request, _sheet(publication, lines), form)
    page = _page(request)
    offset = (page - 1) * PER_PAGE
    found = ranking.ranked(
        publication, request.scope, rules, limit=PER_PAGE, offset=offset
    )
    shown = {
        "publication": publication,
        "year": year,
        "lines": _targets(request, publication, rules, found.rows, offset),
        "rules": _rules(request, rules, found.fitting, year),
        "may_set": request.scope.may("set_ladder"),
        "first": offset + 1,
        "last": offset + len(found.rows),
        "all": format_number(found.counted["employers"]),
        "previous": page - 1,
        "following": page + 1
        if offset + PER_PAGE < found.counted["employers"]
        else None,
    }
    return render(request, "priorities/page.html", shown)


def _chosen(request: ScopedRequest) -> Publication | None:
    """Give the snapshot of one's region, or the one inside it that was asked for."""
    own = door.newest(request.scope.region_code)
    if own is not None:
        return own
    below = f"{request.scope.region_code}." if request.scope.region_code else ""
    inside = [
        one for one in door.published_regions() if one.region_code.startswith(below)
    ]
    asked = request.GET.get("wilayah", "")
    return next(
        (one for one in inside if one.region_code == asked),
        inside[0] if inside else None,
    )


def _page(request: ScopedRequest) -> int:
    asked = request.GET.get("hal", "")
    return max(1, int(asked)) if is_number(asked) and len(asked) < 7 else 1


def _targets(
    request: ScopedRequest,
    publication: Publication,
    rules: list[PriorityRule],
    rows: list[dict[str, Any]],
    offset: int,
) -> list[Target]:
    numbers = [row["employer_id"] for row in rows]
    cases = ranking.open_cases(request.scope, publication.region_code, numbers)
    return [
        Target(
            number=row["employer_id"],
            place=format_number(offset + at),
            name=row["name"] or "–",
            where=_where(row["village_code"]),
            score=row["score"],
            weighted=row["weighted"],
            weighed=[
                f"{_named(rules[one])} {rules[one].weight:+d}" for one in row["weighed"]
            ],
            case=cases.get(row["employer_id"]),
        )
        for at, row in enumerate(rows, start=1)
    ]


def _where(village: int | None) -> str:
    if village is None:
        return "–"
    chain = regions.chain(regions.dotted(village))
    return ", ".join(region.name for region in reversed(chain[-2:]))


def _named(rule: PriorityRule) -> str:
    """Name a rule by what it puts first."""
    parts = [f"KBLI {rule.sector}"] if rule.sector else []
    if rule.kind:
        parts.append(term(rule.kind).text(spoken()))
    if rule.region_code:
        parts.append(full_name(rule.region_code).split(",", maxsplit=1)[0])
    return " · ".join(parts)


def _rules(
    request: ScopedRequest, rules: list[PriorityRule], fitting: list[int], year: int
) -> list[dict[str, Any]]:
    found = ranking.efforts(request.scope, rules, fitting, year)
    return [
        {
            "rule": one.rule,
            "named": _named(one.rule),
            "weight": f"{one.rule.weight:+d}",
            "employers": format_number(one.employers),
            "cases": format_number(one.cases),
            "steps": format_number(one.steps),
            "share": f"{format_number(one.steps * 100 // one.of_steps)}%"
            if one.of_steps
            else "–",
        }
        for one in found
    ]


def _sheet(publication: Publication, lines: list[Target]) -> Sheet:
    return Sheet(
        code="targets",
        title=_("Sasaran pengawasan"),
        meta=(_("Proses ke-%s") % publication.run,),
        columns=(
            Column(_("No."), "number"),
            Column(_("Pemberi kerja")),
            Column(_("Kecamatan dan desa")),
            Column(_("Skor"), "number"),
            Column(_("Prioritas kantor")),
            Column(_("Skor berbobot"), "number"),
            Column(_("Nomor kasus"), "code"),
        ),
        rows=(
            (
                *(at, one.name, one.where, one.score, ", ".join(one.weighed)),
                *(one.weighted, one.case.number if one.case else None),
            )
            for at, one in enumerate(lines, start=1)
        ),
    )


@audience(SETS)
def add(request: ScopedRequest) -> HttpResponse:
    """Ask what comes first this year, then set it."""
    today = clock.today()
    form = RuleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: set_rule(
                by=request.scope, year=today.year, today=today, **form.cleaned_data
            ),
        )
        if made is not None:
            messages.success(request, _("Prioritas disimpan; urutan sasaran berubah."))
            return redirect("priorities")
    return show(request, "priorities/add.html", form, year=today.year)


@audience(SETS)
@require_POST
def end(request: ScopedRequest, number: int) -> HttpResponse:
    """End a rule; the order goes back to what it was without it."""
    rule = PriorityRule.objects.filter(
        pk=number, institution_id=request.scope.institution_id
    ).first()
    if rule is None:
        raise Http404
    return press(
        request,
        lambda: end_rule(by=request.scope, rule=rule, today=clock.today()),
        _("Prioritas diakhiri."),
        reverse("priorities"),
    )


PAGE = Page(
    code="priorities",
    urls=(
        path("sasaran", priorities, name="priorities"),
        path("sasaran/prioritas", add, name="priorities.add"),
        path("sasaran/prioritas/<int:number>/akhiri", end, name="priorities.end"),
    ),
)
