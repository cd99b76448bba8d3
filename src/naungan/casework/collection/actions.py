"""Verbs of collection: counting a debt, recording payments, promising instalments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection import access, books, settling
from naungan.casework.collection.books import Books
from naungan.casework.collection.models import (
    Debt,
    DebtLine,
    Instalment,
    InstalmentPlan,
    Payment,
)
from naungan.casework.collection.promising import instalments
from naungan.casework.collection.statement import Statement
from naungan.casework.collection.states import after
from naungan.casework.compliance.models import Case
from naungan.law.arrears.plan import Instalment as Promised
from naungan.law.book import enacted
from naungan.law.due import due_day
from naungan.law.reader import reader_of


@dataclass(frozen=True)
class Origin:
    """Where a payroll was taken from: the run and month of a snapshot, or an officer."""

    source: str = "typed"
    run: int | None = None
    month: int | None = None


@dataclass(frozen=True)
class Receipt:
    """What an employer paid: the day, rupiah, proof, and for which month if it said."""

    paid_on: date
    amount_idr: int
    reference: str = ""
    for_month: int | None = None


def establish(
    *,
    by: Scope,
    case: Case,
    statement: Statement,
    on: date,
    origin: Origin | None = None,
    workers: int = 0,
    today: date,
) -> Debt:
    """Freeze what a case owes; an earlier count is replaced and keeps its payments."""
    access.check_money(by=by, case=case)
    access.check_open(case)
    access.check_statement(statement, on, today)
    with transaction.atomic():
        settling.lock(case.pk)
        earlier = Debt.objects.filter(case=case, state="standing").first()
        if earlier is not None:
            earlier.state = after("debt", earlier.state, "replace")
            earlier.save(update_fields=["state"])
        debt = _debt(by, case, statement, on, origin or Origin(), workers)
        debt.payments_from = on if earlier is not None else None
        debt.save()
        _freeze(debt, statement)
        settling.settle_again(by=by, case=case, today=today)
        _record(
            by=by,
            verb="count",
            noun="debt",
            number=debt.pk,
            case=case,
            principal_idr=debt.principal_idr,
        )
    return debt


def _debt(
    by: Scope, case: Case, statement: Statement, on: date, origin: Origin, workers: int
) -> Debt:
    return Debt(
        case=case,
        institution_id=by.institution_id,
        counted_on=on,
        source=origin.source,
        run=origin.run,
        month=origin.month,
        question=statement.question,
        confidence=statement.answered.confidence,
        law_version=statement.answered.law_version,
        labour_intensive=_is_yes(statement.question, "labour_intensive"),
        principal_idr=statement.principal_idr,
        workers=workers,
        made_by_id=by.user_id,
    )


def _is_yes(question: Mapping[str, Any], name: str) -> bool:
    return question.get(name) in (True, "yes", "ya")


def _freeze(debt: Debt, statement: Statement) -> None:
    reader = reader_of(enacted())
    DebtLine.objects.bulk_create(
        DebtLine(
            case_id=debt.case_id,
            institution_id=debt.institution_id,
            debt=debt,
            month=one.month,
            programme=one.programme,
            employer_idr=one.employer_idr,
            worker_idr=one.worker_idr,
            due_on=due_day("PU", one.programme, one.month, reader).on,
        )
        for one in statement.lines
    )


def record_payment(
    *, by: Scope, case: Case, receipt: Receipt, source: str = "entered", today: date
) -> Payment:
    """Write down a payment to the fund and let it settle what it reaches."""
    access.check_money(by=by, case=case)
    reference = receipt.reference.strip()
    amount_idr, paid_on = receipt.amount_idr, receipt.paid_on
    access.check_paid(
        paid_on=paid_on, amount_idr=amount_idr, reference=reference, today=today
    )
    with transaction.atomic():
        settling.lock(case.pk)
        access.check_new(
            by=by,
            case=case,
            paid_on=paid_on,
            amount_idr=amount_idr,
            reference=reference,
        )
        payment = Payment.objects.create(
            case=case,
            institution_id=by.institution_id,
            paid_on=paid_on,
            amount_idr=amount_idr,
            reference=reference,
            for_month=receipt.for_month,
            source=source,
            recorded_by_id=by.user_id,
        )
        settling.settle_again(by=by, case=case, today=today)
        _record(
            by=by,
            verb="record",
            noun="payment",
            number=payment.pk,
            case=case,
            amount_idr=amount_idr,
        )
    payment.refresh_from_db()
    return payment


def void_payment(*, by: Scope, payment: Payment, reason: str, today: date) -> None:
    """Take a payment out of the account; it stays on record with the reason."""
    access.check_voids(by=by, payment=payment, reason=reason)
    with transaction.atomic():
        settling.lock(payment.case_id)
        held = Payment.objects.select_for_update().get(pk=payment.pk)
        held.state = after("payment", held.state, "void")
        held.void_reason, held.surplus_idr = reason.strip(), 0
        held.voided_by_id, held.voided_at = by.user_id, clock.stamp(clock.today())
        held.save(
            update_fields=[
                *("state", "void_reason", "surplus_idr"),
                *("voided_by", "voided_at"),
            ]
        )
        settling.settle_again(by=by, case=held.case, today=today)
        _record(
            by=by,
            verb="void",
            noun="payment",
            number=held.pk,
            case=held.case,
            amount_idr=held.amount_idr,
        )


def promise(
    *,
    by: Scope,
    case: Case,
    signed_on: date,
    first_on: date | None = None,
    count: int | None = None,
    amount_idr: int | None = None,
    agreement: str = "",
    today: date,
) -> InstalmentPlan:
    """Write the calendar of a settlement; a plan before it is replaced."""
    access.check_money(by=by, case=case)
    access.check_open(case)
    with transaction.atomic():
        settling.lock(case.pk)
        found = books.opened(case.pk)
        debt = found.standing.debt if found.standing else None
        access.check_promise(debt=debt, signed_on=signed_on, today=today)
        made = instalments(
            found, signed_on, first_on=first_on, count=count, amount_idr=amount_idr
        )
        for earlier in InstalmentPlan.objects.filter(case=case).exclude(
            state="replaced"
        ):
            earlier.state = after("plan", earlier.state, "replace")
            earlier.save(update_fields=["state"])
        plan = _plan(by, case, signed_on, agreement, found)
        _write_lines(plan, made)
        settling.judge_case(by=by, case=case, today=today)
        _record(
            by=by,
            verb="promise",
            noun="instalment_plan",
            number=plan.pk,
            case=case,
            instalments=len(made),
        )
    return plan


def _plan(
    by: Scope, case: Case, signed_on: date, agreement: str, found: Books
) -> InstalmentPlan:
    return InstalmentPlan.objects.create(
        case=case,
        institution_id=by.institution_id,
        signed_on=signed_on,
        agreement=agreement.strip(),
        paid_before_idr=sum(
            one.amount_idr for one in found.payments if one.paid_on <= signed_on
        ),
        law_version=enacted().version,
        made_by_id=by.user_id,
    )


def _write_lines(plan: InstalmentPlan, made: Sequence[Promised]) -> None:
    Instalment.objects.bulk_create(
        Instalment(
            case_id=plan.case_id,
            institution_id=plan.institution_id,
            plan=plan,
            number=one.number,
            due_on=one.on,
            amount_idr=one.amount_idr,
            reopens_on=one.reopens_on,
        )
        for one in made
    )


def _record(
    *, by: Scope, verb: str, noun: str, number: int, case: Case, **details: int
) -> None:
    act.record(by=by, verb=verb, noun=noun, noun_id=number, case=case.pk, **details)
