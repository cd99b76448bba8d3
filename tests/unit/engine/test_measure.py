"""Figures by region, segment, funder and month, each against a named universe."""

import pytest
from tests.oracles.tables import MONTH, dicts, work_with

from naungan.engine.counting.universes import OWN
from naungan.engine.coverage import cover
from naungan.engine.measure import measure


FIRST, SECOND, ELSEWHERE = 1604012001, 1604012002, 3202012001


def person(person_id, village=FIRST, **more):
    return {
        "person_id": person_id,
        "village_code": village,
        "segment": "BPU",
        "birth_year": 1990,
        **more,
    }


def member(**more):
    return {
        "paid_through": MONTH,
        "start_month": MONTH - 5,
        "funder": "village",
        **more,
    }


def measured(persons, members=(), links=(), request=None, **tables):
    work = work_with(
        persons=persons,
        member_rows=[{"kpj": f"K{row}", **one} for row, one in enumerate(members)]
        or [{"kpj": "X", "status": "inactive"}],
        links=list(links),
        request=request,
        **tables,
    )
    cover(work)
    measure(work)
    return work


def figure(
    work, code="coverage", region="16.04", universe=OWN, month="2026-10", **groups
):
    """Return the one row of a measure with exactly these groups."""
    wanted = {"segment": None, "category": None, "funder": None, **groups}
    rows = [
        row
        for row in dicts(work, "SELECT * FROM measures")
        if (row["measure"], row["region_code"], row["universe"], row["month"])
        == (code, region, universe, month)
        and all(row[name] == value for name, value in wanted.items())
    ]
    assert len(rows) <= 1
    return rows[0] if rows else None


def lahat():
    """Give ten people: four covered, one awaiting review, one lapsed, four unknown."""
    people = [person(place, FIRST if place < 6 else SECOND) for place in range(10)]
    members = [member() for _ in range(5)] + [member(paid_through=MONTH - 8)]
    links = [{"person_id": p, "member_row": row} for row, p in enumerate((0, 1, 2, 7))]
    links.append({"person_id": 3, "member_row": 4, "band": "review"})
    links.append({"person_id": 4, "member_row": 5})
    return people, members, links


def test_coverage_is_a_range_between_linked_and_possible():
    row = figure(measured(*lahat()))
    assert (row["numerator"], row["low"], row["high"], row["denominator"]) == (
        4,
        4,
        5,
        10,
    )
    assert row["value"] == 0.4


def test_the_gap_is_what_is_left_of_the_universe():
    row = figure(measured(*lahat()), "gap")
    assert (row["numerator"], row["low"], row["high"], row["value"]) == (6, 5, 6, 6)


@pytest.mark.parametrize(
    ("region", "level", "people"),
    [
        ("16.04.01.2001", "village", 6),
        ("16.04.01", "district", 10),
        ("16", "province", 10),
        ("00", "national", 10),
    ],
)
def test_every_level_sums_the_one_below(region, level, people):
    row = figure(measured(*lahat()), region=region)
    assert (row["level"], row["denominator"]) == (level, people)


def test_who_lapsed_is_counted_apart():
    assert figure(measured(*lahat()), "lapsed")["numerator"] == 1


def test_a_funder_is_measured_against_everybody():
    row = figure(measured(*lahat()), funder="village")
    assert (row["numerator"], row["denominator"]) == (4, 10)


def test_segments_are_never_mixed():
    work = measured([person(1), person(2, segment="PU"), person(3, segment=None)])
    sizes = [
        figure(work, segment=name)["denominator"] for name in ("BPU", "PU", "unknown")
    ]
    assert sizes == [1, 1, 1]


def test_the_months_before_are_seen_from_today():
    members = [
        member(start_month=MONTH - 3),
        member(start_month=MONTH - 9, paid_through=MONTH - 2),
    ]
    links = [{"person_id": place, "member_row": place} for place in range(2)]
    work = measured([person(0), person(1)], members, links)
    months = {
        row["month"]: row["numerator"]
        for row in dicts(
            work,
            "SELECT * FROM measures WHERE measure = 'coverage' AND level = "
            "'regency' AND segment IS NULL AND category IS NULL AND funder IS NULL",
        )
    }
    assert months["2026-10"] == 1
    assert months["2026-08"] == 2
    assert months["2026-06"] == 1
    assert months["2026-01"] == 1
    assert "2025-12" not in months


def test_without_dates_there_is_no_history():
    work = measured(
        [person(0)], [{"status": "active"}], [{"person_id": 0, "member_row": 0}]
    )
    assert figure(work)["numerator"] == 1
    assert figure(work, month="2026-09") is None


def test_unknown_beginnings_give_no_history_that_rises_by_itself():
    members = [member(start_month=None) for _ in range(2)]
    links = [{"person_id": place, "member_row": place} for place in range(2)]
    work = measured([person(0), person(1)], members, links)
    assert figure(work)["numerator"] == 2
    assert figure(work, month="2026-09") is None


OFFICIAL = [
    {"region_code": "16.04", "year": 2025, "workers": 100, "source": "Sakernas"},
    {"region_code": "16.04", "month": MONTH - 1, "workers": 80, "source": "Sakernas"},
    {"region_code": "16.04", "month": MONTH - 1, "workers": 50, "source": "BPJS"},
    {
        "region_code": "16.04",
        "year": 2026,
        "workers": 40,
        "source": "BPJS",
        "segment": "BPU",
    },
    {"region_code": "99.99", "year": 2026, "workers": 40, "source": "BPJS"},
]


