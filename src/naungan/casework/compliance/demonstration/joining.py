"""What offices do together: a team with its decree, visits planned by two of them."""

from datetime import date, timedelta
from typing import Final

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.actions import cases, teams, visits
from naungan.casework.compliance.actions.teams import Member
from naungan.casework.compliance.demonstration.playing import Desks
from naungan.casework.compliance.models import Case, Team


DECREE: Final = "560/REKAAN/KPTS/2024"
DECREED_ON: Final = date(2024, 7, 1)
NAME: Final = "Tim terpadu kepatuhan Kabupaten Lahat (rekaan)"
PURPOSE: Final = "Memeriksa daftar upah bersama (rekaan)"
ALONE: Final = "Memeriksa pelaksanaan nota (rekaan)"
AHEAD: Final = 7  # days until the first of the two visits
APART: Final = 3


def is_done(head: Scope) -> bool:
    """Tell whether the team is there, which is made last."""
    scope.enter(head)
    return Team.objects.filter(sk_number=DECREE).exists()


def join(at: Desks, track: str) -> None:
    """Make the team, give it the cases that are pursued together, plan its visits."""
    head, today = at["kacab"], clock.today()
    scope.enter(head)
    team = teams.make_team(
        by=head,
        name=NAME,
        from_on=DECREED_ON,
        sk_number=DECREE,
        sk_on=DECREED_ON,
        members=_members(at),
        today=today,
    )
    reported = Case.objects.filter(track=track, state="open", stage__startswith="nota")
    together = list(reported.order_by("pk"))
    for case in together:
        cases.assign_team(by=head, case=case, team=team)
    for case in together[:1]:
        _plan_twice(at, case, team, today)


def _members(at: Desks) -> list[Member]:
    return [
        Member(user_id=at["pemeriksa"].user_id, position="Petugas pemeriksa"),
        _from(at["pengawas"], "Yusuf Effendi (rekaan)", "Pengawas ketenagakerjaan"),
        _from(at["jaksa"], "Maya Sari (rekaan)", "Kepala seksi datun"),
    ]


def _from(other: Scope, name: str, position: str) -> Member:
    return Member(name=name, position=position, home_id=other.institution_id)


def _plan_twice(at: Desks, case: Case, team: Team, today: date) -> None:
    """Plan a visit of the team, and one of the inspectors alone a few days later."""
    visits.plan_visit(
        by=at["kacab"],
        planned_on=today + timedelta(days=AHEAD),
        purpose=PURPOSE,
        case=case,
        team=team,
        today=today,
    )
    inspector = at["pengawas"]
    scope.enter(inspector)
    visits.plan_visit(
        by=inspector,
        planned_on=today + timedelta(days=AHEAD + APART),
        purpose=ALONE,
        case=case,
        members=[Member(user_id=inspector.user_id, position="Pengawas")],
        today=today,
    )
