"""Sharing out places by the codes of regions, and of one village alone where it can be."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


HERE = Path(__file__)
SQL = HERE.with_suffix(".sql").read_text(encoding="utf-8")
BEFORE = HERE.with_name("0003_elsewhere.sql").read_text(encoding="utf-8")
MARK = "CREATE FUNCTION protection_place"


class Migration(migrations.Migration):
    """Write the question anew; what it answers stays the same."""

    dependencies: ClassVar = [("protection", "0004_counts")]
    operations: ClassVar = [
        migrations.RunSQL(
            SQL,
            f"CREATE OR REPLACE FUNCTION protection_place{BEFORE.split(MARK)[1]}",
        ),
    ]
