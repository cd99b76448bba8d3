"""What stood where it should from its first figure is no target that was reached since."""

from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations, models
from django.db.migrations import RunSQL


SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """One mark more for whoever sees a promise, in the index that is counted."""

    dependencies: ClassVar = [("commitments", "0006_read_at")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="sight",
            name="began_met",
            field=models.BooleanField(
                default=False, verbose_name="tercapai sejak awal"
            ),
        ),
        migrations.RemoveIndex(model_name="sight", name="commitments_seen_by"),
        migrations.AddIndex(
            model_name="sight",
            index=models.Index(
                fields=["viewer", "due_on", "commitment"],
                include=(
                    *("id", "state", "year", "region_code", "owner"),
                    *("waits_for", "is_met", "came_late", "is_open_ended"),
                    *("is_contradicted", "began_met"),
                ),
                name="commitments_seen_by",
            ),
        ),
        RunSQL(SQL, RunSQL.noop),
        # Last: a table whose new rows are still to be checked cannot be altered.
        RunSQL(
            "SELECT commitments_show(ARRAY(SELECT id FROM commitments_commitment));",
            RunSQL.noop,
        ),
    ]
