"""Sums of the money of cases: by step, by mandate, and of the stock; each rupiah once."""

from datetime import date

import pytest
from tests.unit.casework.collection.conftest import MONTHLY
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.collection import queries
from naungan.casework.compliance.models import Participation, Skk


pytestmark = pytest.mark.django_db
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def mandate(branches):
    """Give a mandate on a case."""

    def issue(case, number, issued_on, ended_on=None, kind="non_litigation"):
        return Skk.objects.create(
            institution_id=case.institution_id,
            to_id=branches.inspector.institution_id,
            case=case,
            number=number,
            kind=kind,
            category="MENUNGGAK",
            issued_on=issued_on,
            issued_by_id=branches.examiner.user_id,
            principal_idr=100_000,
            fine_idr=20_000,
            state="returned" if ended_on else "issued",
            ended_on=ended_on,
        )

    return issue


def test_the_stock_is_the_contributions_less_what_was_paid_of_them(
    branches, case, make_case, establish, pay
):
    establish(case)
    other = make_case(name="PT Lain")
    establish(other)
    pay(case, MONTHLY, TODAY)
    found = queries.stock(branches.examiner)
    assert (found.cases, found.principal_idr) == (2, 6 * MONTHLY)
    rows = list(queries.debts(branches.examiner))
    assert sum(one.paid_idr for one in rows) == found.paid_idr
    assert found.paid_idr + sum(one.fined_idr for one in rows) == MONTHLY
    assert found.left_idr == found.principal_idr - found.paid_idr


def test_what_steps_brought_adds_up_to_what_was_paid(
    branches, case, establish, pay, step
):
    establish(case)
    pay(case, 10_000, date(2026, 9, 21))
    step(case, "arrears_letter_1", date(2026, 9, 22))
    pay(case, 20_000, TODAY)
    found = queries.brought(branches.examiner, *YEAR)
    assert [one.step for one in found] == ["", "arrears_letter_1"]
    assert sum(one.contribution_idr + one.fine_idr for one in found) == 30_000
    for one in found:
        listed = queries.recoveries(branches.examiner, *YEAR, one.step)
        assert sum(each.payment.amount_idr for each in listed) == (
            one.contribution_idr + one.fine_idr
        )


def test_no_rupiah_is_realised_by_two_mandates(branches, case, establish, pay, mandate):
    establish(case)
    first = mandate(case, "SKK-1", date(2026, 9, 22), date(2026, 10, 10))
    second = mandate(case, "SKK-2", date(2026, 10, 10), kind="litigation")
    pay(case, 1_000, date(2026, 9, 21))
    pay(case, 2_000, date(2026, 10, 9))
    pay(case, 4_000, date(2026, 10, 10))
    pay(case, 8_000, TODAY)
    rows = list(queries.mandates(branches.examiner, *YEAR))
    realised = {one.pk: one.realised_idr for one in rows}
    assert realised == {first.pk: 2_000, second.pk: 12_000}
    summed = queries.register(rows)
    assert (summed.issued, summed.returned, summed.alive) == (2, 1, 1)


def test_what_a_mandate_and_its_continuation_claim_counts_once(
    branches, case, make_case, mandate
):
    mandate(case, "SKK-1", date(2026, 9, 22), date(2026, 10, 10))
    mandate(case, "SKK-2", date(2026, 10, 10), kind="litigation")
    mandate(make_case(name="PT Lain"), "SKK-3", date(2026, 10, 10))
    summed = queries.register(list(queries.mandates(branches.examiner, *YEAR)))
    assert (summed.cases, summed.issued) == (2, 3)
    assert summed.delegated_idr == 240_000


def test_a_register_of_nothing_has_no_percentage():
    assert queries.register([]).percent is None


def test_another_branch_sees_none_of_it_and_who_takes_part_sees_the_case(
    branches, case, establish, mandate
):
    establish(case)
    mandate(case, "SKK-1", date(2026, 9, 22))
    Participation.objects.create(
        case=case,
        institution_id=branches.inspector.institution_id,
        owner_id=case.institution_id,
        since=TODAY,
    )
    scope.enter(branches.elsewhere)
    assert queries.stock(branches.elsewhere).cases == 0
    assert queries.case(branches.elsewhere, case.pk) is None
    assert not queries.mandates(branches.elsewhere, *YEAR)
    scope.enter(branches.inspector)
    assert queries.stock(branches.inspector).cases == 1
    assert queries.case(branches.inspector, case.pk) == case
    assert queries.mandates(branches.inspector, *YEAR).count() == 1
