"""An institution sees its own field work; a visit, once written, stays as it is."""

from typing import ClassVar

from django.db import migrations

from naungan.casework.accounts.row_security import HERE, guard


OURS = f"institution_id = {HERE}"
# The inner look passes the guard of its own table, so it finds what is ours alone.
OF_OURS = "EXISTS (SELECT FROM {table} known WHERE known.id = {key})"


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [("fieldwork", "0001_initial")]
    operations: ClassVar = [
        *guard("fieldwork_dispatch", sees=OURS),
        *guard(
            "fieldwork_assignment",
            sees=OURS,
            writes=f"{OURS} AND "
            + OF_OURS.format(table="fieldwork_dispatch", key="dispatch_id"),
        ),
        *guard(
            "fieldwork_visit",
            sees=OURS,
            writes=f"{OURS} AND "
            + OF_OURS.format(table="fieldwork_assignment", key="assignment_id"),
        ),
        # Only the owner, when a term is over, removes visits; nobody changes one.
        migrations.RunSQL(
            "DROP POLICY scope_changes ON fieldwork_visit; "
            "DROP POLICY scope_removes ON fieldwork_visit;",
            "CREATE POLICY scope_changes ON fieldwork_visit FOR UPDATE USING (false); "
            "CREATE POLICY scope_removes ON fieldwork_visit FOR DELETE USING (false);",
        ),
    ]
