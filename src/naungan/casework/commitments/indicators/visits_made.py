"""How many visits to employers were recorded."""

from decimal import Decimal

from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days, inside
from naungan.casework.compliance.models import VisitRecord


def read(asked: Asked) -> Reading:
    """Count the visits an institution recorded; one that was corrected counts once.

    A visit outside any case lies nowhere, so it counts for the institution's own
    region alone.
    """
    made = VisitRecord.objects.filter(
        between(asked, "visited_on"),
        institution_id=asked.eyes.institution_id,
        replaced_by=None,
    )
    if asked.region_code not in ("", asked.eyes.region_code):
        place = inside(asked.region_code, "case__region_code", "case__village_code")
        made = made.filter(place)
    return Reading(Decimal(made.count()), asked.day, parts=days(asked))


INDICATOR = Indicator(
    label="Kunjungan kepada pemberi kerja",
    label_en="Visits to employers",
    tells="Banyak kunjungan kepada pemberi kerja yang dicatat sejak hari awal.",
    tells_en="How many visits to employers were recorded since the first day.",
    unit="visits",
    direction="up",
    read=read,
    evidence="visits",
    moved_by=("visit_record",),
    holders=("bpjs_branch", "bpjs_region", "inspectorate"),
    counts="since",
)
