"""Each rule of who may do what to whom refuses with its own sentence."""

from datetime import timedelta

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import access, actions, scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Appointment, Institution, User
from naungan.casework.accounts.roles import ROLES


pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def appointment_of(reach):
    return Appointment.objects.select_related("user", "institution").get(
        pk=reach.appointment_id
    )


@pytest.fixture
def place(office, works):
    """An institution with an administrator and an officer, seen by its administrator."""
    administrator = works("administrator", email="admin@contoh.id")
    officer = works("agency_officer", email="pelaksana@contoh.id")
    scope.enter(administrator)
    return administrator, appointment_of(officer)


@pytest.mark.parametrize(
    "role", [one for one in ROLES.values() if "manage_people" not in one.powers]
)
def test_whoever_does_not_manage_people_changes_nobody(office, works, role):
    mine = works(role.code, kind=role.kinds[0], code="tempat")
    scope.enter(mine)
    with pytest.raises(ActRefused, match="tidak memuat wewenang"):
        access.check_manages(by=mine, institution=Institution(pk=mine.institution_id))


def test_an_institutions_administrator_neither_gives_nor_takes_the_offices_role(
    office, works
):
    mine = works("administrator", kind="bpjs_branch", code="cabang-contoh")
    scope.enter(mine)
    here = Institution.objects.get(pk=mine.institution_id)
    with pytest.raises(ActRefused, match="administrator kantor saja"):
        access.check_gives(by=mine, institution=here, role="office_administrator")
    with pytest.raises(ActRefused, match="administrator kantor saja"):
        actions.end(
            by=mine, appointment=appointment_of(office), last_on=None, today=TODAY
        )


def test_nobody_gives_themselves_a_role(place):
    administrator, _ = place
    with pytest.raises(ActRefused, match="diatur oleh orang lain"):
        actions.appoint(
            by=administrator,
            user=User.objects.get(pk=administrator.user_id),
            institution=Institution.objects.get(pk=administrator.institution_id),
            role="agency_head",
            from_on=TODAY,
        )


def test_nobody_ends_or_changes_their_own_role(place):
    administrator, _ = place
    own = appointment_of(administrator)
    with pytest.raises(ActRefused, match="diatur oleh orang lain"):
        actions.end(by=administrator, appointment=own, last_on=None, today=TODAY)
    with pytest.raises(ActRefused, match="diatur oleh orang lain"):
        actions.change_role(
            by=administrator,
            appointment=own,
            role="agency_head",
            from_on=TOMORROW,
            today=TODAY,
        )


def test_the_last_administrator_of_an_institution_stays(office, place):
    administrator, _ = place
    scope.enter(office)
    with pytest.raises(ActRefused, match="administrator terakhir"):
        actions.end(
            by=office,
            appointment=appointment_of(administrator),
            last_on=None,
            today=TODAY,
        )


def test_an_administrator_goes_once_another_holds_without_a_last_day(
    office, works, place
):
    administrator, _ = place
    second = works("administrator", email="kedua@contoh.id")
    going = appointment_of(second)
    going.until_on = TOMORROW
    going.save()
    with pytest.raises(ActRefused, match="administrator terakhir"):
        actions.end(
            by=office,
            appointment=appointment_of(administrator),
            last_on=None,
            today=TODAY,
        )
    going.until_on = None
    going.save()
    actions.end(
        by=office, appointment=appointment_of(administrator), last_on=None, today=TODAY
    )
    with pytest.raises(ActRefused, match="administrator terakhir"):
        actions.end(by=office, appointment=going, last_on=TODAY, today=TODAY)


def test_the_last_administrator_of_the_office_stays(office, works):
    second = works(
        "office_administrator", kind="dpmd", code="lain", email="b@contoh.id"
    )
    works("administrator", kind="dpmd", code="lain", email="c@contoh.id")
    works(
        "administrator", kind="bpjs_branch", code="cabang-contoh", email="d@contoh.id"
    )
    scope.enter(second)
    actions.end(
        by=second, appointment=appointment_of(office), last_on=None, today=TODAY
    )
    scope.enter(office)
    with pytest.raises(ActRefused, match="administrator terakhir"):
        actions.end(
            by=office, appointment=appointment_of(second), last_on=None, today=TODAY
        )


@pytest.mark.parametrize(
    ("last_on", "why"),
    [
        (TODAY - timedelta(days=1), "Hari terakhir sudah lewat"),
        (None, "sudah berakhir"),
    ],
)
def test_an_end_lies_not_in_the_past_and_happens_once(place, last_on, why):
    administrator, held = place
    if last_on is None:
        actions.end(by=administrator, appointment=held, last_on=None, today=TODAY)
    with pytest.raises(ActRefused, match=why):
        actions.end(by=administrator, appointment=held, last_on=last_on, today=TODAY)


