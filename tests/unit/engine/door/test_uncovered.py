from collections import Counter
from dataclasses import replace

import pytest

from naungan.lib import regions


STATUS = "SELECT person_id, status FROM coverage WHERE status <> 'active'"


def all_pages(snapshot, scope, limit, **asked):
    """Turn every page of the list."""
    rows, after = [], None
    while page := snapshot.uncovered(
        scope, asked.get("region", ""), after=after, limit=limit, **only(asked)
    ):
        rows += page
        after = page[-1]["key"]
    return rows


def only(asked):
    return {name: value for name, value in asked.items() if name != "region"}


def district(rows):
    """The dotted code of the district that most of these people live in."""
    codes = [row["village_code"] // 10_000 for row in rows if row["village_code"]]
    return regions.dotted(max(set(codes), key=codes.count))


@pytest.mark.parametrize("limit", [7, 50, 5_000])
def test_all_pages_together_are_everybody_once_in_order(snapshot, reach, slowly, limit):
    rows = all_pages(snapshot, reach(), limit)
    order = [(row["village_code"] or 0, row["person_id"]) for row in rows]
    assert order == sorted(order)
    assert dict(slowly(STATUS)) == {row["person_id"]: row["status"] for row in rows}
    assert len(rows) == len(slowly(STATUS))


@pytest.mark.parametrize(
    "asked",
    [
        {"status": "lapsed"},
        {"category": "farmer"},
        {"segment": "unknown"},
        {"status": "unregistered", "segment": "PU"},
    ],
)
def test_a_filter_keeps_what_the_slow_way_keeps(snapshot, reach, asked):
    everybody = all_pages(snapshot, reach(), 5_000)
    wanted = [
        row["person_id"]
        for row in everybody
        if all((row[name] or "unknown") == value for name, value in asked.items())
    ]
    found = all_pages(snapshot, reach(), 9, **asked)
    assert [row["person_id"] for row in found] == wanted


def test_a_scope_and_a_region_within_it_bound_the_list(snapshot, reach):
    everybody = all_pages(snapshot, reach(), 5_000)
    inside = district(everybody)
    low = int(inside.replace(".", "")) * 10_000
    wanted = [
        row["person_id"]
        for row in everybody
        if row["village_code"] and low <= row["village_code"] < low + 10_000
    ]
    by_region = all_pages(snapshot, reach(), 20, region=inside)
    by_scope = all_pages(snapshot, reach(inside), 20)
    assert [row["person_id"] for row in by_region] == wanted
    assert [row["person_id"] for row in by_scope] == wanted
    assert all_pages(snapshot, reach("18"), 20, region=inside) == []


@pytest.mark.parametrize("codes", [("dpmd",), ("bpjs",), ("dpmd", "disnaker"), ()])
def test_only_people_in_files_of_the_owners_are_named(
    snapshot, reach, slowly, in_files_of, owner, codes
):
    scope = reach(owners=tuple(owner(code) for code in codes))
    found = {row["person_id"] for row in all_pages(snapshot, scope, 50)}
    uncovered = {person_id for person_id, _ in slowly(STATUS)}
    assert found == uncovered & in_files_of(*codes)
    counts = snapshot.uncovered_counts(scope)
    assert sum(row["shown"] for row in counts) == len(found)
    assert sum(row["people"] for row in counts) == len(uncovered)


def test_an_owner_shares_only_its_region_and_its_columns(
    snapshot, reach, in_files_of, owner
):
    everybody = all_pages(snapshot, reach(), 5_000)
    inside = district(everybody)
    scope = reach(owners=(owner("dpmd", inside, frozenset({"sex"})),))
    rows = all_pages(snapshot, scope, 50)
    known = in_files_of("dpmd")
    low = int(inside.replace(".", "")) * 10_000
    assert {row["person_id"] for row in rows} == {
        row["person_id"]
        for row in everybody
        if row["person_id"] in known
        and low <= (row["village_code"] or 0) < low + 10_000
    }
    assert any(row["sex"] for row in rows)
    for column in ("nik", "birth_date", "birth_year", "employer_id"):
        assert not any(row[column] for row in rows)


def test_nik_is_masked_hidden_people_are_gone_and_the_look_is_told(
    snapshot, reach, looks
):
    first = snapshot.uncovered(reach(sees_nik=False), limit=5)
    assert all(isinstance(row["nik"], str | None) for row in first)
    assert any("•" in row["nik"] for row in first if row["nik"])
    assert looks[-1].table == "uncovered"
    assert looks[-1].keys == tuple(row["person_id"] for row in first)
    snapshot.hidden = frozenset(row["person_id"] for row in first[:3])
    left = all_pages(snapshot, reach(), 4)
    assert not snapshot.hidden & {row["person_id"] for row in left}
    assert len(snapshot.uncovered(reach(), limit=5)) == 5


def test_without_dates_of_birth_only_the_year_is_shown(snapshot, reach):
    whole = snapshot.uncovered(reach(), limit=50)
    years = snapshot.uncovered(
        replace(reach(sees_nik=False), sees_birth_dates=False), limit=50
    )
    assert any(row["birth_date"] for row in whole)
    assert not any(row["birth_date"] for row in years)
    born = [row["birth_date"].year for row in whole if row["birth_date"]]
    assert [
        two["birth_year"]
        for one, two in zip(whole, years, strict=True)
        if one["birth_date"]
    ] == born


def test_whom_a_list_should_name_better_is_the_same_as_by_reading_it_all(
    snapshot, reach
):
    everybody = all_pages(snapshot, reach(), 5_000)
    by_village = Counter(row["village_code"] for row in everybody)
    code = max(by_village, key=lambda one: (one is not None, by_village[one]))
    here = [row for row in everybody if row["village_code"] == code]
    twins = Counter(((row["name"] or "").upper(), row["birth_year"]) for row in here)
    faults = {}
    for row in here:
        known = ((row["name"] or "").upper(), row["birth_year"])
        if row["nik_state"] != "valid":
            faults[row["person_id"]] = row["nik_state"]
        elif twins[known] > 1 and row["birth_year"] and row["name"]:
            faults[row["person_id"]] = "twice"
    found = snapshot.to_mend(reach(), regions.dotted(code), 5_000)
    assert faults
    assert {row["person_id"]: row["fault"] for row in found} == faults
    counted = Counter(faults.values())
    assert {row["fault"]: row["people"] for row in found} == counted
    assert len(snapshot.to_mend(reach(), regions.dotted(code), 1)) == 1


def test_counts_of_a_village_are_those_of_its_list(snapshot, reach):
    everybody = all_pages(snapshot, reach(), 5_000, status="unregistered")
    listed = Counter(row["village_code"] for row in everybody if row["village_code"])
    for village, people in listed.most_common(5):
        counted = snapshot.uncovered_counts(reach(), regions.dotted(village))
        there = [row["people"] for row in counted if row["status"] == "unregistered"]
        assert sum(there) == people


def test_a_village_is_counted_without_a_look_as_its_list_holds_people(
    snapshot, reach, owner, looks
):
    scope = reach(owners=(owner("dpmd"),))
    rows = all_pages(snapshot, scope, 5_000)
    codes = Counter(row["village_code"] for row in rows if row["village_code"])
    (code, _), taken = codes.most_common(1)[0], "partial_programmes"
    wanted = [
        row["person_id"]
        for row in rows
        if row["village_code"] == code and row["status"] != taken
    ]
    looks.clear()
    village = regions.dotted(code)
    assert snapshot.uncovered_in(scope, village) == len(wanted) > 1
    assert snapshot.uncovered_in(scope, village, wanted[:1]) == len(wanted) - 1
    assert looks == []


def test_a_key_that_nobody_gave_out_begins_at_the_beginning(snapshot, reach):
    first = snapshot.uncovered(reach(), limit=3)
    for key in ("", "x", "1-", "'; DROP-1", "-5-7"):
        assert snapshot.uncovered(reach(), after=key, limit=3) == first
