"""Who is exposed at an employer, and what one death would cost it by the law."""

from datetime import date

from naungan.casework.collection.exposure import of_workers


ON = date(2026, 11, 2)
# Death not from work: 20,000,000 at once, 12,000,000 for 24 months, 10,000,000 funeral.
OTHER = 42_000_000


def test_ten_undeclared_workers_are_ten_exposed():
    rows = [{"wage": 3_500_000, "people": 6}, {"wage": None, "people": 4}]
    found = of_workers("partial_workers", rows, 10, ON)
    assert found.people == 10
    assert [(one.wage_idr, one.people) for one in found.groups] == [
        (3_500_000, 6),
        (None, 4),
    ]
    assert found.other_idr == OTHER


def test_a_death_from_work_costs_what_the_wage_makes_it():
    rows = [{"wage": 3_500_000, "people": 1}, {"wage": 5_000_000, "people": 1}]
    found = of_workers("unregistered_employer", rows, 2, ON)
    # 48 wages, 12,000,000 for 24 months and 10,000,000 funeral:
    # 3,500,000 x 48 = 168,000,000; 5,000,000 x 48 = 240,000,000
    assert found.work_idr == (190_000_000, 262_000_000)
    assert "Rp190.000.000" in found.sentence.text("id")
    assert "benefits/arrears/unregistered_rule" in {one.path for one in found.used}


def test_workers_whom_no_list_names_are_exposed_too():
    found = of_workers("unregistered_employer", [], 7, ON)
    assert found.people == 7
    assert found.work_idr is None
    assert found.other_idr == OTHER
    named = of_workers("partial_workers", [{"wage": None, "people": 2}], 5, ON)
    assert (named.unnamed, named.people) == (3, 5)


def test_of_nobody_nothing_is_owed():
    found = of_workers("partial_workers", [], 0, ON)
    assert (found.people, found.other_idr, found.work_idr) == (0, 0, None)


def test_of_arrears_the_months_of_grace_are_cited_and_not_the_unregistered():
    found = of_workers("contributions_in_arrears", [{"wage": None, "people": 1}], 1, ON)
    paths = [one.path for one in found.used]
    assert paths[0] == "participation/arrears/grace_months/pu"
    assert not [one for one in paths if one.startswith("benefits/arrears/")]
