"""Made in a running office from outside: an employer in arrears, demanded three times.

Run as a program with the home in the environment. It prints the secret of the second
step of everybody who has one, and the number of the case. No snapshot is needed: the
employer was seen on a visit.
"""

import json
import sys
from datetime import timedelta

from tests.functional.office.journeys import field_office

from naungan.office.frame import as_owner


DESKS = (
    ("kepala", "branch_head", "bpjs_branch", "cabang"),
    ("pemeriksa", "examiner", "bpjs_branch", "cabang"),
    ("jaksa", "datun_head", "kejari", "kejaksaan"),
)
HEADS = {
    "kepala": {"signer_name": "Kepala Rekaan", "signer_position": "Kepala Cabang"},
    "jaksa": {},
}
LETTERS = {"arrears_letter_1": 60, "arrears_letter_2": 40, "arrears_letter_3": 20}
UNPAID = {
    "months": ["2025-01..2025-06"],
    "number_of_workers": 3,
    "wage": 4_000_000,
    "scale": "small",
    "risk_group": "low",
}


def reach_of(name):
    """Sit somebody down at their desk."""
    from naungan.casework.accounts import scope
    from naungan.casework.accounts.models import Appointment

    held = Appointment.objects.get(user__email=f"{name}@contoh.id")
    found = scope.of_appointment(held)
    scope.enter(found)
    return found


def heads():
    """Write the letterheads, without which no letter goes out."""
    from naungan.casework.correspondence.actions import set_head

    for name, more in HEADS.items():
        given = {"address": "Jalan Contoh 1", "contact": "telepon", "city": "Lahat"}
        set_head(by=reach_of(name), **given, **more)


def demanded():
    """Open a case of arrears, demand it by three letters, count what is owed."""
    from naungan.casework import clock
    from naungan.casework.collection import actions as money, statement
    from naungan.casework.compliance.actions import cases, steps
    from naungan.casework.compliance.actions.cases import ByHand, Subject

    today, by = clock.today(), reach_of("pemeriksa")
    case = cases.open_by_hand(
        by=by,
        subject=Subject(
            name="CV Contoh Rekaan", region_code="16.04", npp="12345678", kind="company"
        ),
        track="arrears",
        how="visit",
        findings=[ByHand("contributions_in_arrears", "Menunggak enam bulan.", 3)],
        today=today - timedelta(days=70),
    )
    for code, before in LETTERS.items():
        on = today - timedelta(days=before)
        steps.take_step(by=by, case=case, step=code, taken_on=on, today=on)
    stated = statement.state(UNPAID, today)
    money.establish(
        by=by, case=case, statement=stated, on=today, workers=3, today=today
    )
    return case.pk


def main():
    """Fill the office; say the secrets and the number of the case."""
    field_office.DESKS = DESKS
    with as_owner():
        from django.db import transaction

        secrets = field_office.people("16.04.23.2005")
        with transaction.atomic():
            heads()
            number = demanded()
    sys.stdout.write(json.dumps({"secrets": secrets, "case": number}))


if __name__ == "__main__":
    main()
