"""A dry run says what a run would do, and changes nothing."""

import hashlib
import threading
import time

import openpyxl
import pytest
from tests.unit.engine.reading.desk import OCTOBER, read

from naungan.engine.reading.preview import try_out
from naungan.engine.reading.preview.trial import MOST_CELLS
from naungan.engine.reading.returned import EXTRA
from naungan.lib.errors import InputRefused, RunStopped


NIK = "1604015205809001"
LIST = (
    "DAFTAR\n"
    "No,Siapa,NIK,JK,Alamat\n"
    f"1,SITI,{NIK},P,Jl. A\n"
    f"2,,'{NIK},?,=1+1\n"
    "3,BUDI\n"
    '4,-,,L,"Jl. B, RT 1"\n'
    f"5,ANI,{NIK},?,Jl. C\n"
    "Jumlah,,,,\n"
)
MAPPING = {"name": "Siapa", "nik": "NIK", "sex": "JK"}


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "kiriman-7"
    path.write_text(LIST)
    return path


def tried(path, out, mapping=None, **more):
    return try_out(
        path,
        kind="workers",
        mapping=MAPPING if mapping is None else mapping,
        month=OCTOBER,
        region="16.04",
        out=out,
        name="daftar.csv",
        **more,
    )


def test_every_line_is_counted_once(listed, tmp_path):
    found = tried(listed, tmp_path / "out")
    assert (found.read, found.accepted, found.rejected, found.set_aside) == (8, 2, 3, 3)
    assert found.read == found.accepted + found.rejected + found.set_aside
    assert found.duplicates == 1
    assert found.mapping == MAPPING
    assert found.sha256 == hashlib.sha256(LIST.encode()).hexdigest()


def test_it_counts_what_a_run_counts(listed, tmp_path):
    found = tried(listed, tmp_path / "out")
    text = LIST.replace("Siapa", "Nama")
    assert read(tmp_path, "workers", ("daftar.csv", text)).account == (
        *(found.read, found.accepted),
        *(found.rejected, found.set_aside),
    )


def test_reasons_come_with_a_count_a_line_and_a_sentence(listed, tmp_path):
    found = tried(listed, tmp_path / "out")
    told = {
        (one.table, one.code, one.header): (one.count, one.line)
        for one in found.reasons
    }
    assert told == {
        ("rejected", "missing", "Siapa"): (1, 4),
        ("rejected", "unreadable", "Siapa"): (1, 6),
        ("rejected", "broken_line", ""): (1, 5),
        ("warnings", "unreadable", "JK"): (2, 4),
        ("set_aside", "judul", ""): (1, 1),
        ("set_aside", "kepala tabel", ""): (1, 2),
        ("set_aside", "baris jumlah", ""): (1, 8),
    }
    assert all(one.message for one in found.reasons)
    assert found.messages[-1].startswith("1 baris memuat NIK yang sudah ada")


def test_wrong_cells_show_where_and_how_but_no_nik(listed, tmp_path):
    found = tried(listed, tmp_path / "out")
    assert [(one.line, one.header) for one in found.cells] == [
        *((4, "Siapa"), (5, ""), (6, "Siapa")),
    ]
    assert {one.file for one in found.cells} == {"daftar.csv"}
    shown = " ".join(one.value + one.message for one in found.cells) + str(
        found.messages
    )
    assert NIK not in shown


def test_at_most_fifty_wrong_cells_are_shown(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Siapa,NIK,JK\n" + f",{NIK},P\n" * 80)
    assert len(tried(path, tmp_path / "out").cells) == MOST_CELLS


def test_the_wrong_rows_come_back_marked_and_as_text(listed, tmp_path):
    found = tried(listed, tmp_path / "out")
    sheet = openpyxl.load_workbook(found.returned).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("No", "Siapa", "NIK", "JK", "Alamat", *EXTRA)
    assert "kosong; wajib diisi" in sheet["B2"].comment.text
    lines = found.returned_csv.read_text("utf-8-sig").splitlines()
    assert len(lines) == len(rows) == 4
    assert lines[1].startswith(f"2,,'{NIK},?,'=1+1,4,")


def test_very_many_wrong_rows_come_back_as_text_only(tmp_path, monkeypatch):
    monkeypatch.setattr("naungan.engine.reading.preview.trial.MOST_IN_WORKBOOK", 2)
    path = tmp_path / "a.csv"
    path.write_text("Siapa,NIK,JK\n" + f",{NIK},P\n" * 3)
    found = tried(path, tmp_path / "out")
    assert found.returned is None
    assert len(found.returned_csv.read_text("utf-8-sig").splitlines()) == 4


def test_nothing_is_written_where_nothing_is_wrong(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"Siapa,NIK,JK\nSITI,{NIK},P\n")
    found = tried(path, tmp_path / "out")
    assert (found.returned, found.returned_csv, found.messages) == (None, None, ())
    assert list((tmp_path / "out").iterdir()) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", "out"]


@pytest.mark.parametrize("kind", ["members", "employers", "contributions", "universe"])
def test_a_file_that_lacks_what_its_kind_needs_is_refused(tmp_path, kind):
    path = tmp_path / "a.csv"
    path.write_text("Sumber,KPJ,NIB\nx,1,2\n")
    with pytest.raises(InputRefused, match="tidak ada kolom untuk"):
        try_out(
            path, kind=kind, mapping={}, month=OCTOBER, region=None, out=tmp_path / "o"
        )
    assert list((tmp_path / "o").iterdir()) == []


def test_it_can_be_stopped(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Siapa,NIK,JK\n" + f"SITI,{NIK},P\n" * 100_000)
    told, heard = threading.Event(), threading.Event()

    def stop():
        if told.is_set():
            heard.set()
        return told.is_set()

    def tell(_text, _fraction):
        told.set()
        assert heard.wait(60)
        time.sleep(0.05)  # what was heard is noted

    with pytest.raises(RunStopped):
        tried(path, tmp_path / "out", tell=tell, stop=stop)
    assert list((tmp_path / "out").iterdir()) == []
