"""Debt left is what stands of contributions, less what was paid of it."""

from datetime import date

import pytest
from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.collection.models import Allocation, Debt, DebtLine, Payment


@pytest.fixture
def owed(desks, make_case):
    """Let an employer owe one month's contribution of 54,000 rupiah."""
    case = make_case()
    whole = {"institution_id": desks.branch.institution_id, "case": case}
    debt = Debt.objects.create(
        **whole,
        counted_on=date(2026, 9, 1),
        source="typed",
        question={},
        confidence="VERIFIED",
        law_version="contoh",
        principal_idr=54_000,
        made_by_id=desks.branch.user_id,
    )
    line = DebtLine.objects.create(
        **whole,
        debt=debt,
        month=2026 * 12 + 5,
        programme=1,
        employer_idr=54_000,
        worker_idr=0,
        due_on=date(2026, 7, 15),
    )
    payment = Payment.objects.create(
        **whole,
        paid_on=date(2026, 10, 1),
        amount_idr=54_000,
        source="entered",
        recorded_by_id=desks.branch.user_id,
    )
    return whole, line, payment


def test_a_payment_lowers_the_debt_and_a_voided_one_raises_it_again(
    promise, proves, owed
):
    whole, line, payment = owed
    one = promise(indicator="debt_left", target=many(0))
    assert one.value == 54_000

    def settle():
        Allocation.objects.create(
            **whole, payment=payment, line=line, kind="contribution", amount_idr=54_000
        )

    proves(one, good=settle, bad=lambda: Allocation.objects.all().delete())
