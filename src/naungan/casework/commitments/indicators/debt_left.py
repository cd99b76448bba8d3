"""How many rupiah of contributions employers still owe."""

from decimal import Decimal

from django.db.models import Sum

from naungan.casework.collection import queries
from naungan.casework.collection.models import Allocation, Debt
from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading


def read(asked: Asked) -> Reading:
    """Sum the contributions of debts that stand, less what was paid of them.

    Fines are not among them: they grow by the day, whatever anybody does.
    """
    cases = cases_counted.of_region(asked).values("pk")
    here = queries.ours(asked.eyes)
    standing = Debt.objects.filter(here, state="standing", case__in=cases)
    owed = standing.aggregate(sum=Sum("principal_idr"))["sum"] or 0
    settled = Allocation.objects.filter(
        here, kind="contribution", line__debt__state="standing", case__in=cases
    )
    paid = settled.aggregate(sum=Sum("amount_idr"))["sum"] or 0
    return Reading(
        Decimal(owed - paid),
        asked.day,
        parts={"principal_idr": owed, "paid_idr": paid, "cases": standing.count()},
    )


INDICATOR = Indicator(
    label="Tunggakan yang belum dibayar",
    label_en="Arrears not yet paid",
    tells="Pokok iuran pada utang yang berlaku, dikurangi yang sudah dibayar; denda tidak "
    "dihitung.",
    tells_en="Contributions of debts that stand, less what was paid; fines are not "
    "counted.",
    unit="idr",
    direction="down",
    read=read,
    evidence="debts",
    moved_by=("debt", "payment"),
    takes=("track",),
    holders=("bpjs_branch", "bpjs_region", "kejari", "kejati"),
)
