"""Verbs of teams: made by a decree, ended on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.scope import Scope, holding
from naungan.casework.compliance import access
from naungan.casework.compliance.models import Team, TeamMember


@dataclass(frozen=True)
class Member:
    """Somebody in a team or on a visit: a user of one's institution, or by name."""

    user_id: int | None = None
    name: str = ""
    position: str = ""
    home_id: int | None = None
    home_name: str = ""


def make_team(
    *,
    by: Scope,
    name: str,
    from_on: date,
    until_on: date | None = None,
    sk_number: str = "",
    sk_on: date | None = None,
    members: Sequence[Member],
    today: date,
) -> Team:
    """Make a team with its decree; institutions of its members see it."""
    access.check_works(by=by)
    if not name.strip():
        raise ActRefused("Tulis nama timnya.")
    if until_on is not None and until_on < from_on:
        raise ActRefused("Hari terakhir mendahului hari pertama.")
    check_members(by=by, members=members, today=today)
    with transaction.atomic():
        team = Team.objects.create(
            institution_id=by.institution_id,
            name=name.strip(),
            sk_number=sk_number.strip(),
            sk_on=sk_on,
            from_on=from_on,
            until_on=until_on,
            joined=joined(by, members),
            made_by_id=by.user_id,
        )
        TeamMember.objects.bulk_create(
            TeamMember(
                institution_id=by.institution_id,
                team=team,
                user_id=one.user_id,
                name=one.name.strip(),
                position=one.position.strip(),
                home_id=by.institution_id if one.user_id else one.home_id,
                home_name=one.home_name.strip(),
            )
            for one in members
        )
        act.record(
            by=by, verb="make", noun="team", noun_id=team.pk, members=len(members)
        )
    return team


def end_team(*, by: Scope, team: Team, on: date) -> Team:
    """End a team; its cases stay with it until they are given to another."""
    access.check_works(by=by)
    if team.institution_id != by.institution_id:
        raise ActRefused("Tim ini milik lembaga lain.")
    if on < team.from_on:
        raise ActRefused("Hari terakhir mendahului hari pertama.")
    with transaction.atomic():
        team.until_on = on
        team.save(update_fields=["until_on"])
        act.record(by=by, verb="end", noun="team", noun_id=team.pk, on=f"{on}")
    return team


def check_members(*, by: Scope, members: Sequence[Member], today: date) -> None:
    """Refuse nobody, somebody without a name, and users of elsewhere."""
    if not members:
        raise ActRefused("Pilih sedikitnya satu anggota.")
    if any(one.user_id is None and not one.name.strip() for one in members):
        raise ActRefused("Tulis nama tiap anggota.")
    users = {one.user_id for one in members if one.user_id is not None}
    here = Appointment.objects.filter(
        user_id__in=users, institution_id=by.institution_id
    )
    found = set(holding(here, today).values_list("user_id", flat=True))
    if users - found:
        raise ActRefused("Sebut anggota dari lembaga lain dengan namanya.")
    access.check_text(*(one.name for one in members))


def joined(by: Scope, members: Sequence[Member]) -> list[int]:
    """Give the other institutions of the office that members come from."""
    homes = {one.home_id for one in members if one.home_id is not None}
    return sorted(homes - {by.institution_id})
