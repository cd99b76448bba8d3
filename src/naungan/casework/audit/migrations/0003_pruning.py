"""Seals keep the hash of their looks, so that old looks can go and the seal stays."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations, models


SQL = Path(__file__).with_name("0003_pruning.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Add the hash of a block's looks; let the owner prune whole blocks."""

    dependencies: ClassVar = [("audit", "0002_chain")]
    operations: ClassVar = [
        migrations.AddField(
            "seal",
            "content_hash",
            models.CharField(
                "sidik isi", max_length=64, editable=False, default="0" * 64
            ),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
