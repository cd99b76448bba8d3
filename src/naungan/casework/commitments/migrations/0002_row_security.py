"""Who keeps, owes, or is waited for in a promise sees it, and whoever sat in its meeting."""

from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL

from naungan.casework.accounts.row_security import EVERYWHERE, HERE, MINE


SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
# The office itself, which works for no person, measures and reminds.
OFFICE: Final = f"({EVERYWHERE} AND {MINE} IS NULL)"
OURS: Final = f"institution_id = {HERE}"
SITS: Final = (
    "EXISTS (SELECT FROM coordination_event known "
    f"WHERE known.id = event_id AND {HERE} = ANY (known.parties))"
)
PROMISE: Final = (
    "EXISTS (SELECT FROM commitments_commitment known WHERE known.id = commitment_id)"
)
OF_PROMISE: Final = ("measurement", "claim", "evidence", "revision")
WRITES: Final = f"({OURS} OR {OFFICE}) AND {PROMISE}"


def policies(table: str, *, sees: str, adds: str, changes: str = "") -> RunSQL:
    """Write the policies of a table; what is not named, nobody may do."""
    name = f"commitments_{table}"
    written = [
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY scope_sees ON {name} FOR SELECT USING ({sees})",
        f"CREATE POLICY scope_adds ON {name} FOR INSERT WITH CHECK ({adds})",
    ]
    if changes:
        written.append(
            f"CREATE POLICY scope_changes ON {name} FOR UPDATE USING ({changes})"
        )
    return RunSQL("; ".join(written) + ";", RunSQL.noop)


class Migration(migrations.Migration):
    """Switch row-level security on, and guard what is written once."""

    dependencies: ClassVar = [
        ("commitments", "0001_initial"),
        ("coordination", "0002_row_security"),
    ]
    operations: ClassVar = [
        policies(
            "commitment",
            sees=f"{OURS} OR owner_institution_id = {HERE} OR waits_on_id = {HERE} "
            f"OR {OFFICE} OR {SITS}",
            adds=OURS,
            changes=f"{OURS} OR owner_institution_id = {HERE} OR {OFFICE}",
        ),
        *(policies(table, sees=PROMISE, adds=WRITES) for table in OF_PROMISE),
        policies("activity", sees=PROMISE, adds=WRITES, changes=PROMISE),
        policies("reminder", sees=PROMISE, adds=WRITES, changes=OFFICE),
        RunSQL(SQL, RunSQL.noop),
    ]
