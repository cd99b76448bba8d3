"""Tangga: every step of enforcement with its term in a region, and terms of one's own."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.compliance import queries, terms
from naungan.casework.compliance.actions.ladders import LONGEST_TERM, set_term
from naungan.casework.compliance.models.ladders import UNITS
from naungan.law.book import enacted
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField, full_name
from naungan.web.form_page import attempt, show
from naungan.web.language import spoken
from naungan.web.page import Page
from naungan.web.pages.ladders import presenter
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_cases")
SETS: Final = whoever_may("set_ladder")
LONGEST: Final = 300


class Where(forms.Form):
    """Whose terms are shown."""

    use_required_attribute = False
    wilayah = RegionField(label=gettext_lazy("Tenggang di wilayah"))


class TermForm(forms.Form):
    """How long a step's term runs in a region, from which day on, and on what basis."""

    use_required_attribute = False  # mistakes are summed up on the page
    region_code = RegionField(label=gettext_lazy("Berlaku di wilayah"))
    days = forms.IntegerField(
        label=gettext_lazy("Banyaknya hari"),
        min_value=1,
        max_value=LONGEST_TERM,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Dihitung dalam"), widget=forms.RadioSelect
    )
    from_on = Day(label=gettext_lazy("Berlaku sejak"))
    basis = forms.CharField(
        label=gettext_lazy("Dasar"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Peraturan daerah, surat edaran, atau kesepakatan, dengan nomor dan tanggalnya."
        ),
    )

    def __init__(self, given: Any, **first: Any) -> None:
        """Offer the units."""
        super().__init__(given, initial=first)
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            (UNITS[1][0], _("hari kerja")),
            (UNITS[0][0], _("hari kalender")),
        ]


@audience(SEES)
def ladders(request: ScopedRequest) -> HttpResponseBase:
    """Show both ladders with the terms that hold in a region today."""
    today = clock.today()
    own = request.scope.region_code
    chosen = Where(request.GET if "wilayah" in request.GET else None)
    region = chosen.cleaned_data["wilayah"] if chosen.is_valid() else own
    rows = queries.terms_around(region)
    may_set = request.scope.may("set_ladder")
    drawn = presenter.tracks(rows, region, today, may_set=may_set)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, presenter.sheet(drawn, region, today), form)
    if not chosen.is_bound:
        chosen = Where(initial={"wilayah": own or "00"})
    shown = {
        "tracks": drawn,
        "form": chosen,
        "where": full_name(region),
        "version": terms.version(terms.laid_over(rows, region, today))[:8],
    }
    return render(request, "ladders/page.html", shown)


@audience(SETS)
def set_one(request: ScopedRequest, code: str) -> HttpResponse:
    """Ask for the term of a step in a region, and lay it over the law's."""
    step = enacted().steps.get(code)
    if step is None:
        raise Http404
    today = clock.today()
    own = request.scope.region_code
    form = TermForm(
        request.POST or None,
        region_code=own or "00",
        unit=UNITS[1][0],
        from_on=today,
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: set_term(
                by=request.scope, step=code, today=today, **form.cleaned_data
            ),
        )
        if made is not None:
            messages.success(request, _("Tenggang tersimpan."))
            return redirect("ladders")
    by_law = terms.of_step(step, today, ()).words
    rows = [one for one in queries.terms_around(own) if one.step == code]
    held = terms.laid_over(rows, own, today)
    shown = {
        "title": step.title.text(spoken()),
        "by_law": by_law.text(spoken()) if by_law else "",
        "laid": [presenter.laid(one, held, today) for one in rows],
    }
    return show(request, "ladders/set.html", form, **shown)


PAGE = Page(
    code="ladders",
    urls=(
        path("tangga", ladders, name="ladders"),
        path("tangga/<slug:code>", set_one, name="ladders.set"),
    ),
)
