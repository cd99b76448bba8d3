"""The least any reconciliation must do: decode the columns, join on NIK, write.

Run as its own process by the other benchmarks, so that its whole cost counts.
"""

import sys
from pathlib import Path

import duckdb


WORKERS = """nik, name, birth_date, sex, village_code, employer_ref, wage, segment,
    category, source"""
MEMBERS = """kpj, npp, segment AS held_segment, programmes, reported_wage,
    start_month, paid_through, status, funder, name AS held_name,
    birth_date AS held_birth_date, sex AS held_sex"""
EMPLOYERS = "employer_ref, nib, npp, name, scale, risk_group, village_code"


def floor(world: Path, out: Path) -> None:
    """Join workers and members by NIK and write the result as Parquet."""
    out.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect()
    con.execute(f"SET temp_directory = '{out}/spill'")
    con.execute(
        f"""COPY (
            SELECT * FROM (SELECT {WORKERS} FROM {_files(world, "workers-*")})
            LEFT JOIN (SELECT nik, {MEMBERS} FROM {_files(world, "members*")}) USING (nik)
        ) TO '{out}/joined.parquet' (FORMAT parquet)"""
    )
    con.execute(
        f"""COPY (SELECT {EMPLOYERS} FROM {_files(world, "employers-*")})
        TO '{out}/employers.parquet' (FORMAT parquet)"""
    )


def _files(world: Path, pattern: str) -> str:
    return f"read_parquet('{world}/{pattern}.parquet', union_by_name = true)"


if __name__ == "__main__":
    floor(Path(sys.argv[1]), Path(sys.argv[2]))