def test_each_official_source_is_a_universe_of_its_own():
    work = measured(*lahat(), universe_rows=OFFICIAL)
    assert figure(work, universe="Sakernas")["value"] == 0.05
    assert figure(work, universe="BPJS")["value"] == 0.08
    assert figure(work, universe="BPJS", segment="BPU")["value"] == 0.1
    assert figure(work, universe="BPJS", region="99.99") is None
    assert figure(work, "gap", universe="Sakernas")["numerator"] == 76


def test_a_count_holds_from_its_month_until_a_newer_one():
    work = measured(*lahat(), universe_rows=OFFICIAL)
    assert figure(work, universe="Sakernas", month="2026-08")["denominator"] == 100
    assert figure(work, universe="Sakernas", month="2026-09")["denominator"] == 80
    assert figure(work, universe="BPJS", month="2026-08") is None


def test_the_extract_alone_is_measured_against_official_universes():
    members = [
        member(nik=1),
        member(nik=1, segment="PU"),
        member(),
        member(status="inactive", paid_through=None),
    ]
    official = [{"region_code": "16.04", "year": 2026, "workers": 10, "source": "BPJS"}]
    work = measured(
        [person(0)], members, request={"region": "16.04"}, universe_rows=official
    )
    assert figure(work, "enrolment", universe="BPJS")["numerator"] == 2


def test_a_region_limits_what_is_measured():
    work = measured([person(1), person(2, ELSEWHERE)], request={"region": "16.04"})
    regions = {
        row["region_code"] for row in dicts(work, "SELECT region_code FROM measures")
    }
    assert regions == {"16.04", "16.04.01", "16.04.01.2001"}


def test_people_without_a_village_are_counted_apart_or_where_they_work():
    firm = {"employer_id": 1, "village_code": SECOND}
    work = measured(
        [person(1, None), person(2, None)],
        employers=[firm],
        person_employers=[{"person_id": 2, "employer_id": 1}],
    )
    assert figure(work, region="")["denominator"] == 1
    assert figure(work, region="16.04.01.2002")["denominator"] == 1
    assert figure(work, region="00")["denominator"] == 2


def test_the_largest_gaps_come_first_until_eighty_percent():
    sizes = {FIRST: 7, SECOND: 2, FIRST + 2: 1}
    people = [
        person(FIRST + place, v) for v, n in sizes.items() for place in range(v, v + n)
    ]
    people = [{**one, "person_id": place} for place, one in enumerate(people)]
    work = measured(people)
    rows = dicts(
        work,
        "SELECT * FROM pareto WHERE kind = 'village' AND level = 'regency' ORDER BY rank",
    )
    assert [(row["key"], row["people"], row["cumulative_share"]) for row in rows] == [
        ("16.04.01.2001", 7, 0.7),
        ("16.04.01.2002", 2, 0.9),
    ]


def test_employers_are_ranked_beside_villages():
    work = measured(
        [person(1, segment="PU")],
        employers=[{"employer_id": 5, "village_code": FIRST}],
        person_employers=[{"person_id": 1, "employer_id": 5}],
    )
    rows = dicts(
        work,
        "SELECT level, key, people FROM pareto WHERE kind = 'employer' ORDER BY level",
    )
    assert [(row["level"], row["key"]) for row in rows] == [
        ("national", "5"),
        ("regency", "5"),
    ]


def test_overlaps_say_which_lists_know_how_many():
    people = [person(1), person(2, lists="desa+upah"), person(3, lists="desa+upah")]
    rows = dicts(
        measured(people),
        """SELECT lists, people FROM "overlaps" WHERE level = 'regency'
        ORDER BY lists""",
    )
    assert rows == [{"lists": "desa", "people": 1}, {"lists": "desa+upah", "people": 2}]


def test_quality_is_told_per_file_and_owner():
    work = measured(
        [person(1)],
        inputs=[
            {
                "file_id": 0,
                "file": "desa.csv",
                "kind": "workers",
                "accepted": 3,
                "rejected": 1,
            }
        ],
        worker_rows=[
            {"file_id": 0, "village_code": FIRST},
            {"file_id": 0},
            {"file_id": 0},
        ],
        worker_keys=[
            {"row_id": 0, "nik_state": "valid"},
            {"row_id": 1, "nik_state": "missing"},
        ],
        worker_cluster=[
            {"row_id": r, "cluster": c} for r, c in ((0, 0), (1, 0), (2, 2))
        ],
        warnings=[{"file": "desa.csv", "row": 2}, {"file": "desa.csv", "row": 2}],
        request={"owners": {"desa.csv": "Desa A"}},
    )
    rows = {row["measure"]: row for row in dicts(work, "SELECT * FROM quality")}
    assert rows["village_missing"]["numerator"] == 2
    assert rows["nik_missing"]["numerator"] == 1
    assert rows["nik_impossible"]["numerator"] == 0
    assert rows["repeated_people"]["numerator"] == 1
    assert rows["rejected"]["value"] == 0.25
    assert rows["rows_with_warning"]["numerator"] == 1
    assert {row["owner"] for row in rows.values()} == {"Desa A"}
