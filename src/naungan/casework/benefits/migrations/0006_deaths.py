"""A death that is reported bars its person from every list, and is seen where they stand."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Mark the lines of whoever died, now and with every report."""

    dependencies: ClassVar = [
        ("benefits", "0005_count_security"),
        ("protection", "0008_died"),
    ]
    operations: ClassVar = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
