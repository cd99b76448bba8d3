"""A small invented district with three dated snapshots, built once for all its tests.

Building takes seconds; a snapshot never changes, so every module publishes the same.
"""

import shutil
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.intake.actions import publish
from naungan.engine import demonstration


OWNER = "cabang-contoh"  # whose files the snapshots of the tests were made of
SMALL = demonstration.District(
    code="16.04",
    workers=900,
    members_share=0.4,
    covered=250,
    sample=False,
    published="rapat rekaan: 250 dari 900",
)


def build():
    """Reconcile the district for three dates, oldest first."""
    folder = Path(settings.HOME.snapshots) / "uji" / SMALL.code
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return list(
        demonstration.build(
            SMALL, folder, lambda _text, _part: None, lambda _file: OWNER
        )
    )


def publish_of(founder, built):
    """Publish some of the snapshots in the name of the founder's institution."""
    return [
        publish(
            by=scope.of_appointment(founder),
            region_code=SMALL.code,
            month=one.month,
            folder=one.folder,
            at=timezone.now(),
            law_version="0" * 16,
            invented=True,
            remark=SMALL.published,
        )
        for one in built
    ]
