"""A visit that was recorded is over: nobody is told of it as one to come."""

import re
from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL


FIRST: Final = (Path(__file__).parent / "0002_row_security.sql").read_text("utf-8")
BEFORE: Final = re.search(
    r"CREATE (FUNCTION compliance_visits_near.*?\$\$;)", FIRST, re.DOTALL
)
assert BEFORE is not None
OLD: Final = f"CREATE OR REPLACE {BEFORE[1]}"
OPEN: Final = "WHERE v.cancelled_on IS NULL\n"
NOT_MADE: Final = """        AND NOT EXISTS (
            SELECT 1 FROM compliance_visitrecord r WHERE r.visit_id = v.id
        )
"""


class Migration(migrations.Migration):
    """Leave visits that were recorded out of those that are near."""

    dependencies: ClassVar = [("compliance", "0004_once_a_statement")]
    operations: ClassVar = [RunSQL(OLD.replace(OPEN, OPEN + NOT_MADE), OLD)]
