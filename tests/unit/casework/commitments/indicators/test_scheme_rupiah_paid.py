"""Contributions of schemes are summed by the day they were paid, of the ceilings."""

from datetime import date

from tests.invented_scheme import HERE
from tests.unit.casework.commitments.indicators.conftest import many
from tests.unit.casework.commitments.indicators.schemes import (
    listed,
    paid_month,
    scheme_of,
)

from naungan.casework.accounts import scope
from naungan.casework.commitments.extent import Extent
from naungan.casework.protection.models import Budget, Scheme


def test_what_a_fund_paid_since_the_meeting_is_counted(promise, proves, desks, houses):
    one_fund, other = (
        scheme_of(desks, name=name, fund=fund)
        for name, fund in (("Satu", "apbd"), ("Dua", "add"))
    )
    scope.enter(desks.agency)
    Budget.objects.create(
        scheme=one_fund,
        institution_id=one_fund.institution_id,
        year=2026,
        ceiling_idr=100_000,
        recorded_by_id=desks.agency.user_id,
    )
    paid_month(desks, listed(desks, one_fund, HERE, 1), 16_800, date(2026, 9, 1))
    paid_month(desks, listed(desks, one_fund, HERE, 2), 16_800, date(2026, 9, 20))
    paid_month(desks, listed(desks, other, HERE, 1), 16_800, date(2026, 9, 20))
    one = promise(
        indicator="scheme_rupiah_paid",
        owner_institution=houses["dpmd"],
        extent=Extent(fund="apbd"),
        region_code="16.04",
        target=many(33_600),
    )
    assert (one.value, one.value_of) == (16_800, 100_000)

    def fund_of_other(code):
        scope.enter(desks.agency)
        Scheme.objects.filter(pk=other.pk).update(fund=code)
        scope.enter(desks.branch)

    proves(one, good=lambda: fund_of_other("apbd"), bad=lambda: fund_of_other("add"))
