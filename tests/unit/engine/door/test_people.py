import shutil

from naungan.engine.snapshot import Snapshot


def test_a_person_is_shown_by_the_files_of_the_owners_and_nothing_else(
    snapshot, reach, slowly, in_files_of, owner
):
    some = [n for (n,) in slowly("SELECT person_id FROM persons ORDER BY 1 LIMIT 60")]
    for codes in (("dpmd",), ("bpjs",), ("disnaker", "bpjs"), ()):
        scope = reach(owners=tuple(owner(code) for code in codes))
        found = {row["person_id"] for row in snapshot.persons_among(scope, some)}
        assert found == set(some) & in_files_of(*codes)


def test_rows_of_a_person_in_the_files_of_others_stay_theirs(
    snapshot, reach, slowly, owner
):
    ((number,),) = slowly("""SELECT person_id FROM person_rows GROUP BY 1
        HAVING bool_or(file LIKE 'workers-village%') AND bool_or(file LIKE 'workers-payroll%')
        ORDER BY 1 LIMIT 1""")
    scope = reach(owners=(owner("dpmd"),))
    known = snapshot.whole(scope, number)
    assert known.rows
    assert all(row["file"].startswith("workers-village") for row in known.rows)
    assert known.memberships == []
    assert known.row == snapshot.person(scope, number)
    assert snapshot.person_on_lists(scope, number) == (known.row, known.rows)


def test_nothing_is_known_of_a_person_outside_the_scope(snapshot, reach, slowly):
    ((number,),) = slowly("SELECT min(person_id) FROM persons WHERE village_code > 0")
    assert snapshot.whole(reach("16"), number) is not None
    assert snapshot.whole(reach("18"), number) is None
    assert snapshot.person_on_lists(reach("18"), number) == (None, [])


def test_few_persons_come_with_their_status_and_only_within_the_scope(
    snapshot, reach, slowly
):
    rows = slowly("""SELECT person_id, status FROM persons JOIN coverage USING (person_id)
        ORDER BY 1 LIMIT 20""")
    found = snapshot.persons_among(reach(), [number for number, _ in rows])
    assert {row["person_id"]: row["status"] for row in found} == dict(rows)
    assert snapshot.persons_among(reach("18"), [number for number, _ in rows]) == []
    assert snapshot.persons_among(reach(), []) == []


def test_a_person_without_a_village_lies_where_the_employer_does(
    snapshot, reach, slowly
):
    rows = slowly("""SELECT p.person_id, e.village_code FROM persons p
        JOIN employer_people USING (person_id) JOIN employers e USING (employer_id)
        WHERE p.village_code IS NULL AND e.village_code IS NOT NULL ORDER BY 1""")
    assert rows
    number, village = rows[0]
    assert snapshot.person(reach(str(village)[:4]), number) is not None
    assert snapshot.person(reach("18"), number) is None


def test_status_counts_are_those_of_the_slow_way(snapshot, reach, slowly):
    wanted = dict(slowly("SELECT status, count(*) FROM coverage GROUP BY 1"))
    assert snapshot.people_by_status(reach()) == wanted
    assert snapshot.people_by_status(reach("18")) == {}


def test_every_membership_leads_to_whom_it_is_linked(snapshot, reach, slowly):
    wanted = slowly("""SELECT kpj, list_sort(list(DISTINCT person_id)) FROM members
        LEFT JOIN (SELECT kpj, person_id FROM links) USING (kpj)
        GROUP BY kpj ORDER BY kpj LIMIT 80""")
    assert any(people == [None] for _, people in wanted)
    for kpj, people in wanted:
        found = [row["person_id"] for row in snapshot.persons_by_kpj(reach(), kpj)]
        assert found == [one for one in people if one is not None]
    assert snapshot.persons_by_kpj(reach(), "bukan nomor") == []


def test_the_memberships_of_a_person_are_those_of_the_extract(snapshot, reach, slowly):
    asked = "SELECT person_id FROM links {} ORDER BY ALL LIMIT 20"
    without_nik = asked.format(
        "JOIN members USING (kpj, file, row) WHERE members.nik IS NULL"
    )
    for (number,) in slowly(asked.format("")) + slowly(without_nik):
        wanted = slowly(f"""SELECT m.kpj, m.name, m.paid_through FROM links
            JOIN members m USING (kpj, file, row) WHERE person_id = {number} ORDER BY ALL""")
        found = snapshot.whole(reach(), number).memberships
        assert wanted == sorted(
            (row["kpj"], row["name"], row["paid_through"]) for row in found
        )


def test_an_older_snapshot_finds_memberships_without_an_index(
    folder, tmp_path, reach, looks, slowly
):
    old = tmp_path / "old"
    shutil.copytree(folder, old, ignore=shutil.ignore_patterns("kpj_index"))
    older = Snapshot.open(old, looks.append)
    ((kpj, person),) = slowly("SELECT kpj, person_id FROM links ORDER BY 1 LIMIT 1")
    assert [row["person_id"] for row in older.persons_by_kpj(reach(), kpj)] == [person]
    assert kpj in {row["kpj"] for row in older.whole(reach(), person).memberships}
