"""Row-level security as migrations write it: who may see and write which rows.

Policies read the transaction's settings (see `scope`). A table with a policy
shows nothing at all to the application until a scope was told. The owner of the
tables, who migrates, seals and verifies, is not held by them and never serves.
"""

from typing import Final

from django.db.migrations import RunSQL


MINE: Final = "nullif(current_setting('naungan.user', true), '')::bigint"
HERE: Final = "nullif(current_setting('naungan.institution', true), '')::bigint"
TOKEN: Final = "nullif(current_setting('naungan.token', true), '')"
CODE: Final = "nullif(current_setting('naungan.invitation', true), '')"
EVERYWHERE: Final = (
    "coalesce(current_setting('naungan.every_institution', true), '') = 'on'"
)


def guard(table: str, *, sees: str, writes: str | None = None) -> list[RunSQL]:
    """Switch row-level security on for a table, with one rule to see and one to write."""
    checked = sees if writes is None else writes
    return [
        RunSQL(
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; "
            f"CREATE POLICY scope_sees ON {table} FOR SELECT USING ({sees}); "
            f"CREATE POLICY scope_adds ON {table} FOR INSERT WITH CHECK ({checked}); "
            f"CREATE POLICY scope_changes ON {table} FOR UPDATE "
            f"USING ({checked}) WITH CHECK ({checked}); "
            f"CREATE POLICY scope_removes ON {table} FOR DELETE USING ({checked});",
            f"DROP POLICY scope_sees ON {table}; DROP POLICY scope_adds ON {table}; "
            f"DROP POLICY scope_changes ON {table}; DROP POLICY scope_removes ON {table}; "
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
        )
    ]
