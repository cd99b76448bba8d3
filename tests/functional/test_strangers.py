"""What a stranger may give the commands: answered in Indonesian, without a NIK shown."""

import zipfile

import openpyxl
import pytest
from tests.functional.test_run import naungan


NIK = "1604011204809002"
WORKERS = "NIK,Nama,Tanggal Lahir,Kode Perusahaan\n"
EVIL = (
    "=cmd|'/c calc'!A1",
    '"=HYPERLINK(""http://x.example"",""klik"")"',
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "😀 Budi",
    "\u202eمحمد",
    "A" * 40_000,
)


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("jahat")
    name = f"{NIK} <b>x & 'q'; DROP TABLE inputs; -- {'panjang' * 20}.csv"
    rows = [f",{name},1980-04-{at + 1:02},E1\n" for at, name in enumerate(EVIL)]
    bad = [f"{NIK},,1980-04-12,=1+1\n", "=1+1,,,\n"]
    (folder / name).write_text(WORKERS + "".join(rows + bad), encoding="utf-8")
    (folder / "e.csv").write_text(
        "Kode,Nama Perusahaan\nE1,\"<img src=x onerror=alert(1)> =cmd|'x'!A0\"\n"
    )
    (folder / "m.csv").write_text(
        f"No Kartu,NIK,Nama,Kepesertaan,Program\n26000000001,{NIK},BUDI,BPU,JKK+JKM\n"
    )
    out = folder / "hasil"
    run = naungan(
        *("run", "--workers", folder / name, "--members", folder / "m.csv"),
        *("--employers", folder / "e.csv", "--month", "2026-10", "--out", out),
    )
    assert run.returncode == 0, run.stderr
    return run, out / "current"


def test_no_cell_of_any_workbook_becomes_a_formula_or_a_link(done):
    _, current = done
    books = sorted(current.rglob("*.xlsx"))
    assert len(books) == 2  # the report and the rows to send back
    for path in books:
        with zipfile.ZipFile(path) as book:
            for part in book.namelist():
                text = book.read(part)
                assert b"<f>" not in text
                assert b"<hyperlink" not in text


def test_no_name_becomes_a_part_of_the_page(done):
    page = (done[1] / "report.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>x" not in page


def test_no_nik_is_shown_where_people_or_programs_look_first(done):
    run, current = done
    shown = [run.stdout, run.stderr, *map(str, current.rglob("*"))]
    shown += [
        (current / name).read_text(encoding="utf-8")
        for name in ("report.html", "manifest.json", "seconds.json")
    ]
    assert not [text for text in shown if NIK in text]


def test_an_unread_sheet_and_empty_answers_are_said_at_the_terminal(tmp_path):
    book = openpyxl.Workbook()
    for name in ("Satu", "Dua"):
        sheet = book.create_sheet(name)
        sheet.append(["Nama"])
        sheet.append([f"Budi {name}"])
    book.save(tmp_path / "w.xlsx")
    run = naungan(
        *("run", "--workers", tmp_path / "w.xlsx", "--month", "2026-10"),
        *("--out", tmp_path / "hasil", "--no-report"),
    )
    assert run.returncode == 0
    assert "Lembar “Dua” (2 baris) tidak dibaca" in run.stdout
    assert "Tanpa --members" in run.stdout


@pytest.mark.parametrize("key", [NIK, "²", "9" * 40, "' OR 1=1 --"])
def test_a_wrong_id_is_one_sentence_without_the_nik(done, key):
    found = naungan("explain", done[1], "person", key)
    assert found.returncode == 6
    assert found.stderr.count("\n") == 1
    assert NIK not in found.stderr
