"""Made in a running office from outside: the desks of a meeting, and one snapshot at a time.

Run as a program with the home in the environment: SNAPSHOT MONTH, and `people` before
them to appoint everybody first. It prints the secret of everybody's second step.
"""

import json
import sys
from pathlib import Path

from tests.functional.office.journeys import field_office

from naungan.office.frame import as_owner


DESKS = (
    ("sekretaris", "membership_head", "bpjs_branch", "cabang"),
    ("kepala", "branch_head", "bpjs_branch", "cabang"),
    ("sekda", "regional_secretary", "sekda", "setda"),
    ("dinas", "agency_head", "disnaker", "disnaker"),
)


def publish(folder, month):
    """Publish a snapshot, as the office does when its worker has made one."""
    from django.utils import timezone

    from naungan.casework.intake import actions

    actions.publish(
        by=None,
        region_code="16.04",
        month=int(month),
        folder=Path(folder),
        at=timezone.now(),
        law_version="0" * 16,
        invented=True,
    )


if __name__ == "__main__":
    field_office.DESKS = DESKS
    with as_owner():
        found = field_office.people("") if sys.argv[1] == "people" else {}
        publish(*sys.argv[-2:])
    sys.stdout.write(json.dumps(found))
