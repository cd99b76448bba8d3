"""A look keeps the ground on which a NIK was opened, and the whole reason behind it."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Let what a look was for hold a code, a ground and a reason of 200 letters."""

    dependencies: ClassVar = [("audit", "0004_everybody_seen")]
    operations: ClassVar = [
        migrations.AlterField(
            "look", "purpose", models.CharField("keperluan", max_length=240)
        ),
    ]
