"""A look at a list names everybody on it, and each of them finds it."""

from pathlib import Path
from typing import ClassVar

import django.contrib.postgres.indexes
from django.db import migrations, models

from naungan.casework.audit.models import Things


SQL = Path(__file__).with_name("0004_everybody_seen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Let a look hold many numbers, with an index of each of them."""

    dependencies: ClassVar = [("audit", "0003_pruning")]
    operations: ClassVar = [
        migrations.RemoveIndex("look", "audit_look_noun"),
        migrations.AlterField("look", "noun_id", models.TextField("nomor benda")),
        migrations.AddIndex(
            "look",
            django.contrib.postgres.indexes.GinIndex(
                Things(), name="audit_look_things"
            ),
        ),
        migrations.RunSQL(SQL, "DROP FUNCTION audit_looks_naming(text)"),
    ]
