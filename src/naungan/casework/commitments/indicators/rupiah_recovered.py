"""How many rupiah employers paid of what they owed."""

from decimal import Decimal

from django.db.models import Sum

from naungan.casework.collection import queries
from naungan.casework.collection.models import Recovery
from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days


def read(asked: Asked) -> Reading:
    """Sum what was recovered from the first day to the last, each rupiah once."""
    cases = cases_counted.of_region(asked).values("pk")
    paid = Recovery.objects.filter(queries.ours(asked.eyes), between(asked, "paid_on"))
    sums = paid.filter(case__in=cases).aggregate(
        contribution=Sum("contribution_idr"), fine=Sum("fine_idr")
    )
    contribution, fine = sums["contribution"] or 0, sums["fine"] or 0
    return Reading(
        Decimal(contribution + fine),
        asked.day,
        parts={"contribution_idr": contribution, "fine_idr": fine, **days(asked)},
    )


INDICATOR = Indicator(
    label="Rupiah yang tertagih",
    label_en="Rupiah recovered",
    tells="Iuran dan denda yang dibayar pemberi kerja dalam kasus, sejak hari awal.",
    tells_en="Contributions and fines that employers paid in cases, since the first day.",
    unit="idr",
    direction="up",
    read=read,
    evidence="recovered",
    moved_by=("payment",),
    takes=("track",),
    holders=("bpjs_branch", "bpjs_region", "kejari", "kejati"),
    counts="since",
)
