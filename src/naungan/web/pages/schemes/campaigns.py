"""Campaigns: which cohorts stand under a name, each by its year, never added without a word."""

from typing import Any, Final

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.protection.actions import schemes as acts
from naungan.casework.protection.queries import campaigns
from naungan.casework.protection.queries.campaigns import Cohort
from naungan.casework.protection.queries.schemes import CohortSum
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, answer
from naungan.web.pages.schemes.forms import CampaignForm, ChosenCampaign
from naungan.web.pages.schemes.place import inside_of, may_make
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
MANAGES: Final = whoever_may("manage_schemes")
MOST: Final = 200


@audience(SEES)
def campaigns_list(request: ScopedRequest) -> HttpResponse:
    """List the campaigns one may see, with how many schemes stand under each."""
    found = campaigns.campaigns(request.scope)[:MOST]
    shown = {
        "lines": [{"one": one, "schemes": format_number(n)} for one, n in found],
        "may_make": may_make(request.scope),
    }
    return render(request, "schemes/campaigns.html", shown)


@audience(MANAGES)
def add(request: ScopedRequest) -> HttpResponse:
    """Name a campaign."""
    form = CampaignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, lambda: acts.make_campaign(by=request.scope, **form.cleaned_data)
        )
        if made is not None:
            return redirect("schemes.campaign", campaign=made.pk)
    return show(request, "schemes/campaign_add.html", form)


@audience(SEES)
def campaign(request: ScopedRequest, campaign: int) -> HttpResponseBase:
    """Show the cohorts of a campaign, and their sums by year and standing."""
    one = campaigns.campaign(request.scope, campaign)
    if one is None:
        raise Http404
    found = campaigns.cohorts(request.scope, one)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(str(one), found), form)
    reported = campaigns.reported(found)
    shown = {
        "campaign": one,
        "lines": [_line(cohort) for cohort in found],
        "counted": _sums(campaigns.counted(found)),
        "reported": _sums(reported),
    }
    return render(request, "schemes/campaign.html", shown)


def _line(one: Cohort) -> dict[str, Any]:
    return {
        "scheme": one.scheme,
        "year": one.year,
        "months": words.span(one.scheme.from_month, one.scheme.until_month),
        "fund": words.fund(one.scheme.fund),
        "category": words.category(one.scheme.category),
        "quota": format_number(one.quota),
        "budgeted": format_number(one.budgeted),
        "covered": format_number(one.covered),
        "reported": [
            _("%(people)s %(standing)s")
            % {"people": format_number(n), "standing": words.part(year, standing)}
            for (year, standing), n in one.reported.items()
        ],
    }


def _sums(told: CohortSum) -> dict[str, Any] | None:
    """Say a sum with its parts; one over years or standings only with its label."""
    if not told.parts:
        return None
    return {
        "parts": [
            (words.part(year, standing), format_number(people))
            for (year, standing), people in told.parts.items()
        ],
        "mixed": format_number(told.mixed),
        "label": words.mixed(told.parts) if told.needs_label else "",
    }


def _sheet(name: str, found: list[Cohort]) -> Sheet:
    return Sheet(
        code="campaign",
        title=name,
        meta=(),
        columns=(
            Column(_("Skema")),
            Column(_("Tahun"), "code"),
            Column(_("Dana")),
            Column(_("Untuk siapa")),
            Column(_("Baru dianggarkan"), "number"),
            Column(_("Terlindungi"), "number"),
        ),
        rows=(
            (
                *(one.scheme.name, str(one.year), words.fund(one.scheme.fund)),
                *(words.category(one.scheme.category), one.budgeted, one.covered),
            )
            for one in found
        ),
        notes=(_("Kelompok orang dari tahun berbeda tidak dijumlahkan."),),
    )


@audience(MANAGES)
def choose(request: ScopedRequest, number: int) -> HttpResponse:
    """Say under which campaign a scheme is counted, or under none."""
    desk = inside_of(request.scope, number)
    form = ChosenCampaign(
        request.POST or None,
        initial={"campaign": desk.scheme.campaign_id},
        known=campaigns.own(request.scope),
    )
    asked = Asked(
        _("Pilih gerakan"),
        _("Simpan"),
        _("Gerakan disimpan."),
        lead=_("Gerakan hanya mengelompokkan skema; orang dan uangnya tidak berubah."),
    )
    return answer(
        request,
        desk,
        form,
        lambda: acts.set_campaign(
            by=request.scope, scheme=desk.scheme, **form.cleaned_data
        ),
        asked,
    )


URLS = (
    path("skema/gerakan", campaigns_list, name="schemes.campaigns"),
    path("skema/gerakan/baru", add, name="schemes.campaign_add"),
    path("skema/gerakan/<int:campaign>", campaign, name="schemes.campaign"),
    path("skema/<int:number>/gerakan", choose, name="schemes.campaign_chosen"),
)
