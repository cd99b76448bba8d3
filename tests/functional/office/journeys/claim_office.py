"""Made in a running office from outside: a paid scheme, its village and its branch.

Run as a program with the home in the environment. It prints the secret of the second
step of everybody who has one.
"""

import json
import sys
from datetime import date

from tests.functional.office.journeys import field_office

from naungan.office.frame import as_owner


VILLAGE = "16.04.10.2003"
BORN = date(1984, 5, 6)
DECIDED, PAID = date(2025, 6, 3), date(2025, 10, 10)
DESKS = (
    ("kepala", "branch_head", "bpjs_branch", "cabang"),
    ("dpmd", "agency_head", "dpmd", "dpmd"),
    ("kades", "village_head", "village", "desa"),
)


def plan_of_half_a_year():
    """Plan two programmes for vulnerable workers, July to December."""
    from naungan.casework.protection.actions.schemes import SchemePlan
    from naungan.lib.dates import month_index

    return SchemePlan(
        name="Enam puluh pekerja tiap desa",
        region_code="16.04",
        fund="apbd",
        package="two",
        category="vulnerable",
        policy="at_most",
        from_month=month_index(2025, 7),
        until_month=month_index(2025, 12),
        age_from=18,
        age_below=65,
    )


def paid_scheme(by):
    """Bring two people of the village all the way to paid months, and leave one behind."""
    from naungan.casework.protection.actions import (
        decisions,
        enrolment,
        lists,
        money,
        schemes,
    )
    from naungan.casework.protection.actions.enrolment import Answered
    from naungan.casework.protection.actions.lists import Proposed
    from naungan.lib import identity_numbers

    plan = plan_of_half_a_year()
    made = schemes.make_scheme(by=by, plan=plan)
    schemes.set_quotas(by=by, scheme=made, people={VILLAGE: 60})
    schemes.open_scheme(by=by, scheme=made)
    niks = [identity_numbers.invented(160410, BORN, "M", 9001 + at) for at in range(3)]
    people = [
        Proposed(nik=str(nik), name=f"Orang {at} rekaan", birth_date=BORN, sex="M")
        for at, nik in enumerate(niks, 1)
    ]
    lists.add_people(by=by, scheme=made, people=people, village_code=VILLAGE)
    said = {"number": "SK/1", "decided_on": DECIDED, "official": "Bupati rekaan"}
    decisions.decide(by=by, scheme=made, today=DECIDED, **said)
    money.set_budget(by=by, scheme=made, year=2025, ceiling_idr=10**9)
    money.budget_people(by=by, scheme=made)
    sent = enrolment.make_file(by=by, scheme=made)
    enrolment.take_back(
        by=by,
        enrolment=sent,
        answers=[Answered(nik, kpj=f"KPJ {nik % 10_000}") for nik in niks[:2]],
        first_month=plan.from_month,
    )
    bill = money.bill(
        by=by,
        scheme=made,
        from_month=plan.from_month,
        until_month=plan.from_month + 3,
    )
    money.pay(
        by=by,
        billing=bill,
        paid_on=PAID,
        amount_idr=bill.amount_idr,
        reference="NTPN rekaan",
        today=PAID,
    )


def main():
    """Fill the office and say the secrets."""
    field_office.DESKS = DESKS
    with as_owner():
        from django.db import transaction

        from naungan.casework.accounts import scope
        from naungan.casework.accounts.models import Appointment

        secrets = field_office.people(VILLAGE)
        with transaction.atomic():
            held = Appointment.objects.select_related("institution").get(
                user__email="dpmd@contoh.id"
            )
            by = scope.of_appointment(held)
            scope.enter(by)
            paid_scheme(by)
    sys.stdout.write(json.dumps(secrets))


if __name__ == "__main__":
    main()
