"""Whoever died is found at once, in whichever state their line is."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Let the index over deaths hold every line, not only those that can be billed."""

    dependencies: ClassVar = [("protection", "0008_died")]
    operations: ClassVar = [
        migrations.RemoveIndex("entry", "protection_entry_died"),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=("scheme", "died_on"),
                condition=models.Q(died_on__isnull=False),
                name="protection_entry_died",
            ),
        ),
    ]
