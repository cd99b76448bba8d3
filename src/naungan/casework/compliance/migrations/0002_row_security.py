"""Who sees a case sees what hangs on it; each institution writes for itself."""

from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL


SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
OURS: Final = "institution_id = compliance_here()"
OFFICE: Final = "compliance_office()"
CASE: Final = "EXISTS (SELECT 1 FROM compliance_case c WHERE c.id = case_id)"
WRITES: Final = f"({OURS} OR {OFFICE}) AND {CASE}"
JOINED: Final = "compliance_here() = ANY (joined)"
ITS_CASE: Final = (
    "EXISTS (SELECT 1 FROM compliance_case c WHERE c.team_id = compliance_team.id)"
)
OF_TEAM: Final = "EXISTS (SELECT 1 FROM compliance_team t WHERE t.id = team_id)"
OF_VISIT: Final = (
    "EXISTS (SELECT 1 FROM compliance_plannedvisit v WHERE v.id = visit_id)"
)


def policies(
    table: str, *, sees: str, adds: str, changes: str = "", removes: str = ""
) -> RunSQL:
    """Write the policies of a table; what is not named, nobody may do."""
    name = f"compliance_{table}"
    written = [
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY scope_sees ON {name} FOR SELECT USING ({sees})",
        f"CREATE POLICY scope_adds ON {name} FOR INSERT WITH CHECK ({adds})",
    ]
    if changes:
        written.append(
            f"CREATE POLICY scope_changes ON {name} FOR UPDATE USING ({changes})"
        )
    if removes:
        written.append(
            f"CREATE POLICY scope_removes ON {name} FOR DELETE USING ({removes})"
        )
    return RunSQL("; ".join(written) + ";", RunSQL.noop)


class Migration(migrations.Migration):
    """Switch row-level security on, and guard what is written once."""

    dependencies: ClassVar = [("compliance", "0001_initial")]
    operations: ClassVar = [
        RunSQL(SQL, RunSQL.noop),
        policies("casefinding", sees=CASE, adds=WRITES),
        policies("casenote", sees=CASE, adds=WRITES),
        policies("steptaken", sees=CASE, adds=WRITES, changes=CASE),
        policies(
            "handover",
            sees=f"{OURS} OR to_id = compliance_here() OR {CASE}",
            adds=WRITES,
            changes=f"{OURS} OR to_id = compliance_here()",
        ),
        policies(
            "skk",
            sees=f"{OURS} OR to_id = compliance_here() OR {CASE}",
            adds=WRITES,
            changes=f"{OURS} OR to_id = compliance_here()",
        ),
        policies(
            "uploadlink",
            sees="code_hash = nullif(current_setting('naungan.upload_link', true), '') "
            f"OR {CASE}",
            adds=WRITES,
            changes=CASE,
        ),
        policies("reply", sees=CASE, adds=WRITES, changes=CASE),
        policies(
            "visitrecord",
            sees=f"{OURS} OR {CASE} OR {OF_VISIT}",
            adds=f"{OURS} AND (case_id IS NULL OR {CASE}) "
            f"AND (visit_id IS NULL OR {OF_VISIT})",
        ),
        policies(
            "paper",
            sees=f"{OURS} OR {CASE}",
            adds=f"{OURS} AND (case_id IS NULL OR {CASE})",
        ),
        policies(
            "plannedvisit",
            sees=f"{OURS} OR {JOINED} OR {CASE}",
            adds=f"{OURS} AND (case_id IS NULL OR {CASE})",
            changes=OURS,
        ),
        policies(
            "visitmember",
            sees=OF_VISIT,
            adds=f"{OURS} AND {OF_VISIT}",
            changes=OURS,
            removes=OURS,
        ),
        policies(
            "team",
            sees=f"{OURS} OR {JOINED} OR {ITS_CASE}",
            adds=OURS,
            changes=OURS,
        ),
        policies(
            "teammember",
            sees=OF_TEAM,
            adds=f"{OURS} AND {OF_TEAM}",
            changes=OURS,
            removes=OURS,
        ),
        policies("termoverlay", sees="true", adds=OURS),
        policies("priorityrule", sees=OURS, adds=OURS, changes=OURS),
    ]
