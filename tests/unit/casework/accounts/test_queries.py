"""What may be known of appointments beyond one's own reach, and that no more is shown."""

from datetime import timedelta

from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment, Institution, User
from naungan.casework.accounts.queries import where_somebody_may


def test_whether_somebody_may_is_told_of_named_institutions_and_nothing_else(works):
    head = works("agency_head", code="kepala", email="kepala@contoh.id")
    other = works("agency_head", code="lain", email="lain@contoh.id")
    officer = works("agency_officer", code="staf", email="staf@contoh.id")
    scope.enter(officer)
    seen = set(Appointment.objects.values_list("pk", flat=True))
    asked = [head.institution_id, officer.institution_id]
    told = where_somebody_may(asked, "sign_minutes", TODAY)
    assert told == {head.institution_id}
    assert other.institution_id not in told, "nobody asked of it"
    assert set(Appointment.objects.values_list("pk", flat=True)) == seen
    assert head.appointment_id not in seen


def test_a_role_counts_only_while_it_holds_and_its_institution_is_open(works):
    head = works("agency_head", code="kepala", email="kepala@contoh.id")
    gone = works("agency_head", code="bubar", email="bubar@contoh.id")
    left = works("agency_head", code="pensiun", email="pensiun@contoh.id")
    early = TODAY - timedelta(days=1)
    Institution.objects.filter(pk=gone.institution_id).update(closed_on=TODAY)
    User.objects.filter(pk=left.user_id).update(is_active=False)
    asked = [one.institution_id for one in (head, gone, left)]
    assert where_somebody_may(asked, "sign_minutes", TODAY) == {head.institution_id}
    assert where_somebody_may(asked, "sign_minutes", early) == set()
    assert where_somebody_may(asked, "nobody_has_this", TODAY) == set()
    assert where_somebody_may([], "sign_minutes", TODAY) == set()


def test_a_colleague_without_the_power_does_not_count(works):
    officer = works("agency_officer", code="staf", email="staf@contoh.id")
    here = [officer.institution_id]
    assert where_somebody_may(here, "sign_minutes", TODAY) == set()
    assert where_somebody_may(here, "see_meetings", TODAY) == set(here)
