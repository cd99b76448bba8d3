"""What the law is told of everybody in a scheme, by one question."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Add the question."""

    dependencies: ClassVar = [("benefits", "0002_row_security")]
    operations: ClassVar = [
        migrations.RunSQL(
            SQL,
            "DROP FUNCTION benefits_facts(bigint, integer, integer, integer, date)",
        ),
    ]
