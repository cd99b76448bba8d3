import json
from dataclasses import replace

import duckdb
import pytest
from tests.unit.engine.worlds import NIK

from naungan.engine.snapshot import EVERYWHERE, Look, Scope, Snapshot
from naungan.engine.store import write_table
from naungan.engine.tables import nik_index
from naungan.lib import identity_numbers
from naungan.lib.errors import SnapshotRefused


LAHAT, ELSEWHERE = 1604012001, 1810012001
TABLES = {
    "persons": f"""SELECT * FROM (VALUES (1, {NIK}, 'Sari', {LAHAT}),
        (2, {NIK + 1}, 'Budi', {ELSEWHERE})) t(person_id, nik, name, village_code)""",
    "nik_index": f"SELECT * FROM (VALUES ({NIK}, 1), ({NIK + 1}, 2)) t(nik, person_id)",
    "links": "SELECT 1 AS person_id, 'K1' AS kpj, 'linked' AS band, 'bpjs.csv' AS file",
    "members": f"""SELECT * FROM (VALUES ({NIK}, 'K1', 'Sari', NULL),
        ({NIK + 1}, 'K2', 'Budi', 'P1'), ({NIK + 2}, 'K3', 'Tini', 'P2'))
        t(nik, kpj, name, npp)""",
    "employer_pairs": "SELECT 7 AS employer_id",
    "employer_links": "SELECT 7 AS employer_id, 'P1' AS npp, 'linked' AS band",
    "person_rows": """SELECT unnest([1, 2]) AS person_id,
        unnest(['desa.csv', 'lain.csv']) AS file""",
    "employer_rows": "SELECT 7 AS employer_id, 'oss.csv' AS file",
    "warnings": """SELECT unnest(['desa.csv', 'lain.csv']) AS file, 1 AS line, 1 AS row,
        'Kosong.' AS message""",
    "coverage": "SELECT unnest([1, 2]) AS person_id, 'active' AS status",
    "employers": f"""SELECT 7 AS employer_id, 'N1' AS nib, 'P1' AS npp, '' AS npwp,
        'E1' AS employer_ref, NULL AS registered_npp, {LAHAT} AS village_code""",
    "employer_people": "SELECT 7 AS employer_id, 2 AS person_id",
    "employer_findings": "SELECT 7 AS employer_id, 'partial_workers' AS code",
    "village_counts": f"""SELECT unnest([{LAHAT}, {ELSEWHERE}]) AS village_code,
        'active' AS status, 1 AS people""",
    "employer_ranking": f"""SELECT 7 AS employer_id, 'partial_workers' AS codes, 1 AS rank,
        {LAHAT} AS village_code""",
    "person_findings": "SELECT 0 AS person_id",
    "uncovered": "SELECT 0 AS person_id",
    "employer_workers": "SELECT 0 AS person_id",
    "review_pairs": "SELECT 0 AS person_id",
    "measures": "SELECT '16.04' AS region_code, 'coverage' AS measure",
    "inputs": """SELECT unnest(['desa.csv', 'lain.csv', 'bpjs.csv', 'oss.csv',
        'bps.csv', 'iuran.csv']) AS file""",
    "parameters": """SELECT unnest(['a/b', 'a/b_rule', 'a/b/c']) AS path,
        0 AS from_month""",
}


@pytest.fixture
def looks():
    return []


@pytest.fixture
def snapshot(tmp_path, looks):
    folder = tmp_path / "current"
    folder.mkdir()
    for name, query in TABLES.items():
        path = folder / f"{name}.parquet"
        if name in ("members", "nik_index"):
            (folder / name).mkdir()
            path = folder / name / "00000.parquet"
        duckdb.sql(query).write_parquet(str(path))
    sent = [
        {"file": "bps.csv", "kind": "universe", "owner": None},
        {"file": "iuran.csv", "kind": "contributions", "owner": "Disnaker"},
    ]
    manifest = {"month": "2026-10", "inputs": sent}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return Snapshot.open(tmp_path, looks.append)


def scope(*regions, **rest):
    return Scope(institution="Disnaker", regions=regions, purpose="uji", **rest)


def test_a_person_outside_the_regions_of_the_scope_does_not_exist(snapshot):
    assert snapshot.person(scope("16.04"), 2) is None
    assert snapshot.whole(scope("16.04"), 2) is None
    assert snapshot.persons_by_nik(scope("16.04"), NIK + 1) == []


def test_a_person_inside_the_scope_is_found_by_number_nik_and_kpj(snapshot):
    for found in (
        [snapshot.person(scope("16.04.01"), 1)],
        snapshot.persons_by_nik(scope("16"), NIK),
        snapshot.persons_by_kpj(scope(*EVERYWHERE), "K1"),
    ):
        assert [person["name"] for person in found] == ["Sari"]


def test_nik_is_masked_unless_the_scope_may_see_it(snapshot):
    assert snapshot.person(scope("16"), 1)["nik"] == identity_numbers.mask(NIK)
    assert snapshot.person(scope("16", sees_nik=True), 1)["nik"] == NIK
    (held,) = snapshot.whole(scope("16"), 1).memberships
    assert held["nik"] == identity_numbers.mask(NIK)


def test_every_look_at_a_person_is_recorded_with_who_why_and_whom(snapshot, looks):
    snapshot.person(scope("16", sees_nik=True), 1)
    assert looks == [Look("Disnaker", "uji", "persons", (1,), unmasked=True)]


def test_a_look_by_nik_is_recorded_without_the_nik(snapshot, looks):
    [member] = snapshot.members_by_nik(scope("16"), NIK)
    assert member["nik"] == identity_numbers.mask(NIK)
    assert snapshot.members_by_nik(scope("16"), NIK + 9) == []
    assert [look.keys for look in looks] == [("K1",), ()]


