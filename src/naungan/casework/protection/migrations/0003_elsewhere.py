"""Whether other schemes, or other villages, name a person: asked across institutions."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


SQL = Path(__file__).with_name("0003_elsewhere.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Add the questions."""

    dependencies: ClassVar = [("protection", "0002_row_security")]
    operations: ClassVar = [
        migrations.RunSQL(
            SQL,
            "DROP FUNCTION protection_place(bigint, varchar); "
            "DROP FUNCTION protection_doubles(bigint[], bigint[], bigint); "
            "DROP FUNCTION protection_elsewhere(bigint[], bigint, integer, integer)",
        ),
    ]
