"""A line stands on a list from the day it is written, not from its enrolment on."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Let lines that nobody enrolled yet be seen from the lists of other schemes."""

    dependencies: ClassVar = [
        ("benefits", "0006_deaths"),
        ("protection", "0009_dead"),
    ]
    operations: ClassVar = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