def test_figures_of_a_region_leave_no_record_of_persons(snapshot, looks):
    assert snapshot.measures(scope("16"), "16.04")[0]["measure"] == "coverage"
    assert looks == []


def test_employers_are_found_by_any_of_their_codes(snapshot):
    for code in ("N1", "P1", "E1"):
        assert snapshot.employers_by_code(scope("16"), code)[0]["employer_id"] == 7
    assert snapshot.employers_by_code(scope("18"), "N1") == []


@pytest.mark.parametrize("region", ["16.04'; DROP", "16.04.01.2001.9", "Lahat"])
def test_a_region_that_is_no_code_is_refused(snapshot, region):
    with pytest.raises(SnapshotRefused, match="tidak dikenal"):
        snapshot.person(scope(region), 1)


def test_the_door_reads_nothing_outside_its_folder(snapshot, tmp_path):
    (tmp_path / "other.csv").write_text("a\n1\n")
    with pytest.raises(duckdb.PermissionException):
        snapshot._con.sql(f"FROM read_csv('{tmp_path}/other.csv')").fetchall()  # noqa: SLF001


def test_a_folder_without_a_snapshot_says_how_to_make_one(tmp_path, looks):
    with pytest.raises(SnapshotRefused, match="naungan run"):
        Snapshot.open(tmp_path / "none", looks.append)


def test_a_nik_on_the_cut_between_parts_is_found_on_both_sides(tmp_path, looks):
    con = duckdb.connect()
    con.execute(
        f"""CREATE TABLE persons AS SELECT range AS person_id,
        CASE WHEN range < 3 THEN NULL ELSE {NIK} + range // 4 END AS nik FROM range(40)"""
    )
    table = replace(nik_index.TABLE, part_rows=5, row_group=2048)
    folder = tmp_path / "current"
    folder.mkdir()
    assert write_table(con, table, folder) == 37
    con.sql(f"SELECT *, {LAHAT} AS village_code FROM persons").write_parquet(
        str(folder / "persons.parquet")
    )
    (folder / "manifest.json").write_text("{}")
    snapshot = Snapshot.open(tmp_path, looks.append)
    assert len(list((folder / "nik_index").iterdir())) == 8
    for offset in range(1, 10):
        found = snapshot.persons_by_nik(scope("16"), NIK + offset)
        wanted = list(range(4 * offset, 4 * offset + 4))
        assert sorted(person["person_id"] for person in found) == wanted
    assert snapshot.persons_by_nik(scope("16"), NIK + 100) == []
    assert snapshot.persons_by_nik(scope("16"), 1) == []


def test_counts_are_of_the_scope_and_not_of_the_whole_snapshot(snapshot):
    assert snapshot.people_by_status(scope(*EVERYWHERE)) == {"active": 2}
    assert snapshot.people_by_status(scope("16.04")) == {"active": 1}
    assert snapshot.employers_by_finding(scope("16")) == {"partial_workers": 1}
    assert snapshot.employers_by_finding(scope("18")) == {}


def test_a_membership_is_seen_through_its_person_or_its_employer_in_the_scope(snapshot):
    def seen(region, nik):
        return [one["kpj"] for one in snapshot.members_by_nik(scope(region), nik)]

    assert seen("16.04", NIK) == ["K1"]
    assert seen("18.10", NIK) == []
    assert seen("16.04", NIK + 1) == ["K2"]
    assert seen("18.10", NIK + 1) == []
    assert seen("16.04", NIK + 2) == []
    assert len(snapshot.members_by_nik(scope(*EVERYWHERE), NIK + 2)) == 1


def test_files_are_of_the_scope_of_the_institution_or_official_totals(snapshot):
    def seen(wanted):
        return {one["file"] for one in snapshot.inputs(wanted)}

    elsewhere = replace(scope("18.10"), institution="Kantor lain")
    assert seen(scope("16.04")) == {
        *("desa.csv", "bpjs.csv", "oss.csv"),
        *("bps.csv", "iuran.csv"),
    }
    assert seen(elsewhere) == {"lain.csv", "bps.csv"}
    assert len(seen(scope(*EVERYWHERE))) == 6


def test_words_on_files_are_of_the_scope(snapshot):
    found = snapshot.words_on_files(scope("18.10"))
    assert [one["file"] for one in found] == ["lain.csv"]


def test_a_rule_is_found_by_its_path_and_not_by_a_beginning_of_its_name(snapshot):
    def found(path):
        return [rule["path"] for rule in snapshot.parameters(path)]

    assert found("a/b") == ["a/b", "a/b/c"]
    assert found("a/") == ["a/b", "a/b/c", "a/b_rule"]
    assert found("a/b_") == ["a/b_rule"]


def test_a_hidden_person_is_in_no_answer_by_number_nik_kpj_or_membership(snapshot):
    everywhere = scope(*EVERYWHERE)
    assert snapshot.members_by_nik(everywhere, NIK)
    snapshot.hidden = frozenset({1})
    assert snapshot.person(everywhere, 1) is None
    assert snapshot.persons_by_nik(everywhere, NIK) == []
    assert snapshot.persons_by_kpj(everywhere, "K1") == []
    assert snapshot.members_by_nik(everywhere, NIK) == []
    assert snapshot.whole(everywhere, 1) is None


def test_hiding_one_person_hides_nobody_else(snapshot):
    everywhere = scope(*EVERYWHERE)
    snapshot.hidden = frozenset({1})
    assert snapshot.person(everywhere, 2)["name"] == "Budi"
    assert snapshot.members_by_nik(everywhere, NIK + 1)
    assert snapshot.employer(everywhere, 7)
