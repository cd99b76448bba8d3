"""In which institutions somebody holds a role, told without showing who."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


SQL = Path(__file__).with_name("0005_held_where.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Add the question that row security would else have to be lifted for."""

    dependencies: ClassVar = [("accounts", "0004_tokens")]
    operations: ClassVar = [
        migrations.RunSQL(
            SQL,
            "DROP FUNCTION accounts_held_where(bigint[], text[], text[], date)",
        ),
    ]
