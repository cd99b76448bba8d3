"""What lies ahead over all schemes: cohorts that end, bodies that did not pay, funds."""

from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.queries import ahead, money, schemes
from naungan.casework.protection.queries.ahead import Ending
from naungan.casework.protection.queries.money import Unpaid
from naungan.lib.dates import month_of, month_text
from naungan.lib.numbers import format_number, is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.navigation import is_village
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.presenter import share
from naungan.web.pages.village_list.presenter import name_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
PER_PAGE: Final = 100
MONTHS_A_PAGE: Final = 24


@audience(SEES)
def ending(request: ScopedRequest) -> HttpResponse:
    """List cohorts that end within ninety days and what going on would cost."""
    found = ahead.cohorts_ending(request.scope, clock.today())
    return render(
        request, "schemes/ending.html", {"lines": [_ending(one) for one in found]}
    )


def _ending(one: Ending) -> dict[str, Any]:
    return {
        "scheme": one.scheme,
        "ends_on": one.ends_on,
        "days": one.days,
        "people": format_number(one.people),
        "year": None if one.year_idr is None else Idr(one.year_idr),
        "could_pay": "–" if one.could_pay is None else format_number(one.could_pay),
        "renewed": one.renewed,
    }


@audience(SEES)
def unpaid(request: ScopedRequest) -> HttpResponseBase:
    """List bodies that set money aside and paid nothing, and bills past their day."""
    asked = request.GET.get("skema", "")
    one = schemes.scheme(request.scope, int(asked)) if is_number(asked) else None
    found = money.unpaid(request.scope, clock.today(), one)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _unpaid_sheet(found), form)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    lines = [_unpaid(one) for one in page]
    shown = {"page": page, "lines": lines, "scheme": one}
    return render(request, "schemes/unpaid.html", shown)


def _unpaid(one: Unpaid) -> dict[str, Any]:
    return {
        "scheme": one.scheme,
        "place": name_of(one.village_code) if one.village_code else "",
        "ceiling": Idr(one.ceiling_idr),
        "open": Idr(one.open_idr),
        "due_on": one.due_on,
    }


def _unpaid_sheet(found: list[Unpaid]) -> Sheet:
    return Sheet(
        code="unpaid",
        title=_("Dianggarkan, belum dibayar"),
        meta=(),
        columns=(
            Column(_("Skema")),
            Column(_("Kode"), "code"),
            Column(_("Desa")),
            Column(_("Pagu"), "rupiah"),
            Column(_("Tagihan terbuka"), "rupiah"),
            Column(_("Jatuh tempo"), "date"),
        ),
        rows=(
            (
                *(one.scheme.name, one.village_code),
                name_of(one.village_code) if one.village_code else "",
                *(one.ceiling_idr, one.open_idr, one.due_on),
            )
            for one in found
        ),
    )


@audience(SEES)
def funds(request: ScopedRequest) -> HttpResponseBase:
    """Show people and rupiah paid by fund over the months, of all people or one group."""
    wanted = request.GET.get("kelompok", "")
    category = wanted if wanted in CATEGORIES else ""
    found: list[Any] = (
        money.of_place(request.scope)
        if schemes.place_of(request.scope)
        else money.by_fund(request.scope, category)
    )
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _funds_sheet(found, category), form)
    village = request.scope.region_code if is_village(request.scope) else ""
    months = _months(found, village)
    page = Paginator(months[::-1], MONTHS_A_PAGE).get_page(request.GET.get("hal"))
    shown = {
        "page": page,
        "months": list(page),
        "wanted": category,
        "categories": []
        if schemes.place_of(request.scope)
        else [
            {"code": code, "label": words.category(code)}
            for code in money.categories_paid(request.scope)
        ],
        **_headline(months),
    }
    return render(request, "schemes/funds.html", shown)


def _headline(months: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the last month that has begun, and apart what was paid in advance."""
    this = month_of(clock.today())
    begun = [one for one in months if one["index"] <= this]
    return {
        "latest": begun[-1] if begun else None,
        "in_advance": [one for one in months if one["index"] > this],
    }


def _months(found: list[Any], village: str) -> list[dict[str, Any]]:
    """Arrange the funds of each month, with what each changed since the month before.

    A village's funds are told apart by scheme, and lead to its people. A month that has
    not begun is compared with none: not everybody pays in advance.
    """
    this = month_of(clock.today())
    before: dict[Any, int] = {}
    months: list[dict[str, Any]] = []
    for month, rows in groupby(found, key=itemgetter("month")):
        told = list(rows)
        if months and months[-1]["index"] != month - 1:
            before = {}
        now = {_key(row): row["count"] for row in told}
        people = sum(now.values())
        months.append(
            {
                "index": month,
                "month": words.month(month),
                "people": people,
                "said": format_number(people),
                "change": ""
                if month > this
                else _signed(people - sum(before.values())),
                "paid": Idr(sum(row["idr"] for row in told)),
                "funds": [
                    _fund(row, None if month > this else before, village)
                    for row in told
                ],
            }
        )
        before = now
    most = max((one["people"] for one in months), default=0)
    for one in months:
        one["per_cent"] = share(one["people"], most)
    return months


def _key(row: Any) -> tuple[Any, ...]:
    return row["fund"], row.get("scheme_id")


def _fund(row: Any, before: dict[Any, int] | None, village: str) -> dict[str, Any]:
    return {
        "fund": words.fund(row["fund"]),
        "scheme": row.get("scheme__name", ""),
        "address": _people(row, village) if village else "",
        "people": format_number(row["count"]),
        "change": ""
        if before is None
        else _signed(row["count"] - before.get(_key(row), 0)),
        "paid": Idr(row["idr"]),
    }


def _people(row: Any, village: str) -> str:
    """Lead to the people of a village whom a fund paid in a month."""
    listed = reverse("village_list.village", args=[row["scheme_id"], village])
    return f"{listed}?bulan={month_text(row['month'])}"


def _signed(change: int) -> str:
    return f"+{format_number(change)}" if change > 0 else format_number(change)


def _funds_sheet(found: list[Any], category: str) -> Sheet:
    return Sheet(
        code="funds",
        title=_("Dana menurut bulan"),
        meta=(words.category(category),) if category else (),
        columns=(
            Column(_("Bulan")),
            Column(_("Dana")),
            Column(_("Orang"), "number"),
            Column(_("Sudah dibayar"), "rupiah"),
        ),
        rows=(
            (
                *(words.month(one["month"]), words.fund(one["fund"])),
                *(one["count"], one["idr"]),
            )
            for one in found
        ),
        notes=(
            _("Dana satu bulan dapat dijumlahkan; orang dari bulan berbeda tidak."),
        ),
    )


URLS = (
    path("skema/berakhir", ending, name="schemes.ending"),
    path("skema/belum-dibayar", unpaid, name="schemes.unpaid"),
    path("skema/dana", funds, name="schemes.funds"),
)
