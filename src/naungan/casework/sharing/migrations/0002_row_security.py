"""A rule is written by the institution that gives it; both sides and auditors read it.

Rules name institutions and purposes, no person; whoever they concern by kind cannot
be told from the row alone, so every institution may read them.
"""

from typing import ClassVar

from django.db import migrations

from naungan.casework.accounts.row_security import HERE, guard


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [("sharing", "0001_initial")]
    operations: ClassVar = [
        *guard(
            "sharing_sharing",
            sees="true",
            writes=f"institution_id = {HERE}",
        ),
    ]
