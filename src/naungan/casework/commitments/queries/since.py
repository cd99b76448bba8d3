"""Where promises stood on an earlier day: what moved since is the difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from naungan.casework.commitments import measuring
from naungan.casework.commitments.models import Claim, Commitment, Measurement


@dataclass(frozen=True)
class Stood:
    """What the data said of a promise, and the last day of which they spoke."""

    value: Decimal
    as_of: date


def stood(found: Iterable[Commitment], day: date) -> dict[int, Stood]:
    """Give what the data of a day said of promises, by their keys.

    Only readings of the question that a promise asks now count. Without one its first
    figure does, where that is of such a day. Promises of which nothing was known are
    left out.
    """
    rows = [one for one in found if one.indicator]
    asked = {one.pk: measuring.question_of(one) for one in rows}
    known = {
        one.pk: Stood(one.baseline, one.baseline_on)
        for one in rows
        if one.baseline is not None
        and one.baseline_on is not None
        and one.baseline_on <= day
    }
    read = Measurement.objects.filter(
        commitment__in=asked, question__in=set(asked.values()), as_of__lte=day
    ).order_by("commitment_id", "question", "-as_of", "-pk")
    for one in read.distinct("commitment_id", "question"):
        if one.question == asked[one.commitment_id]:
            known[one.commitment_id] = Stood(one.value, one.as_of)
    return known


def claims(found: Iterable[Commitment]) -> dict[int, Claim]:
    """Give what was claimed last of promises, by their keys."""
    keys = [one.pk for one in found]
    rows = Claim.objects.filter(commitment__in=keys) if keys else Claim.objects.none()
    ordered = rows.order_by("commitment_id", "-claimed_on", "-pk")
    return {one.commitment_id: one for one in ordered.distinct("commitment_id")}
