"""Find at once whose turn it is, and whose protection is paid for but has not begun."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Lay two indexes over the few rows that such questions read."""

    dependencies: ClassVar = [("protection", "0006_once")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="tally",
            index=models.Index(
                fields=("scheme", "state"),
                condition=models.Q(people__gt=0),
                name="protection_tally_turn",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=("first_month", "scheme"),
                condition=models.Q(state__in=("paid", "active")),
                name="protection_entry_begins",
            ),
        ),
    ]
