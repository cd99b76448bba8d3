"""What a publication says is noted once on each case, and what stands stays."""

from types import SimpleNamespace

import pytest
from tests.unit.casework.compliance.conftest import PLACE, SUBJECT
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.audit.models import Act
from naungan.casework.compliance import noting
from naungan.casework.compliance.actions import cases
from naungan.casework.compliance.models import Case, CaseFinding, CaseNote
from naungan.casework.intake import frozen
from naungan.casework.intake.frozen import FoundNow


pytestmark = pytest.mark.django_db


def publication(run):
    return SimpleNamespace(region_code=PLACE, run=run, month=24_320 + run)


@pytest.fixture
def pursued(opened, offices):
    """Give a case whose finding a first run saw: six workers, 250,000 a month."""
    subject = cases.Subject(
        name=SUBJECT.name, region_code=PLACE, series=PLACE, employer_id=71
    )
    case = opened(subject=subject)
    CaseFinding.objects.create(
        institution_id=case.institution_id,
        case=case,
        code="partial_workers",
        how="run",
        run=1,
        month=24_321,
        people=6,
        monthly_idr=250_000,
        sentence="Rekaan",
        sha256="0" * 64,
    )
    return case


@pytest.fixture
def says(monkeypatch):
    """Let a publication say something of employer 71, and note it as the office."""

    def do(run, **codes):
        now = {code: FoundNow(71, people, idr) for code, (people, idr) in codes.items()}
        monkeypatch.setattr(
            frozen, "findings_now", lambda publication, numbers: {71: now}
        )
        scope.tell(None, None, every=True)
        return noting.note(publication(run))

    return do


def notes(case):
    found = CaseNote.objects.filter(case=case, kind="data_now_says")
    return list(found.order_by("run", "code").values_list("run", "code", "says"))


def test_later_data_add_notes_and_change_nothing_that_stands(pursued, says):
    held = pursued.findings.order_by("pk").values()
    before = list(held)
    assert says(2, partial_workers=(6, 250_000)) == 1
    assert says(3, partial_workers=(2, 90_000), underreported_wage=(1, 10_000)) == 2
    assert says(4) == 2
    assert says(5) == 0
    assert says(6, partial_workers=(1, 40_000)) == 1
    assert notes(pursued) == [
        (2, "partial_workers", "present"),
        (3, "partial_workers", "changed"),
        (3, "underreported_wage", "new"),
        (4, "partial_workers", "gone"),
        (4, "underreported_wage", "gone"),
        (6, "partial_workers", "new"),
    ]
    changed = CaseNote.objects.get(run=3, code="partial_workers")
    assert changed.parts == {"was": [6, 250_000], "now": [2, 90_000]}
    assert list(held.all()) == before
    assert Act.objects.filter(verb="note").count() == 4


def test_a_publication_is_noted_once_however_often_it_is_told(pursued, says):
    says(2, partial_workers=(6, 250_000))
    says(2, partial_workers=(6, 250_000))
    assert len(notes(pursued)) == 1


def test_findings_of_the_other_track_and_closed_cases_are_left_alone(
    pursued, says, offices
):
    assert says(2, partial_workers=(6, 250_000), contributions_in_arrears=(3, 1)) == 1
    scope.enter(offices.examiner)
    cases.close(by=offices.examiner, case=pursued, reason="gone", today=TODAY)
    assert says(3, partial_workers=(9, 250_000)) == 0
    assert Case.objects.filter(pk=pursued.pk).exists()


def test_the_owner_reads_the_notes_of_the_office(pursued, says, offices):
    says(2, partial_workers=(6, 250_000))
    scope.enter(offices.examiner)
    assert len(notes(pursued)) == 1
    scope.enter(offices.elsewhere)
    assert notes(pursued) == []


def test_a_case_knows_its_own_run_already(pursued, says):
    assert says(1, partial_workers=(6, 250_000)) == 0
    assert notes(pursued) == []
