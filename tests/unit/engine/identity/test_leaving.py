"""Whose lines are left out, and whose are not although they look alike."""

import duckdb
import pytest
from tests.unit.engine.reading.desk import Desk, prove, read

from naungan.engine.identity.erased import Marks
from naungan.engine.identity.leaving import leave_out
from naungan.engine.identity.source_ids import file_key
from naungan.engine.unknown import LEFT_OUT
from naungan.engine.work import Request, Work


HEAD = "Nama,NIK,Tanggal Lahir,Kode Desa\n"
SITI = "SITI,1604015205809001,1980-05-12,16.04.01.2001\n"
NIK = "1604015205809001"
PERSON = 7


def marked(out, *some):
    """Remember a person by these (kind, value) as an earlier run would have."""
    marks = Marks(out / "erased.json", "00", {})
    with duckdb.connect() as con:
        for kind, value in some:
            digested = {"bare": "who"}.get(kind, kind)
            mark = con.execute(
                f"SELECT {marks.digest(digested, '?')}", [value]
            ).fetchone()[0]
            marks.persons.setdefault(PERSON, []).append((kind, mark))
    out.mkdir(exist_ok=True)
    marks.save()


def left(tmp_path, text, *persons, kind="workers"):
    """Read a list, leave persons out of it, and return the desk."""
    desk = read(tmp_path, kind, ("daftar.csv", text))
    request = Request(month=0, out=tmp_path / "out", leave_out=frozenset(persons))
    leave_out(Work(desk.con, request, tmp_path))
    return desk


def aside(desk: Desk):
    return [line for line, why in desk.aside.items() if why == LEFT_OUT]


@pytest.mark.parametrize(
    ("row", "is_left_out"),
    [
        (f"S.,{NIK},,\n", True),
        ("Siti,,1980-05-12,16.04.01.2001\n", True),
        # A numeric cell has lost its last digit, so its number proves nothing.
        ("Siti,1604015205809000.0,1980-05-12,16.04.01.2001\n", True),
        # Somebody else of that name, born there on that day, with another number.
        ("SITI,1604015205809009,1980-05-12,16.04.01.2001\n", False),
        ("SITI,,1980-05-12,16.04.01.2002\n", False),
        ("SITI,,,\n", False),
    ],
)
def test_a_person_is_known_by_number_or_by_all_that_is_said(tmp_path, row, is_left_out):
    marked(tmp_path / "out", ("nik", NIK), ("bare", "siti|1980-05-12|1604012001"))
    desk = left(tmp_path, HEAD + "ANI,,,\n" + row, PERSON)
    assert aside(desk) == ([3] if is_left_out else [])
    assert desk.rows("row_id") == ([0] if is_left_out else [0, 1])


def test_a_shared_number_speaks_only_with_the_name(tmp_path):
    marked(tmp_path / "out", ("both", f"{NIK}|siti"))
    desk = left(tmp_path, f"{HEAD}{SITI}BUDI,{NIK},,\n", PERSON)
    assert desk.rows("name", "row_id", "row") == [("BUDI", 0, 2)]


def test_the_number_of_a_person_tells_their_first_row(tmp_path):
    text = f"{HEAD}ANI,,,\n{SITI}"
    before = read(tmp_path, "workers", ("daftar.csv", text))
    [(sha256,)] = before.con.execute("SELECT sha256 FROM inputs").fetchall()
    desk = left(tmp_path, text, file_key(sha256) + 2)
    assert (desk.rows("name"), aside(desk)) == (["ANI"], [3])


def test_rejected_cells_and_warnings_go_too(tmp_path):
    marked(tmp_path / "out", ("nik", NIK))
    text = f"{HEAD},'{NIK},x,\nSITI,{NIK},x,\nANI,,x,\n"
    desk = left(tmp_path, text, PERSON)
    assert desk.account == (4, 1, 0, 3)
    assert [line for line, *_ in desk.records("warnings")] == [4]
    assert desk.records("rejected") == []
    assert desk.con.execute("FROM rejected_cells").fetchall() == []


def test_memberships_are_known_by_their_number(tmp_path):
    marked(tmp_path / "out", ("kpj", "260001"))
    head = "No Kartu,NIK,Kepesertaan,Program\n"
    rows = "260001,,?,JKK\n260002,1604015205809002,BPU,JKK\n"
    more = "260001,1604015205809003,BPU,JKK+JKM\n"
    desk = left(tmp_path, head + rows + more, PERSON, kind="members")
    assert desk.rows("kpj", "row_id") == [("260002", 0)]
    assert desk.account == (4, 1, 0, 3)


def test_nobody_asked_for_leaves_all_as_it_was(tmp_path):
    desk = left(tmp_path, HEAD + SITI)
    prove(desk)
    assert not (tmp_path / "out" / "erased.json").exists()
