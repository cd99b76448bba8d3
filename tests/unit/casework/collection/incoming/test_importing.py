"""Payments of a file: matched to cases, shown, taken once, together or not at all."""

from datetime import date

import pytest
from tests.unit.casework.collection.conftest import MONTHLY
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.collection.incoming import importing
from naungan.casework.collection.incoming.receipts import Row
from naungan.casework.collection.models import Payment, Recovery


pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 2)


def row(line, **said):
    return Row(**{"line": line, "paid_on": DAY, "amount_idr": 1_000, **said})


@pytest.fixture
def take(branches):
    def do(*rows):
        return importing.take(by=branches.examiner, rows=rows, today=TODAY)

    return do


@pytest.fixture
def matched(branches):
    def do(*rows):
        return importing.matched(branches.examiner, rows, TODAY)

    return do


def test_rows_find_their_case_by_number_or_by_the_registration(
    make_case, matched, take
):
    first = make_case(npp="AA1")
    second = make_case(name="PT Lain", npp="BB2", track="registration_and_data")
    found = matched(
        row(2, case=first.number, reference="T1"),
        row(3, npp="BB2", reference="T2"),
        row(4, npp="CC3"),
        row(5, wrong="Tanggal bayar tidak terbaca."),
        row(6, npp="AA1", paid_on=date(2027, 1, 1)),
    )
    assert [one.case for one in found] == [first, second, None, None, first]
    assert [one.state for one in found] == ["new", "new", "wrong", "wrong", "wrong"]
    assert not Payment.objects.exists()


def test_of_two_cases_of_one_registration_that_of_arrears_is_paid(make_case, matched):
    make_case(npp="AA1", track="registration_and_data")
    arrears = make_case(npp="AA1", track="arrears")
    assert matched(row(2, npp="AA1"))[0].case == arrears


def test_a_file_taken_twice_counts_once(make_case, establish, matched, take):
    case = make_case(npp="AA1")
    establish(case)
    rows = [
        row(2, npp="AA1", reference="T1", amount_idr=MONTHLY),
        row(3, npp="AA1", reference="T1", amount_idr=MONTHLY),
        row(4, npp="AA1", amount_idr=5_000),
    ]
    assert [one.state for one in matched(*rows)] == ["new", "wrong", "new"]
    assert take(*rows) == 2
    assert [one.state for one in matched(*rows)] == ["known"] * 3
    assert take(*rows) == 0
    assert Payment.objects.count() == Recovery.objects.count() == 2
    assert set(Payment.objects.values_list("source", flat=True)) == {"imported"}


def test_one_refused_row_refuses_all(make_case, take):
    make_case(npp="AA1")
    with pytest.raises(ActRefused, match="Baris 3"):
        take(row(2, npp="AA1"), row(3, npp="AA1", amount_idr=10**16))
    assert not Payment.objects.exists()


def test_who_may_not_record_is_refused_before_anything_is_matched(branches, make_case):
    make_case(npp="AA1")
    scope.enter(branches.inspector)
    with pytest.raises(ActRefused, match="wewenang"):
        importing.matched(branches.inspector, [row(2, npp="AA1")], TODAY)
