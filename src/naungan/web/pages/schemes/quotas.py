"""Quotas: the same for every village at once, from a sheet, or one by one."""

from typing import Final

from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake import preview
from naungan.casework.protection.actions import schemes
from naungan.casework.protection.queries.schemes import quota_people
from naungan.lib import regions
from naungan.lib.numbers import format_number, parse_whole
from naungan.web.arrival import shown_name
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.schemes.acting import Asked, Told, answer
from naungan.web.pages.schemes.forms import OneQuotaForm, QuotaSheetForm, SameQuotaForm
from naungan.web.pages.schemes.place import Desk, inside_of
from naungan.web.request import ScopedRequest


MANAGES: Final = whoever_may("manage_schemes")
MOST_BYTES: Final = 5 << 20
MOST_LINES: Final = 100_000
NEEDED: Final = ("code", "people")
HEADS: Final = {
    "code": ("kode desa", "kode wilayah", "kode", "kode kemendagri"),
    "people": ("kuota", "jumlah", "orang", "kuota orang"),
}


def _known(desk: Desk) -> Told:
    return [(_("Kuota seluruhnya"), format_number(quota_people(desk.scheme)))]


@audience(MANAGES)
def same(request: ScopedRequest, number: int) -> HttpResponse:
    """Set the same quota for every village of a region; what it sums to is shown first."""
    desk = inside_of(request.scope, number)
    form = SameQuotaForm(
        request.POST or None,
        scheme=desk.scheme,
        initial={"region_code": desk.scheme.region_code},
    )

    def people() -> dict[str, int]:
        said = form.cleaned_data
        found = regions.villages_of(said["region_code"])
        codes = [one.code for one in found if not said["rural"] or one.kind == "desa"]
        if not codes and regions.by_code(said["region_code"]):
            codes = [said["region_code"]]
        return dict.fromkeys(codes, said["people"])

    def would() -> Told:
        told = people()
        return [
            (_("Desa"), format_number(len(told))),
            (_("Orang seluruhnya"), format_number(sum(told.values()))),
        ]

    asked = Asked(
        _("Kuota sama tiap desa"),
        _("Isi kuota"),
        _("Kuota diisi."),
        to="schemes.villages",
        would=would,
        known=_known(desk),
    )
    return answer(request, desk, form, lambda: _set(request, desk, people()), asked)


def _set(request: ScopedRequest, desk: Desk, people: dict[str, int]) -> bool:
    schemes.set_quotas(by=request.scope, scheme=desk.scheme, people=people)
    return True


@audience(MANAGES)
def typed(request: ScopedRequest, number: int) -> HttpResponse:
    """Set the quota of one village or district."""
    desk = inside_of(request.scope, number)
    form = OneQuotaForm(request.POST or None, scheme=desk.scheme)
    asked = Asked(
        _("Kuota satu wilayah"),
        _("Isi kuota"),
        _("Kuota diisi."),
        to="schemes.villages",
        known=_known(desk),
    )
    return answer(
        request,
        desk,
        form,
        lambda: _set(
            request,
            desk,
            {form.cleaned_data["region_code"]: form.cleaned_data["people"]},
        ),
        asked,
    )


@audience(MANAGES)
def sheet(request: ScopedRequest, number: int) -> HttpResponse:
    """Take quotas from a sheet; one wrong line refuses the whole, by its name."""
    desk = inside_of(request.scope, number)
    form = QuotaSheetForm(request.POST or None, request.FILES or None)
    asked = Asked(
        _("Kuota dari berkas"),
        _("Unggah"),
        _("Kuota diisi."),
        to="schemes.villages",
        lead=_("Bila satu baris keliru, tidak ada yang diubah."),
        known=_known(desk),
    )
    return answer(
        request,
        desk,
        form,
        lambda: _set(request, desk, _read(form)),
        asked,
    )


def _read(form: QuotaSheetForm) -> dict[str, int]:
    file = form.cleaned_data["file"]
    if file.size > MOST_BYTES:
        raise ActRefused("Berkas ini terlalu besar; bagi dahulu berkasnya.")
    name = shown_name(file.name or "")
    table = preview.table_of(file.read(), HEADS, NEEDED, name=name, most=MOST_LINES)
    people: dict[str, int] = {}
    for line, row in table.rows:
        region, count = regions.by_code(row["code"]), parse_whole(row["people"])
        if region is None or count is None or region.code in people:
            raise ActRefused(
                _("Baris %s: kode wilayah atau kuotanya keliru atau ganda.") % line
            )
        people[region.code] = count
    return people


URLS = (
    path("skema/<int:number>/kuota", same, name="schemes.quotas"),
    path("skema/<int:number>/kuota/satu", typed, name="schemes.quota_typed"),
    path("skema/<int:number>/kuota/berkas", sheet, name="schemes.quota_sheet"),
)
