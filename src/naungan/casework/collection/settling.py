"""Writing what follows from the books: allocations, what was recovered, kept promises.

All of it is derived, and so written anew whenever a debt, a payment or a day changes.
It runs inside the transaction of an action, behind the lock of the case.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db import connection, transaction

from naungan.casework import act
from naungan.casework.act import Doer
from naungan.casework.collection import books
from naungan.casework.collection.books import Account, Books
from naungan.casework.collection.models import (
    Allocation,
    InstalmentPlan,
    Payment,
    Recovery,
)
from naungan.casework.collection.promise import Promised
from naungan.casework.collection.states import BECOMES, after
from naungan.casework.compliance.actions.steps import raise_case
from naungan.casework.compliance.models import Case, StepTaken
from naungan.casework.compliance.states import COUNTED
from naungan.law.words import Words, day, number, rupiah, words


LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


def lock(case_id: int) -> None:
    """Let whoever writes the money of a case wait for whoever does so already."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [f"money of case {case_id}"])


def settle_again(*, by: Doer | None, case: Case, today: date) -> Books:
    """Write the allocations and recoveries of a case anew, and judge its plan."""
    found = books.opened(case.pk)
    Recovery.objects.filter(case=case).delete()
    Allocation.objects.filter(case=case).delete()
    steps = _steps(case)
    for account in found.accounts:
        _write(case, account, steps)
    _surplus(found)
    _judge(by, case, found, today)
    return found


def _steps(case: Case) -> list[StepTaken]:
    taken = StepTaken.objects.filter(case=case, state__in=COUNTED)
    return list(taken.order_by("taken_on", "pk"))


def brought(steps: Iterable[StepTaken], on: date) -> StepTaken | None:
    """Give the step that brought what happened on a day: the last one before it."""
    return max(
        (one for one in steps if one.taken_on <= on),
        key=lambda one: (one.taken_on, one.pk),
        default=None,
    )


def _write(case: Case, account: Account, steps: list[StepTaken]) -> None:
    """Write what the payments of one debt settled, and what each recovered."""
    whose = {one.pk: one.institution_id for one in account.payments}
    parts = account.ledger.parts
    Allocation.objects.bulk_create(
        Allocation(
            case=case,
            institution_id=whose[one.payment],
            payment_id=one.payment,
            line_id=one.line,
            kind=one.kind,
            amount_idr=one.amount_idr,
        )
        for one in parts
    )
    Recovery.objects.bulk_create(
        Recovery(
            case=case,
            institution_id=payment.institution_id,
            payment=payment,
            step=brought(steps, payment.paid_on),
            paid_on=payment.paid_on,
            contribution_idr=_sum(account, payment, "contribution"),
            fine_idr=_sum(account, payment, "fine"),
        )
        for payment in account.payments
    )


def _sum(account: Account, payment: Payment, kind: str) -> int:
    return sum(
        one.amount_idr
        for one in account.ledger.parts
        if (one.payment, one.kind) == (payment.pk, kind)
    )


def _surplus(found: Books) -> None:
    """Write what of each payment no month took; without a debt that is all of it."""
    left = {one.pk: one.amount_idr for one in found.payments}
    for account in found.accounts:
        left |= account.ledger.surplus
    changed = [one for one in found.payments if one.surplus_idr != left[one.pk]]
    for one in changed:
        one.surplus_idr = left[one.pk]
    Payment.objects.bulk_update(changed, ["surplus_idr"])


def judge_case(*, by: Doer | None, case: Case, today: date) -> str | None:
    """Judge the plan of a case today; give its state, None where it has no plan."""
    with transaction.atomic():
        lock(case.pk)
        return _judge(by, case, books.opened(case.pk), today)


def _judge(by: Doer | None, case: Case, found: Books, today: date) -> str | None:
    plan = InstalmentPlan.objects.filter(case=case).exclude(state="replaced").first()
    if plan is None:
        return None
    now = books.judged(plan, plan.lines.all(), found.payments, today)
    if now.state != plan.state:
        plan.state = after("plan", plan.state, BECOMES[now.state])
        plan.broken_on = now.broken_by.reopens_on if now.broken_by else None
        plan.save(update_fields=["state", "broken_on"])
        act.record(
            by=by,
            verb=BECOMES[now.state],
            noun="instalment_plan",
            noun_id=plan.pk,
            case=case.pk,
        )
        if now.broken_by is not None:
            raise_case(by=by, case=case, said=_broken(now.broken_by), today=today)
    return plan.state


def _broken(promised: Promised) -> Words:
    """Say which instalment was not paid."""
    return words(
        "Cicilan ke-{number}, {amount}, tidak dibayar sampai {day}; penagihan dibuka "
        "kembali.",
        "Instalment {number} of {amount} was not paid by {day}; collection is open "
        "again.",
        number=number(promised.number),
        amount=rupiah(promised.amount_idr),
        day=day(promised.reopens_on),
    )
