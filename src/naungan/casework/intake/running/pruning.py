"""What is past its term: files no longer in use, old snapshots; each removal recorded.

The newest snapshot of a region and the files in use stay, however old they are. The
entry of a file stays in the ledger, without the file and without its name.
"""

import shutil
import time
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db.models import DateTimeField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from naungan.casework import act
from naungan.casework.intake import files
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running.database import whole_office
from naungan.casework.intake.states import OPEN_RUNS


NAMELESS: Final = "berkas {number}"
DAY: Final = 24 * 60 * 60  # seconds; a file is entered moments after it arrived
HASH_LENGTH: Final = 64


def count_old(before: datetime) -> int:
    """Count the files and snapshots that are past their term."""
    return _batches(before).count() + _publications(before).count()


def remove_old(before: datetime) -> int:
    """Remove the files and snapshots that are past their term; give how many."""
    with whole_office():
        batches, publications = list(_batches(before)), list(_publications(before))
        for batch in batches:
            _forget_file(batch)
        for publication in publications:
            _forget_snapshot(publication)
    # What the ledger no longer names goes last: cut short here, nothing is missing.
    with whole_office():
        for batch in batches:
            files.remove(batch)
    for publication in publications:
        folder = Path(settings.HOME.snapshots) / publication.folder
        shutil.rmtree(folder, ignore_errors=True)
    return len(batches) + len(publications)


def _batches(before: datetime) -> QuerySet[Batch]:
    """Give the batches that are not in use and were last touched before a moment."""
    touched = Coalesce(
        "ended_at", "decided_at", "received_at", output_field=DateTimeField()
    )
    left = Batch.objects.filter(removed_at=None).exclude(state="approved")
    return left.annotate(touched_at=touched).filter(touched_at__lt=before)


def _publications(before: datetime) -> QuerySet[Publication]:
    """Give the old publications that a newer one of their region has followed."""
    newest = Publication.objects.filter(region_code=OuterRef("region_code"))
    last = Subquery(newest.order_by("-run").values("pk")[:1])
    return Publication.objects.filter(published_at__lt=before).exclude(pk=last)


def _forget_file(batch: Batch) -> None:
    batch.removed_at = timezone.now()
    batch.name = NAMELESS.format(number=batch.pk)
    batch.save(update_fields=["removed_at", "name"])
    act.record(
        by=None,
        verb="prune",
        noun="batch",
        noun_id=batch.pk,
        sha256=batch.sha256,
        state=batch.state,
    )


def _forget_snapshot(publication: Publication) -> None:
    act.record(
        by=None,
        verb="prune",
        noun="publication",
        noun_id=publication.pk,
        region=publication.region_code,
        run=publication.run,
        month=publication.month,
    )
    Publication.objects.filter(pk=publication.pk).delete()


def tidy() -> int:
    """Remove what interrupted uploads and runs left behind; give how much.

    A file without an entry was never spoken of; a run that is over needs no folder.
    """
    with whole_office():
        known = set(Batch.objects.filter(removed_at=None).values_list("sha256"))
        busy = set(Run.objects.filter(state__in=OPEN_RUNS).values_list("pk"))
    limit = time.time() - DAY
    left = [
        path
        for path in files.uploads().iterdir()
        if len(path.name) == HASH_LENGTH
        and (path.name,) not in known
        and path.stat().st_mtime < limit
    ]
    for path in left:
        path.unlink()
    folders = [
        path
        for path in (files.uploads() / files.RUNS).glob("[0-9]*")
        if (int(path.name),) not in busy
    ]
    for path in folders:
        shutil.rmtree(path)
    return len(left) + len(folders)
