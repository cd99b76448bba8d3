"""Teams by decree: members by name from anywhere, users of one's own institution."""

from datetime import timedelta

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import cases, teams
from naungan.casework.compliance.actions.teams import Member
from naungan.casework.compliance.models import Team, TeamMember


pytestmark = pytest.mark.django_db


@pytest.fixture
def team(offices):
    """A compliance team of the branch with an inspector of another institution."""
    return teams.make_team(
        by=offices.examiner,
        name="Tim Kepatuhan Rekaan",
        sk_number="SK-1/2026",
        from_on=TODAY,
        members=[
            Member(user_id=offices.examiner.user_id, position="Ketua"),
            Member(name="Pengawas Rekaan", home_id=offices.inspector.institution_id),
        ],
        today=TODAY,
    )


def test_a_team_is_seen_by_the_institutions_of_its_members(team, offices):
    assert queries.teams(offices.examiner, TODAY).get() == team
    scope.enter(offices.inspector)
    assert queries.teams(offices.inspector).get() == team
    assert TeamMember.objects.count() == 2
    scope.enter(offices.prosecutor)
    assert not Team.objects.exists()
    assert not TeamMember.objects.exists()


def test_a_case_goes_to_a_team_and_whoever_sees_the_case_sees_its_team(
    team, opened, offices, hand
):
    case = opened()
    cases.assign_team(by=offices.examiner, case=case, team=team)
    hand(case, offices.prosecutor, "join")
    scope.enter(offices.prosecutor)
    assert Team.objects.get() == team


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": " "}, "nama timnya"),
        ({"until_on": TODAY - timedelta(days=1)}, "mendahului"),
        ({"members": []}, "sedikitnya satu"),
        ({"members": [Member()]}, "nama tiap anggota"),
    ],
)
def test_a_team_has_a_name_a_time_and_members(offices, given, said):
    whole = {
        "name": "Tim",
        "from_on": TODAY,
        "members": [Member(name="Rekaan")],
    } | given
    with pytest.raises(ActRefused, match=said):
        teams.make_team(by=offices.examiner, today=TODAY, **whole)


def test_a_user_of_elsewhere_goes_by_name(offices):
    stranger = Member(user_id=offices.inspector.user_id)
    with pytest.raises(ActRefused, match="dengan namanya"):
        teams.make_team(
            by=offices.examiner,
            name="Tim",
            from_on=TODAY,
            members=[stranger],
            today=TODAY,
        )


def test_a_team_ends_by_its_own_institution(team, offices):
    with pytest.raises(ActRefused, match="lembaga lain"):
        teams.end_team(by=offices.inspector, team=team, on=TODAY)
    assert teams.end_team(by=offices.examiner, team=team, on=TODAY).until_on == TODAY
    later = TODAY + timedelta(days=1)
    assert not queries.teams(offices.examiner, later).exists()
