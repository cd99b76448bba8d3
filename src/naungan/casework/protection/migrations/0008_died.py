"""Of each line, the day of a death that was reported; who died is found at once."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the day, and an index over those who were covered."""

    dependencies: ClassVar = [("protection", "0007_turns")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="entry",
            name="died_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="kematian dilaporkan"
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=("scheme", "died_on"),
                condition=models.Q(
                    died_on__isnull=False, state__in=("enrolled", "paid", "active")
                ),
                name="protection_entry_died",
            ),
        ),
    ]
