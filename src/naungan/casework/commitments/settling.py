"""What a promise's own row repeats of its newest measurement and claim: written here alone."""

from datetime import date
from typing import Final

from naungan.casework.commitments import judging
from naungan.casework.commitments.judging import Aim, Told
from naungan.casework.commitments.models import Claim, Commitment, Measurement


REPEATED: Final = (
    *("value", "value_of", "as_of", "is_met", "told", "waits_on", "verdict"),
)
"""The fields that follow from measurements and claims."""


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
    one.is_met = judging.is_met(aim(one), one.value)
    one.told = claim.status if claim else ""
    one.waits_on_id = claim.waits_on_id if claim else None
    measured = told if one.indicator else None  # without a figure nothing judges
    one.verdict = judging.verdict(aim(one), measured, one.value, one.as_of)
    one.save(update_fields=REPEATED)
