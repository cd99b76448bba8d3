"""Cells that read well and point at nothing are said, once per file."""

import hashlib

import duckdb
from tests.unit.engine.reading.desk import OCTOBER, read

from naungan.engine.reading.read import read_inputs
from naungan.engine.work import Request, Work


WORKERS = "Nama,Kode Desa\nBudi,16.04.01.2001\n"
HEAD = "kind,left,right,by,at,reason\n"


def told(desk):
    return desk.records("warnings", "line", "code", "value")


def test_a_village_that_no_list_has_is_kept_and_said_once(tmp_path):
    rows = "Siti,99.99.99.9999\nAni,99.99.99.9999\n"
    desk = read(tmp_path, "workers", ("a.csv", WORKERS + rows), ("b.csv", WORKERS))
    assert told(desk) == [(0, "village_unknown", "99.99.99.9999")]
    assert desk.rows("village_code")[1:3] == [9999999999, 9999999999]
    [(message,)] = desk.records("warnings", "message")
    assert message.startswith("1 kode desa pada 2 baris")


def verdicts(tmp_path, *sides):
    """Read one worker, one member, one employer and verdicts; return the warnings."""
    paths = {
        "workers": WORKERS,
        "members": "No Kartu,Nama,Tanggal Lahir,Segmen,Program\n"
        "26000000001,Budi,1980-04-12,BPU,JKK\n",
        "employers": "Kode,NIB,Nama Perusahaan\nE1,99-1,PT A\n",
        "decisions": HEAD
        + "".join(f"same_person,{a},{b},Rina,2026-10-20,x\n" for a, b in sides),
    }
    given = {}
    for kind, text in paths.items():
        path = tmp_path / f"{kind}.csv"
        path.write_text(text)
        given[kind] = path if kind == "decisions" else (path,)
    con = duckdb.connect()
    request = Request(month=OCTOBER, out=tmp_path / "out", **given)
    read_inputs(Work(con, request, tmp_path))
    return con.execute("SELECT code, value, message FROM warnings").fetchall()


def test_a_verdict_on_rows_at_hand_needs_no_word(tmp_path):
    mark = hashlib.sha256(WORKERS.encode()).hexdigest()
    assert not verdicts(
        tmp_path,
        (f"{mark[:8]}:1", "26000000001"),
        (f"{mark.upper()}:1", "991"),
    )


def test_a_verdict_on_nobody_is_said(tmp_path):
    mark = hashlib.sha256(WORKERS.encode()).hexdigest()
    [(code, value, message)] = verdicts(
        tmp_path,
        (f"{mark[:8]}:2", "26000000001"),
        ("deadbeef:1", "26000000009"),
    )
    assert (code, value) == ("verdict_on_nobody", f"{mark[:8]}:2")
    assert message.startswith("2 putusan")
