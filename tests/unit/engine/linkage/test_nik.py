from datetime import date

import duckdb
import pytest

from naungan.engine.linkage import nik as sql
from naungan.lib import identity_numbers
from naungan.lib.nik_areas import known_area


NUMBERS = [
    1604015705859001, 1604011705859001, 1604013102859001, 1604012902009001,
    1604012902019001, 1604010013859001, 9912345705859001, 9799995705859001,
    1604017105859001, 1604011705859000, 100000000000 * 9 + 9001,
]  # fmt: skip
BORN = [None, date(1985, 5, 17), date(2000, 2, 29), date(1971, 1, 1)]


@pytest.mark.parametrize("born_on", BORN)
@pytest.mark.parametrize("sex", [None, "M", "F"])
@pytest.mark.parametrize("year", [None, 1985, 1971])
def test_the_state_in_sql_is_the_state_in_the_library(born_on, sex, year):
    con = duckdb.connect()
    con.execute("""CREATE TABLE t (nik BIGINT, nik_rounded BOOLEAN, nik_written VARCHAR,
        birth_date DATE, birth_year SMALLINT, sex VARCHAR)""")
    known_year = born_on.year if born_on else year
    for number in [*NUMBERS, None]:
        con.execute(
            "INSERT INTO t VALUES (?, false, NULL, ?, ?, ?)",
            [number, born_on, known_year, sex],
        )
    found = con.execute(f"SELECT nik, {sql.state('nik')} FROM t").fetchall()
    assert found == [
        (
            number,
            identity_numbers.state(
                number, known_area, born_on=born_on, birth_year=known_year, sex=sex
            ),
        )
        for number in [*NUMBERS, None]
    ]


def test_a_number_written_but_not_whole_is_impossible():
    con = duckdb.connect()
    con.execute("""CREATE TABLE t AS SELECT * FROM (VALUES
        (NULL::BIGINT, '160401570585900', false), (1604015705859000, NULL, true))
        v(nik, nik_written, nik_rounded), (SELECT NULL::DATE AS birth_date,
        NULL::SMALLINT AS birth_year, NULL::VARCHAR AS sex)""")
    found = con.execute(f"SELECT {sql.state('nik')} FROM t").fetchall()
    assert found == [("impossible",), ("impossible",)]


@pytest.mark.parametrize(
    ("number", "born_on", "year", "told"),
    [
        (1604015705859001, None, None, 19850517),
        (1604015705859001, None, 1985, 19850517),
        (1604015705859001, None, 1986, None),
        (1604015705859001, date(1999, 1, 1), 1999, 19990101),
        (1604011703109001, None, None, 20100317),
        (1604013102859001, None, None, None),
        (None, None, 1985, None),
    ],
)
def test_a_missing_birth_date_is_told_by_the_number(number, born_on, year, told):
    con = duckdb.connect()
    con.execute("CREATE TABLE t (nik BIGINT, birth_date DATE, birth_year SMALLINT)")
    con.execute("INSERT INTO t VALUES (?, ?, ?)", [number, born_on, year])
    found = con.execute(f"SELECT {sql.born_on('nik', 2026)} FROM t").fetchall()
    assert found == [(told,)]
