"""The money of a scheme: ceiling, plan, bills and payments, and what was reported."""

from typing import Any, Final

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.protection import amounts
from naungan.casework.protection.actions import money as acts
from naungan.casework.protection.models import Billing
from naungan.casework.protection.queries import money, waiting
from naungan.casework.protection.queries.money import BudgetSheet, Year
from naungan.lib.dates import month_text
from naungan.lib.errors import LawRefused
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.form_page import said
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, Told, answer, is_sure
from naungan.web.pages.schemes.forms import BillForm, BudgetForm, PayForm, PlaceForm
from naungan.web.pages.schemes.place import Desk, inside_of
from naungan.web.pages.village_list.presenter import name_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
FUNDS: Final = whoever_may("record_funds")
MOST_BILLS: Final = 500


@audience(SEES)
def of_scheme(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show ceiling, plan, bills, payments and reported figures side by side."""
    desk = inside_of(request.scope, number)
    shown: dict[str, Any] = {"desk": desk, "scheme": desk.scheme, "here": "money"}
    try:
        sheet = money.budget_sheet(desk.scheme)
    except LawRefused as refusal:
        return render(
            request, "schemes/money.html", {**shown, "refused": said(refusal)}
        )
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(desk, sheet), form)
    bills = list(waiting.billings(desk.scheme)[:MOST_BILLS])
    shown |= {
        "people": format_number(sheet.people),
        "counted": _(words.COUNTED[sheet.counted]),
        "plan": Idr(sheet.plan_idr),
        "ceiling": Idr(sheet.ceiling_idr),
        "paid": Idr(sum(one.paid_idr for one in sheet.years)),
        "reaches": _reaches(sheet),
        "years": [_year(one) for one in sheet.years],
        "bills": [_bill(one) for one in bills],
        "after_death": _after_death(desk),
        "unpaid": len(money.unpaid(request.scope, clock.today(), desk.scheme)),
    }
    return render(request, "schemes/money.html", shown)


def _reaches(sheet: BudgetSheet) -> str:
    """Say how far the ceilings reach, each only through its own fiscal year."""
    if len(sheet.unwritten) == len(sheet.years):
        return _("belum ditulis")
    said = []
    if sheet.exhausted_in:
        months = ", ".join(words.month(one) for one in sheet.exhausted_in)
        said.append(_("habis pada %(exhausted)s") % {"exhausted": months})
    if sheet.unwritten:
        years = ", ".join(str(one) for one in sheet.unwritten)
        said.append(_("pagu %(years)s belum ditulis") % {"years": years})
    return "; ".join(said) or _("cukup sampai bulan terakhir")


def _after_death(desk: Desk) -> str:
    """Name what was billed for months after a death; nothing where nothing was."""
    found = money.after_death(desk.scheme)
    if found is None:
        return ""
    said = _(
        "Sesudah bulan kematian yang dilaporkan: %(months)s bulan dari %(people)s orang "
        "sudah ditagih, %(amount)s; %(paid)s bulan di antaranya sudah dibayar."
    ) % {
        "months": format_number(found.months),
        "people": format_number(found.people),
        "amount": Idr(found.amount_idr),
        "paid": format_number(found.paid_months),
    }
    if found.paid_months == found.months:
        return said
    way = _(
        "Bulan yang belum dibayar keluar dari tagihannya begitu tempat orang itu diakhiri "
        "dengan sebab meninggal, pada halaman orangnya."
    )
    return f"{said} {way}"


def _year(one: Year) -> dict[str, Any]:
    part, variance = one.part, one.variance_idr
    return {
        "year": part.year,
        "reckoned": _("%(people)s orang × %(each)s untuk %(months)s bulan")
        % {
            "people": format_number(one.people),
            "each": Idr(part.each_idr),
            "months": part.months,
        },
        "plan": Idr(one.plan_idr),
        "ceiling": None if one.ceiling_idr is None else Idr(one.ceiling_idr),
        "exhausted": "" if one.exhausted_in is None else words.month(one.exhausted_in),
        "billed": Idr(one.billed_idr),
        "paid": Idr(one.paid_idr),
        "left": None if one.left_idr is None else Idr(one.left_idr),
        "reported": None if one.reported_idr is None else Idr(one.reported_idr),
        "variance": Idr(variance) if variance is not None else None,
    }


def _bill(one: Billing) -> dict[str, Any]:
    return {
        "pk": one.pk,
        "months": words.span(one.from_month, one.until_month),
        "village": name_of(one.village_code) if one.village_code else "",
        "code": one.code,
        "people": format_number(one.people),
        "amount": Idr(one.amount_idr),
        "due_on": one.due_on,
        "paid_on": one.paid_on,
        "reference": one.reference,
        "is_void": one.voided_at is not None,
        "is_open": one.paid_on is None and one.voided_at is None,
    }


def _sheet(desk: Desk, sheet: BudgetSheet) -> Sheet:
    return Sheet(
        code="scheme-money",
        title=_("Uang skema: %s") % desk.scheme.name,
        meta=(words.fund(desk.scheme.fund), _(words.COUNTED[sheet.counted])),
        columns=(
            Column(_("Tahun anggaran"), "code"),
            Column(_("Orang"), "number"),
            Column(_("Bulan"), "number"),
            Column(_("Kebutuhan"), "rupiah"),
            Column(_("Pagu"), "rupiah"),
            Column(_("Pagu habis pada")),
            Column(_("Ditagih"), "rupiah"),
            Column(_("Sudah dibayar"), "rupiah"),
            Column(_("Dilaporkan"), "rupiah"),
            Column(_("Selisih"), "rupiah"),
        ),
        rows=(
            (
                *(str(one.part.year), one.people, one.part.months, one.plan_idr),
                one.ceiling_idr,
                "" if one.exhausted_in is None else words.month(one.exhausted_in),
                *(one.billed_idr, one.paid_idr, one.reported_idr, one.variance_idr),
            )
            for one in sheet.years
        ),
    )


@audience(FUNDS)
def ceiling(request: ScopedRequest, number: int) -> HttpResponse:
    """Write how much a fiscal year may use."""
    desk = inside_of(request.scope, number)
    first = desk.scheme.from_month // amounts.MONTHS_A_YEAR
    form = BudgetForm(request.POST or None, scheme=desk.scheme, initial={"year": first})
    asked = Asked(
        _("Tulis pagu"), _("Simpan pagu"), _("Pagu disimpan."), to="schemes.money"
    )
    return answer(
        request,
        desk,
        form,
        lambda: acts.set_budget(
            by=request.scope, scheme=desk.scheme, **form.cleaned_data
        ),
        asked,
    )


@audience(FUNDS)
def budget(request: ScopedRequest, number: int) -> HttpResponse:
    """Say how far the ceiling reaches; then put the decided people into it."""
    desk = inside_of(request.scope, number)
    form = PlaceForm(
        request.POST if request.method == "POST" else None, scheme=desk.scheme
    )

    def would() -> Told:
        told = waiting.room(desk.scheme, form.cleaned_data["village_code"])
        pagu = "–" if told.ceiling_idr is None else Idr(told.ceiling_idr)
        return [
            (_("Pagu tahun pertama"), pagu),
            (_("Iuran seorang pada tahun itu"), Idr(told.each_idr)),
            (_("Ditetapkan, belum dianggarkan"), format_number(told.decided)),
            (_("Akan dianggarkan"), format_number(told.reached)),
            (_("Tidak terjangkau pagu"), format_number(told.decided - told.reached)),
        ]

    asked = Asked(
        _("Anggarkan yang ditetapkan"),
        _("Anggarkan"),
        _("Yang ditetapkan dianggarkan sejauh pagu."),
        to="schemes.money",
        would=would,
    )
    return answer(
        request,
        desk,
        form,
        lambda: (
            acts.budget_people(
                by=request.scope, scheme=desk.scheme, **form.cleaned_data
            ),
        ),
        asked,
    )


@audience(FUNDS)
def bill(request: ScopedRequest, number: int) -> HttpResponse:
    """Say what months would cost; then bill everybody enrolled, each month once."""
    desk = inside_of(request.scope, number)
    one = desk.scheme
    form = BillForm(
        request.POST or None,
        scheme=one,
        initial={
            "from_month": month_text(one.from_month),
            "until_month": month_text(one.until_month),
        },
    )

    def would() -> Told:
        given = form.cleaned_data
        rates = amounts.rates_idr(one, given["from_month"], given["until_month"])
        count = waiting.billable(one, given["village_code"], given["from_month"])
        return [
            (_("Peserta terdaftar"), format_number(count)),
            (_("Bulan"), format_number(len(rates))),
            (_("Paling banyak"), Idr(count * sum(rates.values()))),
        ]

    asked = Asked(
        _("Tagih bulan"),
        _("Buat tagihan"),
        _("Tagihan dibuat; bulan yang sudah ditagih tidak diulang."),
        to="schemes.money",
        would=would,
    )
    return answer(
        request,
        desk,
        form,
        lambda: acts.bill(by=request.scope, scheme=one, **form.cleaned_data),
        asked,
    )


def _open_bill(desk: Desk, payment: int) -> Billing:
    found = waiting.billings(desk.scheme).filter(
        pk=payment, paid_on=None, voided_at=None
    )
    one = found.select_related("scheme").first()
    if one is None:
        raise Http404
    return one


def _told(one: Billing) -> Told:
    return [
        (_("Bulan"), words.span(one.from_month, one.until_month)),
        (_("Orang"), format_number(one.people)),
        (_("Tagihan"), Idr(one.amount_idr)),
    ]


@audience(FUNDS)
def pay(request: ScopedRequest, number: int, payment: int) -> HttpResponse:
    """Record that a bill was paid, whole."""
    desk = inside_of(request.scope, number)
    one, today = _open_bill(desk, payment), clock.today()
    form = PayForm(request.POST or None, initial={"paid_on": today})
    asked = Asked(
        _("Catat pembayaran"),
        _("Catat"),
        _("Pembayaran dicatat; orangnya terlindungi pada bulan itu."),
        to="schemes.money",
        known=_told(one),
    )
    return answer(
        request,
        desk,
        form,
        lambda: acts.pay(
            by=request.scope, billing=one, today=today, **form.cleaned_data
        ),
        asked,
    )


@audience(FUNDS)
def void(request: ScopedRequest, number: int, payment: int) -> HttpResponse:
    """Take back a bill that was not paid."""
    desk = inside_of(request.scope, number)
    one = _open_bill(desk, payment)
    asked = Asked(
        _("Batalkan tagihan"),
        _("Batalkan tagihan"),
        _("Tagihan dibatalkan; bulannya dapat ditagih lagi."),
        to="schemes.money",
        known=_told(one),
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: acts.void(by=request.scope, billing=one),
        asked,
    )


URLS = (
    path("skema/<int:number>/uang", of_scheme, name="schemes.money"),
    path("skema/<int:number>/uang/pagu", ceiling, name="schemes.ceiling"),
    path("skema/<int:number>/uang/anggarkan", budget, name="schemes.budget"),
    path("skema/<int:number>/uang/tagih", bill, name="schemes.bill"),
    path(
        "skema/<int:number>/uang/tagihan/<int:payment>/bayar", pay, name="schemes.pay"
    ),
    path(
        "skema/<int:number>/uang/tagihan/<int:payment>/batal",
        void,
        name="schemes.void",
    ),
)
