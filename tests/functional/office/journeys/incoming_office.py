"""Made in a running office from outside: who sends and who approves.

Run as a program with the home in the environment. It prints the secret of the second
step of everybody.
"""

import json
import sys
from datetime import date

from tests.functional.office.one_member import put_into_use

from naungan.lib.dates import month_index
from naungan.office.frame import as_owner


PASSWORD = "sandi-rekaan-2026"
DESKS = (
    ("kepala", "branch_head", "bpjs_branch", "cabang", "16.04"),
    ("petugas", "account_representative", "bpjs_branch", "cabang", "16.04"),
    ("operator", "village_clerk", "village", "desa", "16.04.23.2005"),
)


def people():
    """Appoint one person to every desk; the branch asks for a second person."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from django.utils.timezone import localdate

    from naungan.casework.accounts.models import Appointment, Institution, User

    secrets, today = {}, localdate()
    put_into_use("16.04", month_index(today.year, today.month))
    for name, role, kind, code, region in DESKS:
        place, _ = Institution.objects.get_or_create(
            code=code,
            defaults={
                "kind": kind,
                "name": f"Kantor {code}",
                "region_code": region,
                "needs_approval": code == "cabang",
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


def main():
    """Fill the office and say the secrets."""
    with as_owner():
        secrets = people()
    sys.stdout.write(json.dumps(secrets))


if __name__ == "__main__":
    main()
