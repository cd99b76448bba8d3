"""How every verb writes: the claim locked, moved by the table, its past and act recorded."""

from datetime import date

from django.utils import timezone

from naungan.casework import act
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import states
from naungan.casework.benefits.models import Claim, Happening


CLOSING = ("paid", "handed_over", "refused", "withdrawn")


def locked(claim: Claim) -> Claim:
    """Read a claim again for writing; others wait."""
    return Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)


def move(
    *, by: Scope, claim: Claim, verb: str, on: date, text: str = "", **changed: object
) -> Claim:
    """Bring a claim to where a verb leads, with what changes beside; refuse otherwise."""
    held = locked(claim)
    changed["state"] = states.after(held.state, verb)
    changed["closed_at"] = timezone.now() if changed["state"] in CLOSING else None
    for name, value in changed.items():
        setattr(held, name, value)
    held.save(update_fields=list(changed))
    note(by=by, claim=held, verb=verb, on=on, text=text)
    claim.refresh_from_db()
    return claim


def note(*, by: Scope, claim: Claim, verb: str, on: date, text: str = "") -> None:
    """Write what happened to a claim; the log of acts names the claim and nobody."""
    Happening.objects.create(
        claim=claim,
        institution_id=by.institution_id,
        verb=verb,
        done_on=on,
        text=text.strip(),
        by_id=by.user_id,
    )
    act.record(by=by, verb=verb, noun="claim", noun_id=claim.pk, state=claim.state)
