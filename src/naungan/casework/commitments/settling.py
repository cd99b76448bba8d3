"""What a promise's own row repeats of its newest measurement and claim: written here alone."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from naungan.casework.commitments import judging
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.judging import Aim, Told
from naungan.casework.commitments.models import Claim, Commitment, Measurement


REPEATED: Final = (
    *("value", "value_of", "as_of", "is_met", "met_on", "came_late"),
    *("told", "waits_on", "verdict"),
)
"""The fields that follow from measurements and claims."""
AT_A_TIME: Final = 50


def aim(one: Commitment) -> Aim:
    """Give where a promise's figure began and where it should go."""
    return Aim(one.direction, one.target, one.baseline)


def newest(one: Commitment, question: str) -> Measurement | None:
    """Give what the data said last of a question."""
    read = Measurement.objects.filter(commitment=one, question=question)
    return read.order_by("-as_of", "-pk").first()


def last_claim(one: Commitment) -> Claim | None:
    """Give what was claimed last."""
    return Claim.objects.filter(commitment=one).order_by("-claimed_on", "-pk").first()


def settle(one: Commitment, question: str, read_on: date | None = None) -> None:
    """Repeat on the row what the data and the last claim say, and what follows.

    A figure that stayed the same is not measured again: `read_on` is the day on which
    the records said so.
    """
    read, claim = newest(one, question), last_claim(one)
    told = Told(claim.status, claim.claimed_on, claim.value) if claim else None
    one.value = read.value if read else None
    one.value_of = read.of if read else None
    one.as_of = read.as_of if read else None
    if read is not None and read_on is not None:
        one.as_of = max(read.as_of, read_on)
    one.is_met = _is_met(one)
    one.met_on, one.came_late = _reached(one, question)
    one.told = claim.status if claim else ""
    one.waits_on_id = claim.waits_on_id if claim else None
    measured = told if one.indicator else None  # without a figure nothing judges
    one.verdict = judging.verdict(aim(one), measured, one.value, one.as_of)
    one.save(update_fields=REPEATED)


def _is_met(one: Commitment) -> bool | None:
    """Tell whether it is met; what data of before the promise show keeps no promise."""
    met = judging.is_met(aim(one), one.value)
    is_before = one.as_of is not None and one.as_of < one.promised_on
    return None if met and is_before else met


def _reached(one: Commitment, question: str) -> tuple[date | None, bool]:
    """Tell since which day the data say that it is met, and whether that was too late.

    Where no reading before says otherwise, it may have been met long before it was
    first read: then nobody can tell that it came late.
    """
    if not one.is_met:
        return None, False
    met_on, missed_on = None, None
    for as_of, value in _back(one, question):
        if not judging.is_met(aim(one), value):
            missed_on = as_of
            break
        if as_of < one.promised_on:
            break
        met_on = as_of
    if met_on is None or missed_on is None:
        return met_on, False
    known = all_indicators().get(one.indicator)
    by_month = known is not None and known.of_snapshot
    return met_on, judging.came_late(met_on, one.due_on, by_month=by_month)


def _back(one: Commitment, question: str) -> Iterator[tuple[date, Decimal]]:
    """Give every reading with its day, the newest first: one day may have several."""
    read = Measurement.objects.filter(commitment=one, question=question)
    rows = read.order_by("-as_of", "-pk").values_list("as_of", "value")
    return rows.iterator(AT_A_TIME)
