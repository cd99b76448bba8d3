"""Everybody here reads targets and accepted figures; each office writes its own."""

from typing import ClassVar

from django.db import migrations

from naungan.casework.accounts.row_security import HERE, MINE, guard


OWN = f"institution_id = {HERE}"
SIGNED_IN = f"{MINE} IS NOT NULL"


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [("regions", "0001_initial")]
    operations: ClassVar = [
        *guard("regions_targetseries", sees=SIGNED_IN, writes=OWN),
        *guard("regions_targetvalue", sees=SIGNED_IN, writes=OWN),
        *guard("regions_acceptedfigure", sees=SIGNED_IN, writes=OWN),
        # Only the owner, at the terminal, loads borders.
        *guard("regions_boundarypack", sees="true", writes="false"),
        *guard("regions_boundarysheet", sees="true", writes="false"),
    ]