def test_a_role_that_is_held_already_is_not_given_twice(place):
    administrator, held = place
    with pytest.raises(ActRefused, match="sudah memegang peran itu"):
        actions.appoint(
            by=administrator,
            user=held.user,
            institution=held.institution,
            role=held.role,
            from_on=TOMORROW,
        )
    with pytest.raises(ActRefused, match="sudah memegang peran itu"):
        actions.invite(
            by=administrator,
            email=held.user.email,
            institution=held.institution,
            role=held.role,
        )


def test_a_last_day_before_the_first_is_refused(place):
    administrator, held = place
    with pytest.raises(ActRefused, match="mendahului hari pertama"):
        actions.appoint(
            by=administrator,
            user=held.user,
            institution=held.institution,
            role="agency_head",
            from_on=TOMORROW,
            until_on=TODAY,
        )


@pytest.fixture
def head(office, works, place):
    """The head of the same institution, for whom others act."""
    found = appointment_of(works("agency_head", email="kepala@contoh.id"))
    scope.enter(place[0])
    return found


def deputise(by, held, acting, acts_for, role="agency_head"):
    return actions.appoint(
        by=by,
        user=held.user,
        institution=held.institution,
        role=role,
        from_on=TODAY,
        acting=acting,
        acts_for=acts_for,
    )


@pytest.mark.parametrize("acting", ["plh", "diwakili"])
def test_a_stand_in_has_the_powers_only_while_both_hold(place, head, acting):
    administrator, officer = place
    deputy = deputise(administrator, officer, acting, head)
    assert deputy in scope.open_appointments(officer.user, TODAY)
    actions.end(by=administrator, appointment=head, last_on=TODAY, today=TODAY)
    assert deputy in scope.open_appointments(officer.user, TODAY)
    assert deputy not in scope.open_appointments(officer.user, TOMORROW)


@pytest.mark.parametrize("acting", ["pj", "plt"])
def test_whoever_fills_an_empty_post_keeps_the_powers_without_the_holder(
    place, head, acting
):
    administrator, officer = place
    actions.end(by=administrator, appointment=head, last_on=None, today=TODAY)
    deputy = deputise(administrator, officer, acting, head)
    assert deputy in scope.open_appointments(officer.user, TODAY)
    with pytest.raises(ActRefused, match="masih menjabat"):
        deputise(administrator, officer, "plh", head)


def test_a_stand_in_seen_by_the_person_alone_still_holds(place, head):
    administrator, officer = place
    deputise(administrator, officer, "plh", head)
    scope.tell(officer.user_id, None, every=False)
    assert not Appointment.objects.filter(pk=head.pk).exists()
    assert scope.open_appointments(officer.user, TODAY).count() == 2


@pytest.mark.parametrize(
    ("acting", "whom", "role", "why"),
    [
        ("plh", None, "agency_head", "Sebutkan menggantikan siapa"),
        ("", "head", "agency_head", "Sebutkan menggantikan siapa"),
        ("plh", "head", "data_officer", "peran tetap dari yang digantikan"),
        ("plh", "own", "agency_officer", "menggantikan dirinya sendiri"),
        ("plh", "elsewhere", "agency_head", "lembaga lain"),
    ],
)
def test_acting_is_for_somebody_else_of_the_institution_in_the_same_role(
    office, works, place, head, acting, whom, role, why
):
    administrator, officer = place
    elsewhere = appointment_of(works("agency_head", code="lain", email="x@contoh.id"))
    scope.enter(administrator)
    named = {"head": head, "own": officer, "elsewhere": elsewhere, None: None}[whom]
    with pytest.raises(ActRefused, match=why):
        deputise(administrator, officer, acting, named, role)


def test_nothing_holds_in_a_closed_institution_or_for_a_closed_account(place):
    _, officer = place
    assert scope.open_appointments(officer.user, TODAY).exists()
    Institution.objects.filter(pk=officer.institution_id).update(closed_on=TODAY)
    assert not scope.open_appointments(officer.user, TODAY).exists()
    Institution.objects.filter(pk=officer.institution_id).update(closed_on=None)
    User.objects.filter(pk=officer.user_id).update(is_active=False)
    assert not scope.open_appointments(officer.user, TODAY).exists()


def test_a_closed_account_accepts_no_invitation(place):
    administrator, officer = place
    invitation, _ = actions.invite(
        by=administrator,
        email=officer.user.email,
        institution=officer.institution,
        role="agency_head",
    )
    User.objects.filter(pk=officer.user_id).update(is_active=False)
    with pytest.raises(ActRefused, match="sudah ditutup"):
        actions.accept(invitation=invitation, name="", password="x", on=TODAY)
