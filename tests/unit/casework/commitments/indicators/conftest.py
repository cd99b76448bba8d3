"""What every indicator must pass: data move it both ways and contradict what is typed."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone
from tests.unit.casework.commitments.conftest import MET_ON, TODAY
from tests.unit.casework.commitments.indicators import snapshots

from naungan.casework.accounts import scope
from naungan.casework.commitments import measuring
from naungan.casework.commitments.actions import following
from naungan.casework.compliance.models import Case
from naungan.casework.intake import actions as intake
from naungan.casework.intake.running.database import whole_office
from naungan.office.home import Home


@pytest.fixture
def reads(desks):
    """Read the data for a promise now, as its keeper."""

    def again(one):
        scope.enter(desks.branch)
        measuring.measure(one, by_id=one.institution_id, today=TODAY)
        one.refresh_from_db()
        return one

    return again


@pytest.fixture
def proves(desks, reads):
    """Hold a promise that is called done against data that turn good, then bad."""

    def hold(one, *, good, bad, said_on=TODAY):
        assert one.is_met is False
        first = one.value
        following.claim(
            by=desks.branch,
            commitment=one,
            claimed_on=said_on,
            status="done",
            today=TODAY,
        )
        assert reads(one).verdict == "contradicted"
        good()
        assert reads(one).is_met
        assert one.verdict == "agrees"
        best = one.value
        assert (best > first) is (one.direction == "up")
        bad()
        assert reads(one).is_met is False
        assert one.verdict == "contradicted"
        assert (one.value < best) is (one.direction == "up")
        rows = list(one.measurements.values_list("value", flat=True))
        assert rows == [first, best, one.value]

    return hold


@pytest.fixture
def make_case(desks):
    """Open a case of the branch."""

    def make(region="16.04", track="arrears", by=None, **more):
        by = by or desks.branch
        scope.enter(by)
        count = Case.objects.count()
        made = Case.objects.create(
            institution_id=by.institution_id,
            number=f"{count + 1:03}/KASUS/2026",
            region_code=region,
            series="16.04",
            track=track,
            name=f"CV Contoh Rekaan {count}",
            opened_by_id=by.user_id,
            stage_since=MET_ON,
            ladder_version="contoh",
            law_version="contoh",
            **{"opened_on": date(2026, 9, 20), **more},
        )
        scope.enter(desks.branch)
        return made

    return make


def many(count):
    """Write a target as figures are kept."""
    return Decimal(count)


@pytest.fixture(scope="session")
def folders(tmp_path_factory):
    """Three months of an invented regency, run once."""
    return list(snapshots.build(tmp_path_factory.mktemp("potret")))


@pytest.fixture
def publish(settings, folders, desks):
    """Publish one of the months."""
    settings.HOME = Home(folders[0].parents[3])

    def make(at):
        with whole_office():
            made = intake.publish(
                by=None,
                region_code=snapshots.REGION,
                month=snapshots.MONTHS[at],
                folder=folders[at],
                at=timezone.now(),
                law_version="0" * 16,
                invented=True,
            )
        scope.enter(desks.branch)
        return made

    return make
