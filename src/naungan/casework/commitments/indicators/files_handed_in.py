"""How many villages or offices handed in files that are in use."""

from decimal import Decimal

from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days, inside
from naungan.casework.intake.models import Batch


def read(asked: Asked) -> Reading:
    """Count the series of which a file was approved from the first day to the last.

    A file that was replaced by a newer one of its series counts with it once; one that
    was withdrawn is none.
    """
    used = Batch.objects.filter(
        between(asked, "decided_at__date"),
        inside(asked.region_code, "series__region_code"),
        institution_id=asked.eyes.institution_id,
        state__in=("approved", "replaced"),
    )
    series = used.order_by().values("series_id").distinct().count()
    return Reading(
        Decimal(series), asked.day, parts={"files": used.count(), **days(asked)}
    )


INDICATOR = Indicator(
    label="Data yang diserahkan",
    label_en="Files handed in",
    tells="Banyak seri data (daftar desa, ekstrak) yang berkasnya diserahkan dan dipakai "
    "sejak hari awal; tiap seri sekali.",
    tells_en="How many series of data (village lists, extracts) had a file handed in and "
    "used since the first day; each series once.",
    unit="files",
    direction="up",
    read=read,
    evidence="incoming",
    moved_by=("batch",),
    counts="since",
)
