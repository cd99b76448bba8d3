"""Keys of programs: made once and shown once, revoked at once, used within a scope.

A key works for its institution, in its region, with powers that roles of such an
institution have. Powers of people alone are never given to a key: approving,
unmasking, managing.
"""

import secrets
from collections.abc import Collection
from datetime import timedelta
from typing import Final

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from naungan.casework import act
from naungan.casework.accounts import access
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.actions import hashed
from naungan.casework.accounts.models import ApiToken, Institution
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope
from naungan.lib import regions


PREFIX: Final = "naungan_"
CODE_BYTES: Final = 32
SHOWN: Final = 12
MOST_DAYS: Final = 366
NOTED_EVERY: Final = timedelta(hours=1)
SETTING: Final = "naungan.token"
FOR_PROGRAMS: Final = (
    *("see_coverage", "see_employers", "see_persons", "review"),
    *("see_meetings", "see_incoming", "upload"),
)
"""Powers that a key may have, in the order in which they are offered."""


def offered(institution: Institution) -> list[str]:
    """Name the powers that a key of an institution may have: those of its roles."""
    of_roles = {
        power
        for role in ROLES.values()
        if institution.kind in role.kinds
        for power in role.powers
    }
    return [power for power in FOR_PROGRAMS if power in of_roles]


def tokens(scope: Scope) -> QuerySet[ApiToken]:
    """Give the keys of a scope's institution, newest first."""
    found = ApiToken.objects.select_related("institution", "created_by", "revoked_by")
    if scope.every_institution:
        return found
    return found.filter(institution_id=scope.institution_id)


def create(
    *,
    by: Scope,
    institution: Institution,
    name: str,
    powers: Collection[str],
    region_code: str,
    days: int,
) -> tuple[ApiToken, str]:
    """Make a key; give what opens the door, which is kept nowhere."""
    _check(by, institution, powers, region_code, days)
    code = PREFIX + secrets.token_urlsafe(CODE_BYTES)
    with transaction.atomic():
        token = ApiToken.objects.create(
            institution=institution,
            name=name,
            hash=hashed(code),
            start=code[:SHOWN],
            powers=[power for power in FOR_PROGRAMS if power in powers],
            region_code=region_code,
            created_by_id=by.user_id,
            expires_at=timezone.now() + timedelta(days=days),
        )
        act.record(
            by=by,
            verb="issue",
            noun="token",
            noun_id=token.pk,
            institution=institution.code,
            powers=token.powers,
            region=region_code,
            days=days,
        )
    return token, code


def revoke(*, by: Scope, token: ApiToken) -> None:
    """Take a key away: it opens nothing from this moment on."""
    access.check_power(by=by, power="manage_tokens")
    _check_own(by, token.institution)
    if token.revoked_at is not None:
        raise ActRefused("Kunci ini sudah dicabut.")
    with transaction.atomic():
        token.revoked_at = timezone.now()
        token.revoked_by_id = by.user_id
        token.save(update_fields=["revoked_at", "revoked_by"])
        act.record(by=by, verb="revoke", noun="token", noun_id=token.pk)


def opened(code: str) -> ApiToken | None:
    """Find the key that somebody holds, while it opens; the code itself shows it."""
    code_hash = hashed(code)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, code_hash])
    return (
        ApiToken.objects.select_related("institution")
        .filter(
            hash=code_hash,
            revoked_at=None,
            expires_at__gt=timezone.now(),
            institution__closed_on=None,
        )
        .first()
    )


def scope_of(token: ApiToken) -> Scope:
    """Give the scope in which a key works; its acts are of whoever made it."""
    held = frozenset(token.powers) & frozenset(offered(token.institution))
    return Scope(
        user_id=token.created_by_id,
        appointment_id=None,
        institution_id=token.institution_id,
        institution_code=token.institution.code,
        region_code=token.region_code,
        powers=held,
        institution_kind=token.institution.kind,
    )


def note_use(token: ApiToken) -> None:
    """Note roughly when a key was last used; not each time, so that none waits."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at > NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


def _check(
    by: Scope,
    institution: Institution,
    powers: Collection[str],
    region_code: str,
    days: int,
) -> None:
    access.check_power(by=by, power="manage_tokens")
    _check_own(by, institution)
    if not powers or not set(powers) <= set(offered(institution)):
        raise ActRefused("Pilih wewenang yang ada pada jenis lembaga itu.")
    home = institution.region_code
    if not regions.lies_in(region_code, home):
        raise ActRefused("Wilayah ini di luar wilayah lembaga itu.")
    if not 1 <= days <= MOST_DAYS:
        raise ActRefused("Kunci berlaku paling lama setahun.")


def _check_own(by: Scope, institution: Institution) -> None:
    if institution.pk != by.institution_id and not by.every_institution:
        raise ActRefused("Lembaga ini bukan lembaga Anda.")
    if institution.closed_on is not None:
        raise ActRefused("Lembaga ini sudah ditutup.")
