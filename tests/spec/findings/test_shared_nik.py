"""One number for one person."""

from tests.oracles.tables import work_with
from tests.spec.findings.places import person_findings


NIK = 1604010101809001


def test_each_carrier_of_a_shared_number_is_named():
    people = [
        {"person_id": place, "nik": NIK, "nik_state": "shared"} for place in (1, 2)
    ]
    found = person_findings(work_with(persons=people), "shared_nik")
    assert [one["person_id"] for one in found] == [1, 2]
    assert found[0]["detail"] == "NIK ini dipakai 2 orang yang berbeda pada daftar"


def test_a_number_of_ones_own_is_no_finding():
    people = [{"person_id": 1, "nik": NIK}]
    assert not person_findings(work_with(persons=people), "shared_nik")
