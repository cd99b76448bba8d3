"""People who are not fully protected, in order of village, and how many of each kind."""

import duckdb


PROTECTED = "active"


def arrange_people(con: duckdb.DuckDBPyConnection) -> None:
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
            c.arrears AS months_in_arrears, e.employer_id, o.owners
        FROM (FROM covered WHERE status <> '{PROTECTED}') c
        JOIN persons p USING (person_id)
        LEFT JOIN first_employers e USING (person_id)
        LEFT JOIN people_owners o USING (person_id)""")
    con.execute("""CREATE OR REPLACE TEMP TABLE village_counts AS
        SELECT village_code, status, segment, category, owners, count(*) AS people
        FROM covered LEFT JOIN people_owners USING (person_id) GROUP BY ALL""")
