"""Publishing: a run's folder becomes what pages show."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from naungan.casework import act
from naungan.casework.act import Doer
from naungan.casework.intake.models import Publication


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
    place = folder.resolve().relative_to(Path(settings.HOME.snapshots).resolve())
    with transaction.atomic():
        last = (
            Publication.objects.filter(region_code=region_code).order_by("run").last()
        )
        publication, made = Publication.objects.get_or_create(
            folder=place.as_posix(),
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
    return publication
