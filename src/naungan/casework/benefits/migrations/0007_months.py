"""Other schemes name somebody where they share a month with the one that asks."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations


SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Ask by the months of the two schemes."""

    dependencies: ClassVar = [("benefits", "0006_deaths")]
    operations: ClassVar = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
