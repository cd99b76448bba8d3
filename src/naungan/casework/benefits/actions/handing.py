"""The hand-over: when and where, by which official, to whom, and who had paid for it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import access
from naungan.casework.benefits.actions.writing import move
from naungan.casework.benefits.models import Claim, HandOver
from naungan.casework.correspondence.models import Letter


@dataclass(frozen=True, kw_only=True)
class Handing:
    """What is said of a hand-over; `funder` is who had paid the contributions, in words."""

    held_on: date
    place: str
    official: str
    receiver: str
    funder: str
    position: str = ""
    relation: str = ""
    occasion: str = ""


def hand_over(*, by: Scope, claim: Claim, said: Handing, today: date) -> HandOver:
    """Record the hand-over of what was paid."""
    access.check_keeps(by=by, claim=claim)
    access.check_day(said.held_on, today)
    for given in (said.place, said.official, said.receiver, said.funder):
        if not given.strip():
            raise ActRefused(
                "Tulis tempat, pejabat, penerima, dan penanggung iurannya."
            )
    with transaction.atomic():
        move(by=by, claim=claim, verb="hand_over", on=said.held_on, text=said.place)
        return HandOver.objects.create(
            claim=claim,
            institution_id=by.institution_id,
            amount_idr=claim.paid_idr or 0,
            made_by_id=by.user_id,
            **vars(said),
        )


def attach_letter(*, by: Scope, made: HandOver, letter: Letter) -> None:
    """Keep the printed record of a hand-over with it."""
    access.check_keeps(by=by, claim=made.claim)
    with transaction.atomic():
        made.letter = letter
        made.save(update_fields=["letter"])
