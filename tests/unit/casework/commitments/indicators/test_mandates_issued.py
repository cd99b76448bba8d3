"""Mandates are counted by the day they were issued, in cases of the region."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.compliance.models import Skk


def test_mandates_of_the_region_issued_since_the_meeting_count(
    promise, proves, make_case, desks
):
    def mandate(case, on, serial, state="issued"):
        return Skk.objects.create(
            institution_id=desks.branch.institution_id,
            to_id=desks.prosecutor.institution_id,
            case=case,
            number=f"SKK/{serial}",
            kind="non_litigation",
            category="arrears",
            issued_on=on,
            state=state,
            issued_by_id=desks.branch.user_id,
        )

    mandate(make_case(), date(2026, 9, 20), 1)
    mandate(make_case(region="16.05"), date(2026, 9, 20), 2)
    mandate(make_case(), date(2026, 9, 20), 4, state="prepared")  # nobody signed it yet
    later = mandate(make_case(), date(2026, 9, 1), 3)
    one = promise(indicator="mandates_issued", region_code="16.04", target=many(2))

    def issued(day):
        Skk.objects.filter(pk=later.pk).update(issued_on=day)

    proves(
        one,
        good=lambda: issued(date(2026, 10, 1)),
        bad=lambda: issued(date(2026, 9, 1)),
    )
