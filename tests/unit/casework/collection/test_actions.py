"""Debts, payments and promises of a case: what is written, settled once, and refused."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from tests.unit.casework.collection.conftest import COUNTED, MONTHLY, QUESTION
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.audit.models import Act
from naungan.casework.collection import actions, books
from naungan.casework.collection.models import (
    Allocation,
    Debt,
    DebtLine,
    InstalmentPlan,
    Payment,
    Recovery,
)
from naungan.casework.collection.settling import judge_case
from naungan.casework.compliance.models import Participation
from naungan.lib.errors import LawRefused


pytestmark = pytest.mark.django_db
# The fines of the three months to 2 November 2026: 54,000 x 2 % x (4 + 3 + 2) months
# (from 15 July, 18 August and 15 September).
FINES = 1_080 * 9


def parts_of(payment):
    found = Allocation.objects.filter(payment=payment).order_by("line_id", "kind")
    return list(found.values_list("line__month", "kind", "amount_idr"))


def test_a_debt_is_frozen_by_month_and_programme_with_its_due_days(case, establish):
    debt = establish(case)
    assert debt.principal_idr == 3 * MONTHLY
    lines = list(debt.lines.values_list("month", "programme", "employer_idr", "due_on"))
    assert lines[:2] == [
        (2026 * 12 + 5, "JKK", 24_000, date(2026, 7, 15)),
        (2026 * 12 + 5, "JKM", 30_000, date(2026, 7, 15)),
    ]
    assert len(lines) == 6
    assert books.opened(case.pk).owed_idr(TODAY) == 3 * MONTHLY + FINES
    (written,) = Act.objects.filter(noun="debt")
    assert written.verb == "count"


def test_what_was_frozen_cannot_be_written_anew(case, establish):
    debt = establish(case)
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        Debt.objects.filter(pk=debt.pk).update(principal_idr=1)
    assert DebtLine.objects.filter(debt=debt).update(employer_idr=1) == 0


def test_a_payment_settles_the_oldest_month_and_its_fine_first(case, establish, pay):
    establish(case)
    payment = pay(case, MONTHLY + 4_320, TODAY)
    june = 2026 * 12 + 5
    assert parts_of(payment) == [
        (june, "contribution", 24_000),
        (june, "fine", 1_920),
        (june, "contribution", 30_000),
        (june, "fine", 2_400),
    ]
    assert payment.surplus_idr == 0
    left = 2 * MONTHLY + FINES - 4_320
    assert books.opened(case.pk).owed_idr(TODAY) == left


def test_a_payment_for_a_month_settles_that_month_and_then_the_oldest(
    case, establish, pay
):
    establish(case)
    august = 2026 * 12 + 7
    payment = pay(case, MONTHLY + 2_160 + 100, TODAY, month=august)
    months = [month for month, _, _ in parts_of(payment)]
    assert months.count(august) == 4
    assert sum(amount for month, _, amount in parts_of(payment) if month == august) == (
        MONTHLY + 2_160
    )
    assert min(months) == 2026 * 12 + 5


def test_what_was_paid_too_much_is_kept_as_surplus_and_not_as_recovered(
    case, establish, pay
):
    establish(case)
    payment = pay(case, 10_000_000, TODAY)
    assert payment.surplus_idr == 10_000_000 - 3 * MONTHLY - FINES
    recovery = Recovery.objects.get(payment=payment)
    assert recovery.contribution_idr == 3 * MONTHLY
    assert recovery.fine_idr == FINES
    assert books.opened(case.pk).owed_idr(TODAY) == 0


def test_an_earlier_payment_recorded_later_is_settled_in_the_order_of_days(
    case, establish, pay
):
    establish(case)
    later = pay(case, MONTHLY, TODAY)
    earlier = pay(case, MONTHLY, date(2026, 10, 1))
    assert {month for month, _, _ in parts_of(earlier)} == {2026 * 12 + 5}
    assert 2026 * 12 + 6 in {month for month, _, _ in parts_of(later)}


def test_a_voided_payment_leaves_the_account_and_stays_on_record(case, establish, pay):
    establish(case)
    before = books.opened(case.pk).owed_idr(TODAY)
    payment = pay(case, MONTHLY, TODAY, "TRX-1")
    actions.void_payment(
        by=scope_of(case, payment), payment=payment, reason="salah kasus", today=TODAY
    )
    assert books.opened(case.pk).owed_idr(TODAY) == before
    assert not Allocation.objects.exists()
    assert not Recovery.objects.exists()
    kept = Payment.objects.get(pk=payment.pk)
    assert (kept.state, kept.void_reason) == ("void", "salah kasus")
    assert pay(case, MONTHLY, TODAY, "TRX-1").state == "standing"
    with pytest.raises(ActRefused, match="dibatalkan"):
        actions.void_payment(
            by=scope_of(case, payment), payment=kept, reason="sekali lagi", today=TODAY
        )


def scope_of(case, payment):
    """Give the scope that recorded a payment."""
    return scope.Scope(
        payment.recorded_by_id,
        None,
        case.institution_id,
        "satu",
        "16.04",
        frozenset({"record_payments"}),
    )


def test_the_same_proof_of_payment_counts_once_over_all_cases(
    case, make_case, establish, pay
):
    establish(case)
    pay(case, MONTHLY, TODAY, "TRX-7")
    with pytest.raises(ActRefused, match="pada kasus ini"):
        pay(case, MONTHLY, TODAY, "TRX-7")
    other = make_case(name="PT Lain", track="registration_and_data")
    with pytest.raises(ActRefused, match="kasus lain"):
        pay(other, MONTHLY, TODAY, "TRX-7")
    assert Payment.objects.count() == 1


def test_a_recovery_is_credited_to_the_last_step_before_it(case, establish, pay, step):
    establish(case)
    first = step(case, "arrears_letter_1", date(2026, 9, 22))
    second = step(case, "arrears_letter_2", date(2026, 10, 20))
    taken = step(case, "arrears_letter_3", date(2026, 10, 21))
    type(taken).objects.filter(pk=taken.pk).update(state="withdrawn")
    days = {
        COUNTED: None,
        date(2026, 9, 22): first,
        date(2026, 10, 19): first,
        TODAY: second,
    }
    for on, wanted in days.items():
        assert Recovery.objects.get(payment=pay(case, 1_000, on)).step == wanted


def test_a_later_count_replaces_the_debt_and_leaves_earlier_payments_with_it(
    case, establish, pay
):
    first = establish(case)
    paid = pay(case, MONTHLY, date(2026, 10, 1))
    second = establish(case, question={**QUESTION, "months": "2026-08"}, on=TODAY)
    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "standing")
    found = Allocation.objects.filter(payment=paid).values_list("line__debt", flat=True)
    assert set(found) == {first.pk}
    assert books.opened(case.pk).owed_idr(TODAY) == MONTHLY + 2_160
    new = pay(case, MONTHLY, TODAY)
    settled = Allocation.objects.filter(payment=new)
    assert set(settled.values_list("line__debt", flat=True)) == {second.pk}


def test_a_promise_divides_what_is_owed_and_is_kept_by_paying_in_time(
    case, establish, pay
):
    establish(case)
    plan = actions.promise(
        by=by_of(case), case=case, signed_on=COUNTED, count=3, today=COUNTED
    )
    lines = list(plan.lines.all())
    assert [one.number for one in lines] == [1, 2, 3]
    assert lines[0].due_on == date(2026, 10, 15)
    for one in lines:
        assert one.reopens_on > one.due_on
        pay(case, one.amount_idr, one.due_on, today=one.due_on)
    plan.refresh_from_db()
    assert plan.state == "kept"
    assert books.opened(case.pk).owed_idr(lines[-1].due_on) == 0


def by_of(case):
    """Give whoever opened a case, who may record payments."""
    return scope.Scope(
        case.opened_by_id,
        None,
        case.institution_id,
        "satu",
        "16.04",
        frozenset({"record_payments"}),
    )


def test_a_missed_instalment_breaks_the_promise_and_opens_the_case_again(
    case, establish, pay
):
    establish(case)
    plan = actions.promise(
        by=by_of(case), case=case, signed_on=COUNTED, count=2, today=COUNTED
    )
    type(case).objects.filter(pk=case.pk).update(
        state="settled", closed_on=COUNTED, waits_for="employer"
    )
    first = plan.lines.first()
    case.refresh_from_db()
    assert judge_case(by=None, case=case, today=first.reopens_on) == "running"
    next_day = first.reopens_on + timedelta(1)
    assert judge_case(by=None, case=case, today=next_day) == "broken"
    case.refresh_from_db()
    assert (case.state, case.waits_for, case.closed_on) == ("open", "us", None)
    note = case.notes.get()
    assert "Cicilan ke-1" in note.parts["id"]
    assert judge_case(by=None, case=case, today=next_day) == "broken"
    assert case.notes.count() == 1
    # A payment that was made in time but recorded late mends the promise.
    pay(case, first.amount_idr, first.due_on, today=next_day)
    plan.refresh_from_db()
    assert (plan.state, plan.broken_on) == ("running", None)


def test_a_new_promise_replaces_the_one_before(case, establish):
    establish(case)
    said = {"by": by_of(case), "case": case, "signed_on": COUNTED, "today": COUNTED}
    first = actions.promise(count=2, **said)
    second = actions.promise(amount_idr=60_000, **said)
    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "running")
    assert InstalmentPlan.objects.exclude(state="replaced").count() == 1


def test_a_promise_needs_a_debt_and_one_way_to_divide_it(case, establish):
    said = {"by": by_of(case), "case": case, "signed_on": COUNTED, "today": COUNTED}
    with pytest.raises(ActRefused, match="Hitung dahulu"):
        actions.promise(count=2, **said)
    establish(case)
    with pytest.raises(LawRefused, match="banyaknya cicilan"):
        actions.promise(**said)
    with pytest.raises(ActRefused, match="mendahului"):
        actions.promise(count=2, **{**said, "signed_on": date(2026, 9, 20)})


@pytest.mark.parametrize(
    ("amount", "on", "said"),
    [
        (0, TODAY, "lebih dari nol"),
        (-5, TODAY, "lebih dari nol"),
        (1, TODAY + timedelta(1), "belum tiba"),
    ],
)
def test_a_payment_of_nothing_or_of_tomorrow_is_refused(case, pay, amount, on, said):
    with pytest.raises(ActRefused, match=said):
        pay(case, amount, on)


def test_without_a_debt_a_payment_waits_and_is_settled_once_there_is_one(
    case, establish, pay
):
    payment = pay(case, MONTHLY, date(2026, 10, 1))
    assert payment.surplus_idr == MONTHLY
    assert not Recovery.objects.exists()
    establish(case)
    payment.refresh_from_db()
    assert payment.surplus_idr == 0
    assert Recovery.objects.get().contribution_idr == MONTHLY


def test_another_branch_neither_sees_nor_adds_to_the_money(
    branches, case, establish, pay
):
    establish(case)
    pay(case, MONTHLY, TODAY)
    scope.enter(branches.elsewhere)
    assert not Debt.objects.exists()
    assert not Payment.objects.exists()
    with pytest.raises(ActRefused, match="bukan urusan"):
        pay(case, MONTHLY, TODAY, by=branches.elsewhere)


def test_who_takes_part_sees_the_money_and_who_may_not_record_is_refused(
    branches, case, establish, pay
):

    establish(case)
    Participation.objects.create(
        case=case,
        institution_id=branches.inspector.institution_id,
        owner_id=case.institution_id,
        since=TODAY,
    )
    scope.enter(branches.inspector)
    assert Debt.objects.count() == 1
    with pytest.raises(ActRefused, match="wewenang"):
        pay(case, MONTHLY, TODAY, by=branches.inspector)


def test_a_closed_case_takes_payments_but_no_new_count(case, establish, pay):
    establish(case)
    type(case).objects.filter(pk=case.pk).update(state="closed", closed_on=TODAY)
    case.refresh_from_db()
    assert pay(case, MONTHLY, TODAY).surplus_idr == 0
    with pytest.raises(ActRefused, match="buka kembali"):
        establish(case)


def test_after_the_hand_over_to_the_receivables_office_no_fine_is_added(
    case, establish, step
):
    establish(case)
    step(case, "kpknl_handover", date(2026, 9, 30))
    found = books.opened(case.pk)
    assert found.owed_idr(date(2027, 3, 1)) == found.owed_idr(date(2026, 9, 30))
