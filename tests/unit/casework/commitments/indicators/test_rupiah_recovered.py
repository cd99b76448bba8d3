"""Rupiah recovered are those of payments since the meeting, contributions and fines."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.collection.models import Payment, Recovery
from naungan.casework.commitments.extent import Extent


def test_what_employers_paid_since_the_meeting_counts_and_a_voided_payment_does_not(
    promise, proves, make_case, desks
):
    def paid(case, amount, on):
        whole = {"institution_id": desks.branch.institution_id, "case": case}
        payment = Payment.objects.create(
            **whole,
            paid_on=on,
            amount_idr=amount,
            source="entered",
            recorded_by_id=desks.branch.user_id,
        )
        parts = {"contribution_idr": amount - 100, "fine_idr": 100}
        return Recovery.objects.create(**whole, payment=payment, paid_on=on, **parts)

    paid(make_case(), 1_000, date(2026, 9, 20))
    paid(make_case(), 5_000, date(2026, 9, 1))
    paid(make_case(track="registration_and_data"), 7_000, date(2026, 9, 20))
    one = promise(
        indicator="rupiah_recovered", extent=Extent(track="arrears"), target=many(3_000)
    )
    assert one.value == 1_000
    assert one.measurements.get().parts["fine_idr"] == 100
    more = []
    proves(
        one,
        good=lambda: more.append(paid(make_case(), 2_000, date(2026, 10, 1))),
        bad=lambda: more[0].delete(),
    )
