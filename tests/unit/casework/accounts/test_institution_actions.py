"""Opening, changing and closing institutions."""

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import access, actions, institution_actions, scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution, User
from naungan.casework.audit.models import Act


pytestmark = pytest.mark.django_db


def opened(office, name="Kejaksaan Negeri Lahat"):
    return institution_actions.open_institution(
        by=office, kind="kejari", name=name, region_code="16.04", needs_approval=True
    )


def test_an_institution_is_opened_under_a_code_of_its_name(office):
    assert opened(office).code == "kejaksaan-negeri-lahat"
    assert opened(office).code == "kejaksaan-negeri-lahat-2"
    assert opened(office, "…").code == "lembaga"
    assert Act.objects.filter(verb="open").count() == 3


def test_a_changed_institution_keeps_its_code_and_says_so_on_record(office):
    place = opened(office)
    institution_actions.change_institution(
        by=office, institution=place, name="Kejari Lahat", needs_approval=False
    )
    place.refresh_from_db()
    assert (place.name, place.needs_approval) == ("Kejari Lahat", False)
    assert place.code == "kejaksaan-negeri-lahat"
    assert Act.objects.last().verb == "change"


def test_a_closed_institution_gives_no_powers_and_its_invitations_open_nothing(office):
    place = opened(office)
    invitation, _ = actions.invite(
        by=office, email="a@contoh.id", institution=place, role="administrator"
    )
    institution_actions.close_institution(by=office, institution=place, on=TODAY)
    invitation.refresh_from_db()
    with pytest.raises(ActRefused, match="ditarik"):
        access.check_open(invitation)
    with pytest.raises(ActRefused, match="sudah ditutup"):
        actions.invite(
            by=office, email="a@contoh.id", institution=place, role="administrator"
        )
    with pytest.raises(ActRefused, match="sudah ditutup"):
        institution_actions.close_institution(by=office, institution=place, on=TODAY)
    assert not User.objects.filter(email="a@contoh.id").exists()


def test_nobody_closes_the_institution_they_work_in(office):
    here = Institution.objects.get(pk=office.institution_id)
    with pytest.raises(ActRefused, match="oleh orang lain"):
        institution_actions.close_institution(by=office, institution=here, on=TODAY)


def test_only_the_offices_administrator_touches_institutions(office, works):
    place = opened(office)
    mine = works("administrator")
    scope.enter(mine)
    with pytest.raises(ActRefused, match="tidak memuat wewenang"):
        opened(mine)
    with pytest.raises(ActRefused, match="tidak memuat wewenang"):
        institution_actions.change_institution(
            by=mine, institution=place, name="x", needs_approval=False
        )
    with pytest.raises(ActRefused, match="tidak memuat wewenang"):
        institution_actions.close_institution(by=mine, institution=place, on=TODAY)
