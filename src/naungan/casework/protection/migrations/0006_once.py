"""Ask once a statement who looks, not once a row; find at once who could pay alone.

A setting of the transaction is read by a function; inside a sub-select it is read a
single time. What each policy lets through stays the same.
"""

from importlib import import_module
from typing import ClassVar, Final

from django.db import migrations, models
from django.db.migrations import RunSQL

from naungan.casework.accounts.row_security import HERE


BEFORE = import_module("naungan.casework.protection.migrations.0002_row_security")
ONCE: Final = f"(SELECT {HERE})"
TABLES: Final = (
    "quota",
    "budget",
    "enrolment",
    "billing",
    "entry",
    "check",
    "paidmonth",
    "tally",
    "billedmonth",
    "submission",
)
ALTER: Final = "ALTER POLICY scope_sees ON protection_{table} USING ({sees});"


def _written(sees: str) -> str:
    return " ".join(ALTER.format(table=table, sees=sees) for table in TABLES)


class Migration(migrations.Migration):
    """Write the policies of sight anew, and lay the index."""

    dependencies: ClassVar = [("protection", "0005_place")]
    operations: ClassVar = [
        RunSQL(_written(BEFORE.SEES.replace(HERE, ONCE)), _written(BEFORE.SEES)),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=("scheme", "id"),
                condition=models.Q(
                    decile__gt=4, state__in=("enrolled", "paid", "active")
                ),
                name="protection_entry_able",
            ),
        ),
    ]
