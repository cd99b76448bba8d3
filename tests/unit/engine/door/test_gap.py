"""Who makes up the gap, and how good the files are, as far as a scope reaches."""

import pytest

from naungan.lib.errors import SnapshotRefused


def test_villages_stand_by_rank_and_their_shares_rise(snapshot, reach):
    rows = snapshot.pareto(reach("16.04"), "16.04", "village", 5)
    assert 0 < len(rows) <= 5
    ranks = [row["rank"] for row in rows]
    assert ranks == sorted(ranks)
    shares = [row["cumulative_share"] for row in rows]
    assert shares == sorted(shares)
    assert all(row["people"] <= row["of_people"] for row in rows)


def test_employers_come_with_their_name_and_findings(snapshot, reach, slowly):
    rows = snapshot.pareto(reach(), "16.04", "employer", 500)
    whole = slowly(
        "SELECT key FROM pareto WHERE kind = 'employer' AND region_code = '16.04'"
    )
    assert {row["key"] for row in rows} <= {key for (key,) in whole}
    for row in rows:
        found = slowly(
            f"SELECT code FROM employer_findings WHERE employer_id = {row['key']}"
        )
        assert sorted(row["codes"] or []) == sorted(code for (code,) in found)
        assert row["name"]


def test_an_employer_outside_the_scope_is_not_named(snapshot, reach):
    everywhere = snapshot.pareto(reach(), "16.04", "employer", 500)
    nowhere = snapshot.pareto(reach("31"), "16.04", "employer", 500)
    assert everywhere
    assert nowhere == []


def test_looking_at_the_gap_records_no_look_at_a_person(snapshot, reach, looks):
    snapshot.pareto(reach(), "16.04", "village", 3)
    snapshot.quality(reach())
    assert looks == []


def test_a_region_that_is_none_is_refused(snapshot, reach):
    with pytest.raises(SnapshotRefused):
        snapshot.pareto(reach(), "16' OR true --", "village", 3)


def test_quality_tells_of_the_files_in_the_scope_alone(snapshot, reach, slowly):
    every = {row["file"] for row in snapshot.quality(reach())}
    assert every == {file for (file,) in slowly("SELECT DISTINCT file FROM quality")}
    inside = {row["file"] for row in snapshot.quality(reach("31"))}
    assert inside < every
