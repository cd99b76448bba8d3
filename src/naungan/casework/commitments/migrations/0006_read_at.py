"""When each reading was taken; of those taken before, only the day is known."""

from typing import ClassVar

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """One moment a reading, empty for what was read before it was kept."""

    dependencies: ClassVar = [("commitments", "0005_seen_waits")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="measurement",
            name="read_at",
            field=models.DateTimeField(null=True, verbose_name="dibaca pada"),
        ),
        migrations.AlterField(
            model_name="measurement",
            name="read_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                null=True,
                verbose_name="dibaca pada",
            ),
        ),
    ]
