"""The money of one case: what it owes to any day, payments, instalments."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.collection import actions, books, queries
from naungan.casework.collection.actions import Receipt
from naungan.casework.compliance.models import Case
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.form_page import attempt, show
from naungan.web.pages.collection import counting, presenter, sheets
from naungan.web.pages.collection.forms import (
    DayForm,
    PaymentForm,
    PromiseForm,
    VoidForm,
)
from naungan.web.request import ScopedRequest


SEES = whoever_may("see_cases")
RECORDS = whoever_may("record_payments")


def found(request: ScopedRequest, number: int) -> Case:
    """Give the case of an address, or nothing to who may not see it."""
    case = queries.case(request.scope, number)
    if case is None:
        raise Http404
    return case


@audience(SEES)
def case(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show what a case owes on a day, what was paid and what was promised."""
    one, today = found(request, number), clock.today()
    kept = books.opened(one.pk)
    asked = DayForm(request.GET or None)
    shown = presenter.money(kept, _day(asked) or today)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, sheets.of_case(one, shown), form)
    page = {
        "case": one,
        "money": shown,
        "asked": asked,
        "payments": presenter.payments(queries.payments(request.scope, one)),
        "plan": presenter.plan(kept, queries.plans(one), today),
        "may_record": request.scope.may("record_payments"),
    }
    return render(request, "collection/case.html", page)


def _day(asked: DayForm) -> date | None:
    return (
        asked.cleaned_data.get("per") if asked.is_bound and asked.is_valid() else None
    )


@audience(RECORDS)
def pay(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask what was paid, then record it."""
    one, today = found(request, number), clock.today()
    form = PaymentForm(request.POST or None, initial={"paid_on": today})
    if request.method == "POST" and form.is_valid():
        receipt = Receipt(**form.cleaned_data)
        made = attempt(
            form,
            lambda: actions.record_payment(
                by=request.scope, case=one, receipt=receipt, today=today
            ),
        )
        if made is not None:
            return _done(request, one, _("Pembayaran dicatat."))
    return show(request, "collection/pay.html", form, case=one)


@audience(RECORDS)
def void(request: ScopedRequest, number: int, payment: int) -> HttpResponse:
    """Say what voiding does, then void a payment."""
    one, today = found(request, number), clock.today()
    paid = queries.payment(request.scope, one, payment)
    if paid is None or paid.state != "standing":
        raise Http404
    form = VoidForm(request.POST or None)

    def act() -> bool:
        actions.void_payment(
            by=request.scope,
            payment=paid,
            reason=form.cleaned_data["reason"],
            today=today,
        )
        return True

    if _sent(request, form, act):
        return _done(request, one, _("Pembayaran dibatalkan dan tetap tercatat."))
    return show(
        request,
        "collection/void.html",
        form,
        case=one,
        paid=Idr(paid.amount_idr),
        payment=paid,
    )


@audience(RECORDS)
def promise(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask how a debt is paid in parts, then write the calendar."""
    one, today = found(request, number), clock.today()
    form = PromiseForm(request.POST or None, today)
    if _sent(
        request,
        form,
        lambda: actions.promise(
            by=request.scope, case=one, today=today, **form.cleaned_data
        ),
    ):
        return _done(request, one, _("Rencana cicilan disimpan."))
    owed = books.opened(one.pk).owed_idr(today)
    return show(request, "collection/promise.html", form, case=one, owed=Idr(owed))


def _sent(request: ScopedRequest, form: Any, act: Callable[[], Any]) -> bool:
    """Tell whether a form was sent, valid, and its act done."""
    if request.method != "POST" or not form.is_valid():
        return False
    return attempt(form, act) is not None


def _done(request: ScopedRequest, one: Case, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("collection.case", number=one.pk)


URLS = (
    path("kasus/<int:number>/uang", case, name="collection.case"),
    path("kasus/<int:number>/uang/bayar", pay, name="collection.pay"),
    path("kasus/<int:number>/uang/cicilan", promise, name="collection.promise"),
    path(
        "kasus/<int:number>/uang/pembayaran/<int:payment>/batal",
        void,
        name="collection.void",
    ),
    *counting.URLS,
)
