"""Verdicts are seen in their region, added by their institution, changed by nobody."""

from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations


SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
BACK: Final = (
    "DROP POLICY scope_sees ON review_verdict; "
    "DROP POLICY scope_adds ON review_verdict; "
    "DROP FUNCTION review_lies_here(varchar); "
    "ALTER TABLE review_verdict DISABLE ROW LEVEL SECURITY;"
)


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [("review", "0001_initial")]
    operations: ClassVar = [migrations.RunSQL(SQL, BACK)]
