"""Setting targets, taking them back, and accepting a printed figure with a note."""

from decimal import Decimal

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.audit.models import Act
from naungan.casework.regions import printed, queries
from naungan.casework.regions.actions import (
    accept_figure,
    set_target,
    withdraw_target,
)
from naungan.casework.regions.models import AcceptedFigure, TargetValue
from naungan.lib.dates import month_index


pytestmark = pytest.mark.django_db
MONTH = month_index(2026, 12)


@pytest.fixture
def planner(works):
    """A head of a planning agency, in force for the test's transaction."""
    reach = works("agency_head", "bappeda", "bappeda-contoh")
    scope.enter(reach)
    return reach


def wanted(by, percent, region_code="16.04", **rest):
    asked = {
        "name": "RPJMD Lahat",
        "basis": "bekerja di luar ASN",
        "source": "Perda 1/2025",
        "source_url": "",
        "segment": "",
        "month": MONTH,
    }
    return set_target(
        by=by, region_code=region_code, percent=Decimal(percent), **{**asked, **rest}
    )


def own(region_code="16.04"):
    return [one for one in queries.targets(region_code) if one.confidence == "OWN"]


def test_a_target_stands_beside_those_of_the_state_under_its_own_name(planner):
    wanted(planner, "38.00")
    (found,) = own()
    assert (found.series, found.percent) == ("RPJMD Lahat", Decimal("38.00"))
    assert {"RKP 2026", "UCJ Kemendagri"} <= {
        one.series for one in queries.targets("16.04")
    }


def test_a_later_value_takes_the_place_and_the_earlier_one_stays_as_history(planner):
    first = wanted(planner, "38.00")
    last = wanted(planner, "39.50")
    assert [one.percent for one in own()] == [Decimal("39.50")]
    kept = list(queries.history(planner.institution_id))
    assert [one.pk for one in kept] == [last.pk, first.pk]
    assert queries.in_force(kept) == {last.pk}


def test_a_target_taken_back_is_gone_and_can_be_set_again(planner):
    value = wanted(planner, "38.00")
    withdraw_target(by=planner, value=value)
    assert own() == []
    wanted(planner, "37.00")
    assert [one.percent for one in own()] == [Decimal("37.00")]


def test_setting_and_taking_back_are_on_record(planner, office):
    withdraw_target(by=planner, value=wanted(planner, "38.00"))
    scope.enter(office)
    found = Act.objects.filter(noun="target").order_by("pk")
    assert [one.verb for one in found] == ["set", "withdraw"]
    assert found[0].details["percent"] == "38.00"


@pytest.mark.parametrize("percent", ["0", "100.01", "-1"])
def test_a_target_that_no_share_can_be_is_refused(planner, percent):
    with pytest.raises(ActRefused, match="paling tinggi 100"):
        wanted(planner, percent)


def test_a_region_outside_ones_own_is_refused(planner):
    with pytest.raises(ActRefused, match="di luar wilayah"):
        wanted(planner, "38", region_code="16.05")


def test_whoever_lacks_the_power_sets_nothing(works):
    clerk = works("agency_officer")
    scope.enter(clerk)
    with pytest.raises(ActRefused):
        wanted(clerk, "38")


def test_another_office_reads_a_target_and_cannot_take_it_back(planner, works, office):
    value = wanted(planner, "38.00")
    other = works("agency_head", "dpmd", "dpmd-lain", "lain@contoh.id")
    scope.enter(other)
    assert own()
    with pytest.raises(ActRefused, match="milik lembaga lain"):
        withdraw_target(by=other, value=value)
    assert TargetValue.objects.filter(institution_id=other.institution_id).count() == 0


def test_a_printed_figure_is_accepted_with_a_note_and_stays_printed(works, office):
    scope.enter(office)
    country = works("agency_head", "bappeda", "bappeda-pusat")
    national = scope.Scope(**{**vars(country), "region_code": ""})
    scope.enter(national)
    (alarm,) = printed.alarms("51")
    accept_figure(by=national, alarm=alarm, note="penyebutnya Sakernas Agustus")
    found = queries.accepted("51")[alarm.key]
    assert found.note == "penyebutnya Sakernas Agustus"
    assert AcceptedFigure.objects.count() == 1
    assert printed.alarms("51") == (alarm,)
