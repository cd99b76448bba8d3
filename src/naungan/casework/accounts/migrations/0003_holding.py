"""Appointments that end at once, stand-ins that last with their holder, erasure."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations, models


SQL = Path(__file__).with_name("0003_holding.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Add the moments of ending and erasing, and the rule of what holds on a day."""

    dependencies: ClassVar = [("accounts", "0002_row_security")]
    operations: ClassVar = [
        migrations.RemoveConstraint(
            model_name="appointment", name="accounts_appointment_one_open"
        ),
        migrations.AddField(
            "appointment",
            "ended_at",
            models.DateTimeField("dicabut", null=True, blank=True),
        ),
        migrations.AddField(
            "invitation", "from_on", models.DateField("mulai", null=True, blank=True)
        ),
        migrations.AddField(
            "invitation", "until_on", models.DateField("sampai", null=True, blank=True)
        ),
        migrations.AddField(
            "invitation",
            "wrong_passwords",
            models.PositiveSmallIntegerField("kata sandi salah", default=0),
        ),
        migrations.AddField(
            "user", "erased_at", models.DateTimeField("dihapus", null=True, blank=True)
        ),
        migrations.AddConstraint(
            "appointment",
            models.UniqueConstraint(
                fields=("user", "institution", "role"),
                condition=models.Q(
                    until_on__isnull=True, ended_at__isnull=True, acts_for__isnull=True
                ),
                name="accounts_appointment_one_open",
            ),
        ),
        migrations.RunSQL(SQL, "DROP FUNCTION accounts_holds(bigint, date)"),
    ]
