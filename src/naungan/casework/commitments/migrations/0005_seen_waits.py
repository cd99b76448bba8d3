"""Whom running promises wait for, and who owes them: found without a look at the rest."""

from typing import ClassVar

from django.db import migrations, models


RUNNING = models.Q(("state", "open"))


class Migration(migrations.Migration):
    """Two indexes of the promises that still run."""

    dependencies: ClassVar = [("commitments", "0004_seen")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="sight",
            index=models.Index(
                condition=RUNNING,
                fields=["viewer", "waits_for", "due_on", "commitment"],
                include=("owner", "is_met"),
                name="commitments_seen_waits",
            ),
        ),
        migrations.AddIndex(
            model_name="sight",
            index=models.Index(
                condition=RUNNING,
                fields=["viewer", "owner", "due_on"],
                include=("waits_for", "is_met"),
                name="commitments_seen_owed",
            ),
        ),
    ]
