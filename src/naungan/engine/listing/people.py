"""People who are not fully protected, in order of village, and how many of each kind."""

import duckdb

from naungan.engine.listing.owners import Owned


PROTECTED = "active"


def arrange_people(con: duckdb.DuckDBPyConnection, owners: Owned) -> None:
    """Create the view `uncovered` and the table `village_counts`.

    A person stands where coverage counts them: in their village, or where a list
    names none in that of their employer.
    """
    con.execute("""CREATE OR REPLACE TEMP TABLE first_employers AS
        SELECT person_id, min(employer_id) AS employer_id
        FROM person_employers GROUP BY person_id""")
    con.execute(f"""CREATE OR REPLACE TEMP VIEW uncovered AS
        SELECT c.village_code, c.person_id, c.status, p.nik, p.nik_state, p.name,
            p.birth_date, p.birth_year, p.sex, c.segment, c.category, c.lists,
            c.arrears AS months_in_arrears, e.employer_id, {owners.column} AS owners
        FROM (FROM covered WHERE status <> '{PROTECTED}') c
        JOIN persons p USING (person_id)
        LEFT JOIN first_employers e USING (person_id) {owners.join}""")
    con.execute(f"""CREATE OR REPLACE TEMP TABLE village_counts AS
        SELECT village_code, status, segment, category, {owners.column} AS owners,
            count(*) AS people
        FROM covered {owners.join} GROUP BY ALL""")
