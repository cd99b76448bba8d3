"""What the law is asked with: corrected by whoever knows better, children and heirs added."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import access, due
from naungan.casework.benefits.actions.writing import locked, note
from naungan.casework.benefits.models import Child, Claim, Heir
from naungan.law.question import read_facts


STILL_OPEN = ("reported", "collecting", "complete")
MOST_CHILDREN, MOST_HEIRS = 12, 20


@dataclass(frozen=True, kw_only=True)
class Schooling:
    """A child as the law asks about it."""

    name: str
    birth_date: date | None
    level: str
    grade: int | None = None
    from_year: int | None = None
    married: bool = False
    working: bool = False


def set_facts(*, by: Scope, claim: Claim, facts: dict[str, Any], today: date) -> Claim:
    """State anew what the law is asked with; what it does not read is refused."""
    access.check_writes(by=by, claim=claim)
    stated = {name: value for name, value in facts.items() if value not in (None, "")}
    with transaction.atomic():
        held = _open(claim)
        read_facts(stated, due.fields(claim.event))
        changed = sorted(
            name
            for name in {*held.facts, *stated}
            if held.facts.get(name) != stated.get(name)
        )
        held.facts = stated
        held.save(update_fields=["facts"])
        note(by=by, claim=held, verb="set", on=today, text=", ".join(changed))
    claim.refresh_from_db()
    return claim


def add_child(*, by: Scope, claim: Claim, child: Schooling, today: date) -> Child:
    """Add a child who may be paid a scholarship."""
    access.check_writes(by=by, claim=claim)
    with transaction.atomic():
        held = _open(claim)
        if held.children.count() >= MOST_CHILDREN:
            raise ActRefused("Anaknya sudah terlalu banyak ditulis.")
        made = Child.objects.create(
            claim=held, institution_id=by.institution_id, **vars(child)
        )
        due.check_children(held)
        note(by=by, claim=held, verb="add", on=today)
    return made


def remove_child(*, by: Scope, child: Child, today: date) -> None:
    """Take a child away that was written by mistake."""
    access.check_writes(by=by, claim=child.claim)
    with transaction.atomic():
        held = _open(child.claim)
        child.delete()
        note(by=by, claim=held, verb="remove", on=today)


def add_heir(
    *,
    by: Scope,
    claim: Claim,
    name: str,
    relation: str,
    phone: str,
    receives: bool,
    today: date,
) -> Heir:
    """Add an heir; whoever receives the money is one of them."""
    access.check_writes(by=by, claim=claim)
    with transaction.atomic():
        held = _open(claim)
        if held.heirs.count() >= MOST_HEIRS:
            raise ActRefused("Ahli warisnya sudah terlalu banyak ditulis.")
        if receives:
            held.heirs.update(receives=False)
        made = Heir.objects.create(
            claim=held,
            institution_id=by.institution_id,
            name=" ".join(name.split()),
            relation=relation,
            phone=phone.strip(),
            receives=receives,
        )
        note(by=by, claim=held, verb="add", on=today)
    return made


def remove_heir(*, by: Scope, heir: Heir, today: date) -> None:
    """Take an heir away that was written by mistake."""
    access.check_writes(by=by, claim=heir.claim)
    with transaction.atomic():
        held = _open(heir.claim)
        heir.delete()
        note(by=by, claim=held, verb="remove", on=today)


def _open(claim: Claim) -> Claim:
    held = locked(claim)
    if held.state not in STILL_OPEN:
        raise ActRefused("Klaim ini sudah diputus; keterangannya tidak diubah lagi.")
    return held
