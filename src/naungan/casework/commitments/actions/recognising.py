"""Saying which institution of this office is meant where a meeting names one."""

from dataclasses import replace
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.actions import promising
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.actions import events
from naungan.casework.coordination.models import Event


WHY: Final = "Lembaga yang disebut dikenali sebagai lembaga kantor ini."


def named_owners(event: Event) -> list[str]:
    """Give the names of owners of open promises of a meeting that are names alone."""
    return list(_named(event).values_list("owner_name", flat=True))


def recognise(
    *, by: Scope, event: Event, name: str, institution: Institution, today: date
) -> None:
    """Let an institution that a meeting names see it, and answer for what it promised."""
    with transaction.atomic():
        events.recognise(by=by, event=event, name=name, institution=institution)
        for one in _named(event).filter(owner_name=name):
            said = replace(
                promising.said_of(one), owner_institution=institution, owner_name=""
            )
            promising.change(by=by, commitment=one, said=said, reason=WHY, today=today)


def _named(event: Event) -> QuerySet[Commitment]:
    found = Commitment.objects.filter(
        event=event, institution_id=event.institution_id, state="open"
    )
    return found.filter(owner_institution=None).exclude(owner_name="")
