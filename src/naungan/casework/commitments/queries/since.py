"""Where promises stood at an earlier moment: what moved since is the difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from naungan.casework.commitments import measuring
from naungan.casework.commitments.models import Claim, Commitment, Measurement


@dataclass(frozen=True)
class Stood:
    """What the data said of a promise, and the last day of which they spoke."""

    value: Decimal
    as_of: date


def stood(found: Iterable[Commitment], day: date, moment: datetime) -> dict[int, Stood]:
    """Give what was known of promises at a moment of a day, by their keys.

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
    ).order_by("commitment_id", "as_of", "pk")
    ours = (
        one
        for one in read.select_related("publication")
        if one.question == asked[one.commitment_id]
    )
    for key, readings in groupby(ours, key=lambda one: one.commitment_id):
        last = _known(list(readings), moment)
        known[key] = Stood(last.value, last.as_of)
    return known


def _known(readings: list[Measurement], moment: datetime) -> Measurement:
    """Choose from readings in their order the last that was known at a moment.

    Where none was yet, as where older days were entered later, the data of that time
    stand for it: the newest run of the last day, or the first look into the records.
    """
    before = [one for one in readings if one.known_at and one.known_at <= moment]
    if before:
        return before[-1]
    last = readings[-1]
    same_day = [one for one in readings if one.as_of == last.as_of]
    return last if last.publication_id else same_day[0]


def claims(found: Iterable[Commitment]) -> dict[int, Claim]:
    """Give what was claimed last of promises, by their keys."""
    keys = [one.pk for one in found]
    rows = Claim.objects.filter(commitment__in=keys) if keys else Claim.objects.none()
    ordered = rows.order_by("commitment_id", "-claimed_on", "-pk")
    return {one.commitment_id: one for one in ordered.distinct("commitment_id")}
