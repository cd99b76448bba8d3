"""Workers gained are counted once, whichever findings and cases they stand behind."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from naungan.casework.collection import gains
from naungan.casework.collection.gains import Behind, once
from naungan.casework.collection.models import WorkerGained
from naungan.casework.compliance.models import CaseFinding
from naungan.casework.intake.models import Publication


ASKED = st.lists(
    st.builds(
        Behind,
        st.integers(1, 4),
        st.just(1),
        st.integers(1, 9),
        st.sampled_from(sorted(set(gains.BY_FINDING.values()))),
    ),
    max_size=30,
)


@given(ASKED, st.sets(st.integers(1, 9)))
def test_each_covered_person_counts_once_and_nobody_else(asked, covered):
    found = once(asked, covered)
    numbers = [one.person_id for one in found]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) == {one.person_id for one in asked} & covered
    for one in found:
        same = [each for each in asked if each.person_id == one.person_id]
        if any(each.gain == "registered" for each in same):
            assert one.gain == "registered"


@pytest.fixture
def publish(db):
    """Publish a snapshot of the region, of which nothing is read from disk."""

    def make(run):
        return Publication.objects.create(
            region_code="16.04",
            month=2026 * 12 + 9,
            run=run,
            published_at=datetime(2026, 11, run, 5, tzinfo=UTC),
            folder=f"contoh/{run}",
            law_version="contoh",
        )

    return make


@pytest.fixture
def frozen(case):
    """Freeze a finding of the case with the persons behind it."""

    def write(code, *persons, of=case):
        return CaseFinding.objects.create(
            institution_id=of.institution_id,
            case=of,
            code=code,
            run=1,
            how="run",
            people=len(persons),
            sentence="contoh",
            evidence={"persons": list(persons)},
            sha256="0" * 64,
        )

    return write


@pytest.fixture
def covered(monkeypatch):
    """Let a snapshot say of whom it has which status; nobody was merged or split."""

    def say(**statuses):
        told = {int(name[1:]): status for name, status in statuses.items()}
        monkeypatch.setattr(
            gains.workers,
            "heirs",
            lambda publication, reach, ids: {one: (one,) for one in ids},
        )
        monkeypatch.setattr(
            gains.pursuit,
            "statuses",
            lambda publication, reach, ids: {
                one: told[one] for one in ids if one in told
            },
        )

    return say


@pytest.mark.django_db
def test_a_later_snapshot_gains_whom_it_shows_covered_by_the_step_before_it(
    case, step, frozen, publish, covered
):
    frozen("partial_workers", 1, 2, 3)
    warning = step(case, "warning_1", date(2026, 10, 1))
    covered(p1="active", p2="unregistered", p3="partial_programmes")
    assert gains.measure(publish(2)) == 2
    found = WorkerGained.objects.values_list("person_id", "gain", "step")
    assert set(found) == {
        (1, "registered", warning.pk),
        (3, "registered", warning.pk),
    }


@pytest.mark.django_db
def test_nobody_is_gained_twice_by_later_runs_or_other_cases(
    case, make_case, frozen, publish, covered
):
    other = make_case(name="PT Lain", track="registration_and_data")
    frozen("partial_workers", 1)
    frozen("contributions_in_arrears", 1, 2, of=other)
    covered(p1="active", p2="active")
    assert gains.measure(publish(2)) == 2
    assert gains.measure(publish(3)) == 0
    assert set(WorkerGained.objects.values_list("person_id", "gain")) == {
        (1, "registered"),
        (2, "reactivated"),
    }


@pytest.mark.django_db
def test_the_snapshot_from_which_a_case_was_opened_gains_nobody(
    frozen, publish, covered
):
    frozen("partial_workers", 1)
    covered(p1="active")
    assert gains.measure(publish(1)) == 0
