"""Teams as pages show them: decree, days, members and how many cases they follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import queries
from naungan.casework.compliance.models import Team
from naungan.lib.numbers import format_number


@dataclass(frozen=True)
class Line:
    """One team of the list."""

    name: str
    institution: str
    decree: str
    days: str
    members: tuple[str, ...]
    cases: str
    ended: bool
    end: str


def lines(scope: Scope, today: date, *, may: bool) -> list[Line]:
    """Give the teams of an institution and those it takes part in, the newest first."""
    open_cases = Count("cases", filter=Q(cases__state="open"), distinct=True)
    found = queries.teams(scope).annotate(open_cases=open_cases)
    held = found.prefetch_related("members__user", "members__home")
    return [_line(one, scope, today, may=may) for one in held]


def _line(team: Team, scope: Scope, today: date, *, may: bool) -> Line:
    ended = team.until_on is not None and team.until_on < today
    mine = team.institution_id == scope.institution_id
    return Line(
        name=team.name,
        institution=team.institution.name,
        decree=_decree(team),
        days=_days(team),
        members=tuple(_members(team)),
        cases=format_number(team.open_cases),  # type: ignore[attr-defined]
        ended=ended,
        end=reverse("teams.end", args=[team.pk]) if may and mine and not ended else "",
    )


def _decree(team: Team) -> str:
    if not team.sk_number:
        return _("SK belum dicatat")
    if team.sk_on is None:
        return _("SK %s") % team.sk_number
    day = date_format(team.sk_on, "j M Y")
    return _("SK %(number)s, %(day)s") % {"number": team.sk_number, "day": day}


def _days(team: Team) -> str:
    since = date_format(team.from_on, "j M Y")
    if team.until_on is None:
        return _("sejak %s") % since
    until = date_format(team.until_on, "j M Y")
    return _("%(since)s sampai %(until)s") % {"since": since, "until": until}


def _members(team: Team) -> Iterable[str]:
    """Name every member with position and where they work."""
    for one in team.members.all():
        name = one.user.name if one.user else one.name
        home = one.home.name if one.home else one.home_name
        yield ", ".join(part for part in (name, one.position, home) if part)
