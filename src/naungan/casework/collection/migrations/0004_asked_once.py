"""Whose money is seen is asked once for a statement, not once for a row."""

from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL


HERE: Final = "(SELECT compliance_here())"
OFFICE: Final = "(SELECT compliance_office())"
TAKES_PART: Final = f"p.institution_id = {HERE} AND p.until IS NULL"
SHARED: Final = (
    f"case_id IN (SELECT p.case_id FROM compliance_participation p "  # noqa: S608 (ours)
    f"WHERE p.owner_id = {HERE} OR ({TAKES_PART}))"
)
"""Cases that one takes part in, and one's own in which others do: those may write too."""
SEES: Final = f"institution_id = {HERE} OR {OFFICE} OR {SHARED}"
BEFORE: Final = (
    "institution_id = compliance_here() OR "
    "EXISTS (SELECT 1 FROM compliance_case c WHERE c.id = case_id)"
)
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
    """Ask for the few cases that are shared, and for no other case."""

    dependencies: ClassVar = [
        ("collection", "0003_own_rows_first"),
        ("compliance", "0002_row_security"),
    ]
    operations: ClassVar = [RunSQL(sees(SEES), sees(BEFORE))]
