"""The logs refuse change, chain themselves, and are seen by their institution."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations

from naungan.casework.accounts.row_security import EVERYWHERE, HERE, MINE, guard


SQL = Path(__file__).with_name("0002_chain.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Triggers, chain, seals, and row-level security of the logs."""

    dependencies: ClassVar = [("audit", "0001_initial")]
    operations: ClassVar = [
        migrations.RunSQL(SQL.replace("%%", "%"), migrations.RunSQL.noop),
        *guard(
            "audit_act",
            sees=f"institution_id = {HERE} OR user_id = {MINE} OR {EVERYWHERE}",
            writes="true",
        ),
        *guard(
            "audit_look",
            sees=f"institution_id = {HERE} OR {EVERYWHERE}",
            writes="true",
        ),
        *guard("audit_seal", sees="true", writes="false"),
    ]
