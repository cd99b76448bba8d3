"""Whose rows are seen is asked once for a statement, not once for a row."""

from typing import ClassVar, Final

from django.db import migrations, models
from django.db.migrations import RunSQL


HERE: Final = "(SELECT compliance_here())"
OFFICE: Final = "(SELECT compliance_office())"
OURS: Final = f"institution_id = {HERE}"
OF_CASE: Final = "SELECT 1 FROM compliance_participation p WHERE p.case_id = "
PARTAKES: Final = (
    f"EXISTS ({OF_CASE}compliance_case.id AND p.institution_id = {HERE} "
    "AND p.until IS NULL)"
)
CASE: Final = "EXISTS (SELECT 1 FROM compliance_case c WHERE c.id = case_id)"
SEES: Final = {
    "case": f"{OURS} OR {OFFICE} OR {PARTAKES}",
    "handover": f"{OURS} OR to_id = {HERE} OR {CASE}",
    "skk": f"{OURS} OR to_id = {HERE} OR {CASE}",
    "priorityrule": OURS,
}
"""What is seen of each table of which lists are made.

Not of participations: a policy that asks within itself may not stand in another's.
"""


class Migration(migrations.Migration):
    """Ask once, and keep the orders in which cases are listed and looked up."""

    dependencies: ClassVar = [("compliance", "0003_marks")]
    operations: ClassVar = [
        RunSQL(
            "; ".join(
                f"ALTER POLICY scope_sees ON compliance_{table} USING ({sees})"
                for table, sees in SEES.items()
            ),
            RunSQL.noop,
        ),
        migrations.RemoveIndex("case", "compliance_case_listed"),
        migrations.RemoveIndex("case", "compliance_case_npp"),
        migrations.AddIndex(
            "case",
            models.Index(
                fields=["state", "-priority", "id"], name="compliance_case_in_state"
            ),
        ),
        migrations.AddIndex(
            "case",
            models.Index(fields=["-priority", "id"], name="compliance_case_in_order"),
        ),
        *(
            migrations.AddIndex("case", models.Index(fields=[field], name=name))
            for field, name in (
                ("npp", "compliance_case_npp"),
                ("nib", "compliance_case_nib"),
                ("number", "compliance_case_number_alone"),
            )
        ),
    ]
