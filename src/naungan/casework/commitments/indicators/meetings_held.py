"""How many meetings were held."""

from decimal import Decimal

from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days, inside
from naungan.casework.coordination.models import Event


HELD = ("held", "minuted", "approved")


def read(asked: Asked) -> Reading:
    """Count the meetings of a kind that an institution kept or took part in.

    Of a meeting whose day is not known nobody can say that it lies between two days;
    two records of one meeting count once, and the meeting that was promised another
    is not that other.
    """
    found = Event.objects.filter(
        between(asked, "held_on"),
        inside(asked.region_code, "region_code"),
        state__in=HELD,
        merged_into=None,
    ).exclude(pk=asked.given_in or 0)
    if asked.extent.event_kind:
        found = found.filter(kinds__contains=[asked.extent.event_kind])
    return Reading(Decimal(found.count()), asked.day, parts=days(asked))


INDICATOR = Indicator(
    label="Rapat yang diadakan",
    label_en="Meetings held",
    tells="Banyak rapat dan kegiatan jenis itu, atau semua jenis, yang diadakan sejak "
    "hari awal; rapat tempat janjinya diberikan tidak dihitung.",
    tells_en="How many meetings of that kind, or of any, were held since the first day; "
    "the meeting at which it was promised does not count.",
    unit="meetings",
    direction="up",
    read=read,
    evidence="meetings",
    moved_by=("event",),
    takes=("event_kind",),
    counts="since",
)
