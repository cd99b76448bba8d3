"""A claim is seen by the branch that pays, who reported it, who paid for it, its village."""

from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL


SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
OURS: Final = "institution_id = benefits_here()"
# Asked once a statement: nothing of it hangs on the row.
IN_PLACE: Final = (
    "village_code = (SELECT benefits_place()) "
    "OR starts_with(village_code, (SELECT benefits_place()) || '.')"
)
PART: Final = "scheme_id IN (SELECT benefits_parts())"
SEES: Final = (
    f"{OURS} OR reported_by_id = benefits_here() OR sponsor_id = benefits_here() "
    f"OR (scheme_id IS NOT NULL AND ({IN_PLACE}))"
)
CHANGES: Final = f"{OURS} OR reported_by_id = benefits_here()"
CLAIM: Final = "EXISTS (SELECT 1 FROM benefits_claim c WHERE c.id = claim_id)"
WRITES: Final = (
    "EXISTS (SELECT 1 FROM benefits_claim c WHERE c.id = claim_id "
    "AND benefits_here() IN (c.institution_id, c.reported_by_id))"
)
ADDS: Final = f"{OURS} AND {WRITES}"


def policies(
    table: str, *, sees: str, adds: str, changes: str = "", removes: str = ""
) -> RunSQL:
    """Write the policies of a table; what is not named, nobody may do."""
    name = f"benefits_{table}"
    written = [
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY scope_sees ON {name} FOR SELECT USING ({sees})",
        f"CREATE POLICY scope_adds ON {name} FOR INSERT WITH CHECK ({adds})",
    ]
    if changes:
        written.append(
            f"CREATE POLICY scope_changes ON {name} FOR UPDATE "
            f"USING ({changes}) WITH CHECK ({changes})"
        )
    if removes:
        written.append(
            f"CREATE POLICY scope_removes ON {name} FOR DELETE USING ({removes})"
        )
    return RunSQL("; ".join(written) + ";", RunSQL.noop)


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [
        ("benefits", "0001_initial"),
        ("protection", "0002_row_security"),
        ("accounts", "0002_row_security"),
    ]
    operations: ClassVar = [
        RunSQL(SQL, RunSQL.noop),
        policies(
            "claim", sees=SEES, adds="reported_by_id = benefits_here()", changes=CHANGES
        ),
        # What happened is only added.
        policies("happening", sees=CLAIM, adds=ADDS),
        policies("heir", sees=CLAIM, adds=ADDS, changes=WRITES, removes=WRITES),
        policies("child", sees=CLAIM, adds=ADDS, removes=WRITES),
        policies("tranche", sees=CLAIM, adds=ADDS, changes=WRITES, removes=WRITES),
        policies("claimpaper", sees=CLAIM, adds=ADDS, changes=WRITES),
        policies("handover", sees=CLAIM, adds=ADDS, changes=WRITES),
        policies(
            "risk",
            sees=f"{OURS} OR {PART} OR {IN_PLACE}",
            adds=OURS,
            changes=OURS,
            removes=OURS,
        ),
    ]
