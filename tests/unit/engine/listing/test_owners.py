import pytest
from tests.unit.engine.worlds import a_work

from naungan.engine.listing import owners
from naungan.engine.listing.owners import owned


FILES = ("desa.csv", "upah.csv", "bpjs.csv", "milik-siapa.csv")
ROWS = [(1, 0, 0), (1, 1, 1), (2, 2, 1), (3, 3, 3)]  # person, row, file


@pytest.fixture
def work(tmp_path):
    """Build the tables that say who stands where, for three persons."""

    def build(**given):
        made = a_work(tmp_path, owners=given)
        con = made.con
        con.execute("CREATE TABLE inputs(file_id SMALLINT, file VARCHAR)")
        con.executemany("INSERT INTO inputs VALUES (?, ?)", list(enumerate(FILES)))
        con.execute("CREATE TABLE person_rows(person_id BIGINT, row_id BIGINT)")
        con.execute("CREATE TABLE worker_rows(row_id BIGINT, file_id SMALLINT)")
        for person_id, row_id, file_id in ROWS:
            con.execute("INSERT INTO person_rows VALUES (?, ?)", [person_id, row_id])
            con.execute("INSERT INTO worker_rows VALUES (?, ?)", [row_id, file_id])
        con.execute("CREATE TABLE member_rows AS SELECT 9 AS row_id, 2 AS file_id")
        con.execute("""CREATE TABLE links AS SELECT unnest([1, 2]) AS person_id,
            9 AS member_row, unnest(['linked', 'review']) AS band""")
        con.execute(
            "CREATE TABLE persons AS SELECT DISTINCT person_id FROM person_rows"
        )
        return made

    return build


def named(work):
    """Say whose files each person stands in, as a list does."""
    said = owned(work)
    query = f"SELECT person_id, {said.column} FROM persons {said.join} ORDER BY 1"
    return dict(work.con.execute(query).fetchall())


def test_where_nobody_says_whose_the_files_are_nothing_is_looked_up(work):
    made = work()
    assert owned(made).join == ""
    assert named(made) == {1: None, 2: None, 3: None}


def test_one_owner_of_all_is_said_without_a_look(work):
    made = work(**dict.fromkeys(FILES, "dpmd"))
    assert owned(made).join == ""
    assert named(made) == {1: "dpmd", 2: "dpmd", 3: "dpmd"}


def test_owners_stand_in_order_and_a_match_in_review_makes_none(work):
    made = work(**{"desa.csv": "dpmd", "upah.csv": "disnaker", "bpjs.csv": "cabang"})
    assert named(made) == {1: "cabang+disnaker+dpmd", 2: "disnaker", 3: None}


def test_more_owners_than_a_number_has_bits_are_told_apart(work, monkeypatch):
    monkeypatch.setattr(owners, "MOST_BITS", 1)
    made = work(**{"desa.csv": "dpmd", "upah.csv": "disnaker", "bpjs.csv": "cabang"})
    assert named(made) == {1: "cabang+disnaker+dpmd", 2: "disnaker", 3: None}
