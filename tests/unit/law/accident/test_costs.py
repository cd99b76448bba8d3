import pytest

from naungan.law.accident.costs import care_abroad, costs, transport
from naungan.lib.errors import LawRefused


def test_a_cost_below_its_cap_is_repaid_in_full(accident):
    case = accident(transport=[{"mode": "sea", "cost": 1_999_999}])
    assert transport(case) == 1_999_999
    line = case.draft.lines[0]
    assert line.label.text() == "Angkutan laut"
    assert line.arithmetic.text("en") == "cost Rp1.999.999, at most Rp2.000.000"


def test_several_modes_are_capped_one_by_one_and_doubted(accident):
    trips = [{"mode": "land", "cost": 9_000_000}, {"mode": "air", "cost": 1}]
    case = accident(transport=trips)
    assert transport(case) == 5_000_001
    assert "teksnya belum" in case.draft.notes[0].text()


def test_one_mode_in_two_trips_has_one_cap_and_no_doubt(accident):
    case = accident(transport=[{"mode": "land", "cost": 3_000_000}] * 2)
    assert transport(case) == 5_000_000
    assert case.draft.notes == []


def test_no_costs_no_lines(accident):
    case = accident()
    assert transport(case) == costs(case) == 0
    assert case.draft.lines == []


def test_care_at_home_says_how_long(accident):
    case = accident(costs=[{"item": "home_care", "cost": 1}])
    assert costs(case) == 1
    assert case.draft.lines[0].label.text() == "Perawatan di rumah paling lama 1 tahun"


def test_a_prosthesis_needs_the_reference_price(accident):
    with pytest.raises(LawRefused, match="reference_price belum diisi"):
        costs(accident(costs=[{"item": "prosthesis", "cost": 1}]))


def test_a_prosthesis_within_its_bound_is_repaid_in_full(accident):
    item = {"item": "prosthesis", "cost": 7, "reference_price": 5}
    assert costs(accident(costs=[item])) == 7


def test_a_mode_and_a_cost_are_needed(accident):
    with pytest.raises(LawRefused, match="transport ke-1: mode belum diisi"):
        transport(accident(transport=[{"cost": 1}]))


def test_treatment_abroad_is_capped(accident):
    case = accident(costs=[{"item": "care_abroad", "cost": 50_000_001}])
    assert care_abroad(case) == 50_000_000
