"""A mandate has one number: that of its letter, none until the letter is issued."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Let a mandate wait for its number, which is as long as that of a letter."""

    dependencies: ClassVar = [("compliance", "0006_waits_for_nobody")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name="skk",
            name="number",
            field=models.CharField(blank=True, max_length=120, verbose_name="nomor"),
        ),
    ]
