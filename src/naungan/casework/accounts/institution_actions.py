"""Acts on institutions: opening, changing and closing them."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.text import slugify

from naungan.casework import act
from naungan.casework.accounts import access
from naungan.casework.accounts.actions import withdraw
from naungan.casework.accounts.models import Institution, Invitation
from naungan.casework.accounts.scope import Scope


LONGEST_CODE: Final = 40


def open_institution(
    *, by: Scope, kind: str, name: str, region_code: str, needs_approval: bool
) -> Institution:
    """Add an institution to the office; its code is made from its name."""
    access.check_power(by=by, power="manage_institutions")
    with transaction.atomic():
        institution = Institution.objects.create(
            code=_free_code(name),
            kind=kind,
            name=name,
            region_code=region_code,
            needs_approval=needs_approval,
        )
        _record(by, "open", institution)
    return institution


def change_institution(
    *, by: Scope, institution: Institution, name: str, needs_approval: bool
) -> None:
    """Rename an institution, or say whether a second person approves its files."""
    access.check_power(by=by, power="manage_institutions")
    with transaction.atomic():
        institution.name = name
        institution.needs_approval = needs_approval
        institution.save(update_fields=["name", "needs_approval"])
        _record(by, "change", institution)


def close_institution(*, by: Scope, institution: Institution, on: date) -> None:
    """Close an institution: its people may no longer work there; the past stays."""
    access.check_closes(by=by, institution=institution)
    waiting = Invitation.objects.filter(
        institution=institution, accepted_at=None, withdrawn_at=None
    )
    with transaction.atomic():
        for invitation in waiting.select_related("institution"):
            withdraw(by=by, invitation=invitation)
        institution.closed_on = on
        institution.save(update_fields=["closed_on"])
        _record(by, "close", institution)


def _record(by: Scope, verb: str, institution: Institution) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="institution",
        noun_id=institution.pk,
        code=institution.code,
        region=institution.region_code,
        needs_approval=institution.needs_approval,
    )


def _free_code(name: str) -> str:
    """Make a short code that no institution has yet."""
    stem = slugify(name)[:LONGEST_CODE].strip("-") or "lembaga"
    taken = set(
        Institution.objects.filter(code__startswith=stem).values_list("code", flat=True)
    )
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (stem, *numbered) if code not in taken)
