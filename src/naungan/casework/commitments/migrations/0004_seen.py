"""Whoever sees a promise is written down beside it, and asked for by one look."""

from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL

from naungan.casework.accounts.row_security import EVERYWHERE, HERE, MINE


SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
# The office itself, which works for no person, measures and reminds.
OFFICE: Final = f"(SELECT {EVERYWHERE} AND {MINE} IS NULL)"
OURS: Final = f"institution_id = (SELECT {HERE})"
SEEN: Final = (
    "EXISTS (SELECT FROM commitments_sight known "
    f"WHERE known.commitment_id = commitments_commitment.id AND known.viewer_id = (SELECT {HERE}))"
)


class Migration(migrations.Migration):
    """Fill who sees what, let the database keep it, and ask it instead of the meeting."""

    dependencies: ClassVar = [
        ("commitments", "0003_sight"),
        ("coordination", "0003_held"),
    ]
    operations: ClassVar = [
        RunSQL(SQL, RunSQL.noop),
        RunSQL(
            "ALTER TABLE commitments_sight ENABLE ROW LEVEL SECURITY; "
            "CREATE POLICY scope_sees ON commitments_sight FOR SELECT "
            f"USING (viewer_id = (SELECT {HERE}));",
            RunSQL.noop,
        ),
        RunSQL(
            "ALTER POLICY scope_sees ON commitments_commitment "
            f"USING ({OURS} OR {OFFICE} OR {SEEN});",
            RunSQL.noop,
        ),
        # Last: a table whose new rows are still to be checked cannot be altered.
        RunSQL(
            "SELECT commitments_show(ARRAY(SELECT id FROM commitments_commitment));",
            RunSQL.noop,
        ),
    ]
