"""A scheme of half a year in a real regency, and invented people brought through it.

Whatever a test of schemes or claims does not turn on is said here once. What it does
turn on (quotas, funds, days, who is at work) it says itself.
"""

from datetime import date

from naungan.casework.accounts import scope
from naungan.casework.protection.actions import (
    decisions,
    enrolment,
    lists,
    money,
    schemes,
)
from naungan.casework.protection.actions.enrolment import Answered
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.actions.schemes import SchemePlan
from naungan.casework.protection.models import Billing, Entry, Scheme
from naungan.lib import identity_numbers
from naungan.lib.dates import month_start


HERE, BESIDE = "16.04.10.2003", "16.04.10.2004"  # two villages of one district
BORN = date(1984, 5, 6)


def plan(first_month: int, **other) -> SchemePlan:
    """Plan six months of two programmes for vulnerable workers, or say otherwise."""
    said = {
        "name": "Enam puluh pekerja tiap desa",
        "region_code": "16.04",
        "fund": "apbd",
        "package": "two",
        "category": "vulnerable",
        "policy": "at_most",
        "from_month": first_month,
        "until_month": first_month + 5,
        "age_from": 18,
        "age_below": 65,
    }
    return SchemePlan(**{**said, **other})


def begin(by, planned: SchemePlan, people: dict[str, int]) -> Scheme:
    """Make a scheme with so many places in each village, and open it."""
    scope.enter(by)
    made = schemes.make_scheme(by=by, plan=planned)
    schemes.set_quotas(by=by, scheme=made, people=people)
    schemes.open_scheme(by=by, scheme=made)
    return made


def nik(serial: int, *, born: date = BORN, sex: str = "M") -> str:
    """Give the number of an invented person; serials begin at 9000."""
    return str(identity_numbers.invented(160410, born, sex, serial))


def person(serial: int, *, born: date = BORN, sex: str = "M", **other) -> Proposed:
    """Propose an invented person, with something said otherwise."""
    said = {
        "nik": nik(serial, born=born, sex=sex),
        "name": f"Orang {serial}",
        "birth_date": born,
        "sex": sex,
    }
    return Proposed(**{**said, **other})


def write(by, scheme: Scheme, people, village: str = HERE) -> list[Entry]:
    """Write people on the list of a village."""
    scope.enter(by)
    return lists.add_people(by=by, scheme=scheme, people=people, village_code=village)


def enrol(by, scheme: Scheme, on: date, *, left_out=()) -> None:
    """Decide, budget and enrol whoever is valid; all but some become members."""
    scope.enter(by)
    decisions.decide(
        by=by,
        scheme=scheme,
        number=f"SK/{scheme.pk}/{Entry.objects.count()}",
        decided_on=on,
        official="Bupati Rekaan",
        today=on,
    )
    if not scheme.budgets.exists():
        year = month_start(scheme.from_month).year
        money.set_budget(by=by, scheme=scheme, year=year, ceiling_idr=10**9)
    money.budget_people(by=by, scheme=scheme)
    sent = enrolment.make_file(by=by, scheme=scheme)
    answers = [
        Answered(one.nik, kpj=f"KPJ{one.pk}")
        for one in sent.entries.all()
        if str(one.nik) not in left_out
    ]
    enrolment.take_back(
        by=by, enrolment=sent, answers=answers, first_month=scheme.from_month
    )


def pay(by, scheme: Scheme, first: int, last: int, on: date) -> Billing:
    """Bill the months of everybody enrolled, and pay the bill in full."""
    scope.enter(by)
    bill = money.bill(by=by, scheme=scheme, from_month=first, until_month=last)
    money.pay(
        by=by,
        billing=bill,
        paid_on=on,
        amount_idr=bill.amount_idr,
        reference="NTPN rekaan",
        today=on,
    )
    return bill
