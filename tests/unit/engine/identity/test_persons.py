from datetime import date

from tests.unit.engine.worlds import NIK, a_work, add_inputs, add_workers

from naungan.engine import store
from naungan.engine.identity import persons
from naungan.engine.identity.source_ids import file_key


FIRST = "a" * 64
SECOND = "b" * 64
KEPT = ("persons", "person_rows", "person_lineage", "inputs")


def keep(work, tmp_path, number=1):
    """Store what the identity step reads from the previous snapshot."""
    folder = store.begin(tmp_path)
    queries = {
        "persons": "FROM persons",
        "person_lineage": "FROM person_lineage",
        "inputs": "FROM inputs",
        "person_rows": """SELECT worker_rows.*, person_id, file FROM person_rows
            JOIN worker_rows USING (row_id) JOIN inputs USING (file_id)""",
    }
    for name, query in queries.items():
        work.con.execute(
            f"COPY ({query}) TO '{folder / name}.parquet' (FORMAT parquet)"
        )
    store.publish(tmp_path, number)


def numbers_by_row(work):
    found = work.con.sql("SELECT row_id, person_id FROM person_rows ORDER BY row_id")
    return dict(found.fetchall())


def a_run(tmp_path, sha256, *rows):
    work = a_work(tmp_path)
    add_inputs(work, ("desa.csv", sha256))
    add_workers(work, *rows)
    persons.gather(work)
    return work


def test_a_new_person_is_numbered_by_the_place_of_the_first_row(tmp_path):
    work = a_run(tmp_path, FIRST, {"name": "Sari"}, {"name": "Budi"})
    assert numbers_by_row(work) == {0: file_key(FIRST) + 1, 1: file_key(FIRST) + 2}


def test_a_number_holds_neither_nik_nor_hash_of_it(tmp_path):
    with_nik = a_run(tmp_path, FIRST, {"name": "Sari", "nik": NIK})
    other = a_run(tmp_path, FIRST, {"name": "Sari", "nik": NIK + 1})
    assert numbers_by_row(with_nik) == numbers_by_row(other)


def test_values_of_one_person_come_from_the_first_row_that_has_them(tmp_path):
    work = a_run(
        tmp_path,
        FIRST,
        {"name": "Sari", "source": "desa", "cluster": 0},
        {
            "name": "Sari W",
            "source": "nelayan",
            "nik": NIK,
            "birth_date": date(1985, 3, 20),
            "wage": 1_000_000,
            "cluster": 0,
        },
    )
    columns = "name, nik, nik_state, birth_date, wage, lists"
    assert work.con.sql(f"SELECT {columns} FROM persons").fetchall() == [
        ("Sari", NIK, "valid", date(1985, 3, 20), 1_000_000, "desa+nelayan")
    ]


def test_numbers_survive_a_corrected_name_in_a_new_file(tmp_path):
    before = a_run(tmp_path, FIRST, {"name": "Sari", "nik": NIK}, {"name": "Budi"})
    keep(before, tmp_path)
    after = a_run(tmp_path, SECOND, {"name": "Baru"}, {"name": "Sarwati", "nik": NIK})
    assert numbers_by_row(after)[1] == numbers_by_row(before)[0]
    assert numbers_by_row(after)[0] == file_key(SECOND) + 1


def test_numbers_survive_without_nik_by_name_birth_date_and_village(tmp_path):
    sari = {"name": "Sari", "birth_date": date(1985, 3, 20), "village_code": 1604012001}
    before = a_run(tmp_path, FIRST, {"name": "Budi"}, sari)
    keep(before, tmp_path)
    after = a_run(tmp_path, SECOND, {**sari, "name": "SARI"})
    assert numbers_by_row(after)[0] == numbers_by_row(before)[1]


def test_numbers_survive_a_new_file_by_rows_that_say_the_same(tmp_path):
    sari = {"name": "Sari", "birth_year": 1985, "employer_ref": "T-7"}
    before = a_run(tmp_path, FIRST, {"name": "Budi"}, sari)
    keep(before, tmp_path)
    after = a_run(tmp_path, SECOND, {"name": "Baru"}, {"name": "Wati"}, sari)
    assert numbers_by_row(after)[2] == numbers_by_row(before)[1]
    assert after.con.sql("FROM person_lineage").fetchall() == []


def test_rows_that_two_people_share_carry_no_number_on(tmp_path):
    before = a_run(tmp_path, FIRST, {"name": "Sari"}, {"name": "Sari"})
    keep(before, tmp_path)
    after = a_run(tmp_path, SECOND, {"name": "Baru"}, {"name": "Sari"})
    assert numbers_by_row(after)[1] == file_key(SECOND) + 2


def test_a_merge_keeps_one_number_and_records_the_other(tmp_path):
    before = a_run(tmp_path, FIRST, {"name": "Sari"}, {"name": "Sari W"})
    keep(before, tmp_path)
    after = a_run(
        tmp_path,
        FIRST,
        {"name": "Sari", "cluster": 0},
        {"name": "Sari W", "cluster": 0},
    )
    old = numbers_by_row(before)
    assert set(numbers_by_row(after).values()) == {old[0]}
    lineage = after.con.sql("FROM person_lineage").fetchall()
    assert lineage == [(old[0], old[1], "merge", 2)]


def test_a_split_gives_the_second_half_a_number_of_its_own(tmp_path):
    together = [{"name": "Sari", "cluster": 0}, {"name": "Sari W", "cluster": 0}]
    before = a_run(tmp_path, FIRST, *together)
    keep(before, tmp_path)
    after = a_run(tmp_path, FIRST, {"name": "Sari"}, {"name": "Sari W"})
    old = numbers_by_row(before)[0]
    assert numbers_by_row(after) == {0: old, 1: file_key(FIRST) + 2}
    lineage = after.con.sql("FROM person_lineage").fetchall()
    assert lineage == [(file_key(FIRST) + 2, old, "split", 2)]


def test_a_rerun_on_the_same_files_adds_no_lineage(tmp_path):
    rows = [{"name": "Sari", "nik": NIK, "cluster": 0}, {"name": "Sari", "cluster": 0}]
    before = a_run(tmp_path, FIRST, *rows)
    keep(before, tmp_path)
    after = a_run(tmp_path, FIRST, *rows)
    assert numbers_by_row(after) == numbers_by_row(before)
    assert after.con.sql("FROM person_lineage").fetchall() == []


def test_three_rows_are_gathered_like_two(tmp_path):
    rows = [
        {"name": "Sari", "source": "b", "cluster": 0},
        {"name": "Sari W", "source": "a", "sex": "F", "cluster": 0},
        {"name": "S. Wulandari", "source": "b", "nik": NIK, "sex": "M", "cluster": 0},
    ]
    work = a_run(tmp_path, FIRST, *rows)
    columns = "name, nik, nik_state, sex, lists"
    assert work.con.sql(f"SELECT {columns} FROM persons").fetchall() == [
        ("Sari", NIK, "valid", "F", "a+b")
    ]
    assert len(numbers_by_row(work)) == 3
