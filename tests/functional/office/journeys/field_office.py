"""Made in a running office from outside: people at their desks, and one snapshot.

Run as a program with the home in the environment: SNAPSHOT VILLAGE MONTH. It prints the
secret of the second step of everybody who has one.
"""

import json
import sys
from datetime import date
from pathlib import Path

from naungan.office.frame import as_owner


PASSWORD = "sandi-rekaan-2026"
OWNER = "cabang"
DESKS = (
    ("kepala", "branch_head", "bpjs_branch", "cabang"),
    ("petugas", "account_representative", "bpjs_branch", "cabang"),
    ("operator", "village_clerk", "village", "desa"),
)


def people(village):
    """Appoint one person to every desk; the branch first, which founds the office."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    from naungan.casework.accounts.models import Appointment, Institution, User

    regions = {"cabang": "16.04", "desa": village}
    secrets = {}
    for name, role, kind, code in DESKS:
        place, _ = Institution.objects.get_or_create(
            code=code,
            defaults={
                "kind": kind,
                "name": f"Kantor {code}",
                "region_code": regions.get(code, "16.04"),
            },
        )
        user = User.objects.create_user(
            f"{name}@contoh.id", PASSWORD, name=f"{name} rekaan"
        )
        Appointment.objects.create(
            user=user, institution=place, role=role, from_on=date(2024, 1, 2)
        )
        secrets[name] = generate_totp_secret()
        TOTP.activate(user, secrets[name])
    return secrets


def share():
    """Let villages see the people in the branch's files."""
    from naungan.casework.accounts.models import Institution
    from naungan.casework.sharing.models import Sharing

    Sharing.objects.create(
        institution=Institution.objects.get(code=OWNER),
        receiver_kind="village",
        columns=["birth_date", "employer", "kpj", "nik", "sex", "wage"],
        purpose="uji",
        agreement="PKS rekaan",
        from_on=date(2024, 1, 2),
        until_on=date(2099, 12, 31),
    )


def main(snapshot, village, month):
    """Fill the office and say the secrets."""
    with as_owner():
        from django.utils import timezone

        from naungan.casework.intake.actions import publish

        secrets = people(village)
        share()
        publish(
            by=None,
            region_code="16.04",
            month=int(month),
            folder=Path(snapshot),
            at=timezone.now(),
            law_version="0" * 16,
            invented=True,
        )
    sys.stdout.write(json.dumps(secrets))


if __name__ == "__main__":
    main(*sys.argv[1:])
