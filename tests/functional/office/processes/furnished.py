"""An office that runs, with people and a snapshot put into it beside its pages.

Run as a program in the environment of the office: it speaks to the office's own
database with the rights of its owner, as commands do.
"""

import json
import sys
from datetime import date
from pathlib import Path


PASSWORD = "sandi-rekaan-2026"
OFFICER, COLLEAGUE = "tinjau@contoh.id", "rekan@contoh.id"


def main():
    """Found the office, give it two officers, run the engine, publish; say who they are."""
    from tests.functional.office.uncertain_world import MONTH, OWNER, REGION, run

    from naungan.office.frame import as_owner

    with as_owner() as settings:
        from django.db import transaction
        from django.utils import timezone

        from naungan.casework.accounts import actions, scope
        from naungan.casework.accounts.models import Appointment, Institution, User
        from naungan.casework.intake.actions import publish

        folder = run(Path(settings.home.snapshots) / "uji")
        with transaction.atomic():
            founded = actions.found_office(
                name="Kantor Contoh",
                kind="bpjs_branch",
                code="contoh",
                region_code=REGION,
                email="pendiri@contoh.id",
                person="Pendiri Rekaan",
                password=PASSWORD,
                on=date(2024, 1, 2),
            )
            reach = scope.of_appointment(founded)
            scope.enter(reach)
            branch = Institution.objects.create(
                code=OWNER, kind="bpjs_branch", name="Cabang Satu", region_code=REGION
            )
            for email in (OFFICER, COLLEAGUE):
                user = User.objects.create_user(email, PASSWORD, name=f"Rekaan {email}")
                Appointment.objects.create(
                    user=user,
                    institution=branch,
                    role="account_representative",
                    from_on=date(2024, 1, 2),
                )
            publish(
                by=reach,
                region_code=REGION,
                month=MONTH,
                folder=folder,
                at=timezone.now(),
                law_version="0" * 16,
                invented=True,
            )
    sys.stdout.write(json.dumps([OFFICER, COLLEAGUE]))


if __name__ == "__main__":
    main()
