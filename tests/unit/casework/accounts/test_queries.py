"""What may be known of appointments beyond one's own reach, and that no more is shown."""

from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.queries import where_somebody_may


def test_whether_somebody_may_is_told_of_named_institutions_and_nothing_else(works):
    head = works("agency_head", code="kepala", email="kepala@contoh.id")
    other = works("agency_head", code="lain", email="lain@contoh.id")
    officer = works("agency_officer", code="staf", email="staf@contoh.id")
    scope.enter(officer)
    seen = set(Appointment.objects.values_list("pk", flat=True))
    asked = [head.institution_id, officer.institution_id]
    told = where_somebody_may(officer, asked, "sign_minutes", TODAY)
    assert told == {head.institution_id}
    assert other.institution_id not in told, "nobody asked of it"
    assert set(Appointment.objects.values_list("pk", flat=True)) == seen
    assert head.appointment_id not in seen
