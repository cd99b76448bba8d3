"""Publishing: a run's folder becomes what pages show."""

from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from naungan.casework import act
from naungan.casework.act import Doer
from naungan.casework.intake.models import Publication, Run
from naungan.casework.intake.running import folders
from naungan.casework.intake.running.database import one_at_a_time


published: Final = Signal()
"""Sent with `publication` in the transaction that made it, once for each."""


def publish(
    *,
    by: Doer | None,
    region_code: str,
    month: int,
    folder: Path,
    at: datetime,
    law_version: str,
    invented: bool = False,
    sample: bool = False,
    remark: str = "",
) -> Publication:
    """Publish the folder of one run; the same folder is published only once."""
    place = folders.place_of(folder)
    with transaction.atomic():
        one_at_a_time(region_code)
        last = (
            Publication.objects.filter(region_code=region_code).order_by("run").last()
        )
        publication, made = Publication.objects.get_or_create(
            folder=place,
            defaults={
                "region_code": region_code,
                "month": month,
                "run": (last.run if last else 0) + 1,
                "published_at": at,
                "law_version": law_version,
                "invented": invented,
                "sample": sample,
                "remark": remark,
            },
        )
        if made:
            act.record(
                by=by,
                verb="publish",
                noun="publication",
                noun_id=publication.pk,
                region=region_code,
                run=publication.run,
            )
            published.send(sender=Publication, publication=publication)
    return publication


def publish_run(
    *, by: Doer | None, run: Run, folder: Path, law_version: str
) -> Publication:
    """Publish the answer of a run as what follows the last one of its region."""
    region = Publication.objects.filter(region_code=run.region_code)
    last = region.order_by("run").last()
    return publish(
        by=by,
        region_code=run.region_code,
        month=run.month,
        folder=folder,
        at=timezone.now(),
        law_version=law_version,
        invented=settings.DEMO,
        sample=last.sample if last else False,
        remark=last.remark if last else "",
    )
