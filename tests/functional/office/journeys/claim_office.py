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
DECIDED, PAID = date(2025, 6, 3), date(2025, 10, 10)
DESKS = (
    ("kepala", "branch_head", "bpjs_branch", "cabang"),
    ("dpmd", "agency_head", "dpmd", "dpmd"),
    ("kades", "village_head", "village", "desa"),
)


def paid_scheme(by):
    """Bring two people of the village all the way to paid months, and leave one behind."""
    from tests.invented_scheme import begin, enrol, nik, pay, person, plan, write

    from naungan.lib.dates import month_index

    july = month_index(2025, 7)
    made = begin(by, plan(july), {VILLAGE: 60})
    people = [person(9000 + at, name=f"Orang {at} rekaan") for at in range(1, 4)]
    write(by, made, people, VILLAGE)
    enrol(by, made, DECIDED, left_out=[nik(9003)])
    pay(by, made, july, july + 3, PAID)


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
