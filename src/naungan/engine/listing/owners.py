"""In whose files a person stands, so that the door can ask who may see the row."""

from naungan.engine.work import Work


JOINED_BY = "+"  # codes of institutions are letters, digits, - and _


def own_people(work: Work) -> None:
    """Create `file_owners` and the view `people_owners`.

    `file_owners(file_id, owner)` has the files that belong to somebody;
    `people_owners(person_id, owners)` the persons in them, the codes in order and
    joined by +. A person whom only files of nobody name is in neither.
    """
    con = work.con
    con.execute("""CREATE OR REPLACE TEMP TABLE file_owners AS
        SELECT file_id, owner FROM inputs JOIN (
            SELECT unnest($files) AS file, unnest($owners) AS owner) USING (file)""",
        {"files": list(work.request.owners), "owners": list(work.request.owners.values())},
    )  # fmt: skip
    con.execute(_view_sql(_owners_of_workers(work)))


def _owners_of_workers(work: Work) -> list[str | None]:
    """Name whose the files are in which workers stand; None where one is nobody's."""
    query = """SELECT DISTINCT owner
        FROM (SELECT DISTINCT file_id FROM worker_rows) LEFT JOIN file_owners USING (file_id)
        ORDER BY owner"""
    return [owner for (owner,) in work.con.execute(query).fetchall()]


def _view_sql(owners: list[str | None]) -> str:
    """Most often one office sent everything, or nobody says: nothing to look up."""
    if len(owners) <= 1:
        owner = f"'{owners[0]}'" if owners and owners[0] else "NULL"
        return f"""CREATE OR REPLACE TEMP VIEW people_owners AS
            SELECT person_id, {owner}::VARCHAR AS owners FROM persons"""
    return f"""CREATE OR REPLACE TEMP VIEW people_owners AS
        SELECT person_id, string_agg(owner, '{JOINED_BY}' ORDER BY owner) AS owners
        FROM (SELECT DISTINCT person_id, owner FROM person_rows
            JOIN worker_rows USING (row_id) JOIN file_owners USING (file_id))
        GROUP BY person_id"""
