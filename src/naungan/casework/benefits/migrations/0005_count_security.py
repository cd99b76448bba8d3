"""Counts of risks are seen as the risks are."""

from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL


SQL: Final = """
    ALTER TABLE benefits_riskcount ENABLE ROW LEVEL SECURITY;
    CREATE POLICY scope_sees ON benefits_riskcount FOR SELECT USING (
        institution_id = benefits_here() OR scheme_id IN (SELECT benefits_parts())
        OR village_code = (SELECT benefits_place())
        OR starts_with(village_code, (SELECT benefits_place()) || '.')
    );
    CREATE POLICY scope_adds ON benefits_riskcount FOR INSERT
        WITH CHECK (institution_id = benefits_here());
    CREATE POLICY scope_removes ON benefits_riskcount FOR DELETE
        USING (institution_id = benefits_here());
"""


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [("benefits", "0004_risk_counts")]
    operations: ClassVar = [RunSQL(SQL, RunSQL.noop)]
