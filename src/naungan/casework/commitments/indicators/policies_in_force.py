"""How many instruments of policy are in force in a region."""

from decimal import Decimal

from django.db.models import Q

from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import inside
from naungan.casework.coordination.models import PolicyInstrument


def read(asked: Asked) -> Reading:
    """Count the instruments of a kind that hold on the day, in the region and below it.

    One whose days are not known holds: it was written down because somebody saw it.
    """
    day = asked.day
    began = Q(in_force_on=None) & (Q(issued_on=None) | Q(issued_on__lte=day))
    holding = (began | Q(in_force_on__lte=day)) & (
        Q(expires_on=None) | Q(expires_on__gte=day)
    )
    found = PolicyInstrument.objects.filter(
        holding, inside(asked.region_code, "region_code"), replaced_by=None
    )
    if asked.extent.instrument:
        found = found.filter(kind=asked.extent.instrument)
    numbers = list(found.order_by("pk").values_list("number", flat=True)[:20])
    return Reading(Decimal(found.count()), day, parts={"numbers": numbers})


INDICATOR = Indicator(
    label="Aturan daerah yang berlaku",
    label_en="Regional rules in force",
    tells="Banyak Perda, Perbup, surat edaran, keputusan, atau perjanjian yang berlaku di "
    "wilayah itu pada hari dibaca.",
    tells_en="How many regional laws, regulations, circulars, decrees or agreements are in "
    "force in the region on the day.",
    unit="instruments",
    direction="up",
    read=read,
    evidence="policies",
    moved_by=("policy",),
    takes=("instrument",),
)
