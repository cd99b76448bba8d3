"""What an institution wrote itself it sees at once; only of the rest the case is asked."""

from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL


CASE: Final = "EXISTS (SELECT 1 FROM compliance_case c WHERE c.id = case_id)"
TABLES: Final = (
    *("debt", "debtline", "payment", "allocation"),
    *("instalmentplan", "instalment", "recovery", "workergained"),
)


def sees(condition: str) -> str:
    """Write the rule of seeing for every table."""
    return "".join(
        f"ALTER POLICY scope_sees ON collection_{table} USING ({condition});"
        for table in TABLES
    )


class Migration(migrations.Migration):
    """Ask first what is cheap to ask."""

    dependencies: ClassVar = [("collection", "0002_row_security")]
    operations: ClassVar = [
        RunSQL(sees(f"institution_id = compliance_here() OR {CASE}"), sees(CASE))
    ]
