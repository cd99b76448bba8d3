"""Appointments and invitations are seen by their person and by their institution."""

from typing import ClassVar

from django.db import migrations

from naungan.casework.accounts.row_security import CODE, EVERYWHERE, HERE, MINE, guard


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [("accounts", "0001_initial")]
    operations: ClassVar = [
        *guard(
            "accounts_appointment",
            sees=f"user_id = {MINE} OR institution_id = {HERE} OR {EVERYWHERE}",
            writes=f"institution_id = {HERE} OR {EVERYWHERE}",
        ),
        *guard(
            "accounts_invitation",
            sees=f"institution_id = {HERE} OR {EVERYWHERE} OR code_hash = {CODE}",
            writes=f"institution_id = {HERE} OR {EVERYWHERE}",
        ),
    ]
