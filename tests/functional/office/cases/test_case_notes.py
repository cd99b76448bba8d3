"""What a real publication says of the cases of the one before it."""

import pytest
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment
from naungan.casework.compliance import noting
from naungan.casework.compliance.actions.cases import open_case
from naungan.casework.compliance.models import CaseNote
from naungan.casework.intake import frozen
from naungan.casework.intake.models import Publication
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot


pytestmark = pytest.mark.django_db
EVERYTHING = Scope(institution="uji", regions=EVERYWHERE, purpose="uji")


@pytest.fixture
def number(built):
    """The number of the employer ranked first in the newest snapshot."""
    snapshot = Snapshot.open(built[-1].folder, lambda _look: None)
    return snapshot.employers_found(EVERYTHING, limit=1)[0]["employer_id"]


def test_a_later_publication_notes_each_finding_of_a_case_once(
    published, person, number
):
    person("examiner")
    held = Appointment.objects.get(user__email="examiner@contoh.id")
    by = scope.of_appointment(held)
    scope.enter(by)
    newest = Publication.objects.order_by("run").last()
    kept = frozen.employer(newest, by, number)
    track = noting.citing.track_of(kept.findings[0]["code"])
    case = open_case(
        by=by,
        publication=newest,
        employer_id=number,
        track=track,
        today=timezone.localdate(),
    )
    before = list(case.findings.order_by("pk").values())
    newest.run += 1  # the same folder, as if it had been published anew
    scope.tell(None, None, every=True)
    assert noting.note(newest) == len(before)
    assert noting.note(newest) in (0, len(before))
    told = CaseNote.objects.filter(case=case)
    assert set(told.values_list("says", flat=True)) == {"present"}
    assert told.count() == len(before)
    assert list(case.findings.order_by("pk").values()) == before
