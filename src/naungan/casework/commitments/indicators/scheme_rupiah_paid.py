"""How many rupiah of contributions were paid for people of schemes."""

from decimal import Decimal

from django.db.models import Sum

from naungan.casework.commitments.counting import schemes_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days
from naungan.casework.protection.models import Budget, PaidMonth


def read(asked: Asked) -> Reading | None:
    """Sum what was paid from the first day to the last, of the ceilings."""
    schemes = schemes_counted.of_region(asked)
    found = list(schemes.values_list("pk", flat=True))
    if asked.extent.scheme is not None and not found:
        return None
    months = PaidMonth.objects.filter(between(asked, "paid_on"), scheme__in=found)
    paid = months.aggregate(sum=Sum("amount_idr"))["sum"] or 0
    ceilings = Budget.objects.filter(scheme__in=found)
    ceiling = ceilings.aggregate(sum=Sum("ceiling_idr"))["sum"]
    return Reading(
        Decimal(paid), asked.day, ceiling, {"schemes": len(found), **days(asked)}
    )


INDICATOR = Indicator(
    label="Iuran skema yang dibayar",
    label_en="Contributions paid for schemes",
    tells="Rupiah iuran yang dibayar bagi orang dalam skema sejak hari awal, dari pagunya.",
    tells_en="Rupiah of contributions paid for people of schemes since the first day, of "
    "the ceiling.",
    unit="idr",
    direction="up",
    read=read,
    evidence="schemes_money",
    moved_by=("scheme_money",),
    takes=schemes_counted.NARROWS,
    holders=schemes_counted.HOLDERS,
    counts="since",
)
