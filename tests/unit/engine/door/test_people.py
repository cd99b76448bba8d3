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
    files = {row["file"] for row in snapshot.of_person(scope, "person_rows", number)}
    assert files
    assert all(file.startswith("workers-village") for file in files)
    assert snapshot.memberships(scope, number) == []


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
