"""A person who was erased comes back in no later snapshot, whatever files bring."""

import shutil
import zipfile

import duckdb
import pytest
from tests.functional import small_world

from naungan.engine import pipeline
from naungan.engine.parquet import make_views
from naungan.engine.report import write_reports
from naungan.engine.work import Request
from naungan.lib.dates import month_index


OCTOBER = month_index(2026, 10)
NAME, NIK, KPJ = "budi santoso", "1604015204809002", "26000000001"
# The row again in another file: other case, other village, another line.
CORRECTED = f"""No,NIK,Nama Lengkap,Tanggal Lahir,JK,Kode Desa,Pekerjaan,Segmen
1,1604012003859001,SARI WULANDARI,20-03-1985,P,16.04.01.2001,petani,BPU
2,{NIK},BUDI SANTOSO,1980-04-12,L,16.04.01.2003,nelayan,BPU
3,1604 0152 0480 9002,,1980-04-12,L,16.04.01.2003,nelayan,BPU
"""
EXTRACT = f"""No Kartu,NIK,Nama,Tanggal Lahir,JK,Kepesertaan,Program,Status Kepesertaan
{KPJ},,B. SANTOSO,1980-04-12,L,BPU,JKK+JKM,AKTIF
26000000009,{NIK},BUDI SANTOSO,1980-04-12,L,BPU,JKK+JKM,AKTIF
{KPJ},,BUDI SANTOSO,1980-04-12,L,?,JKK+JKM,AKTIF
26000000003,1604015505909003,DEWI LESTARI,1990-05-15,P,BPU,JKK+JKM,AKTIF
"""
PAYMENTS = f"""kpj,bulan,tagihan,dibayar
{KPJ},2026-10,16800,16800
26000000003,2026-10,16800,0
"""
VERDICTS = f"""kind,left,right,by,at,reason
same_person,{KPJ},26000000009,petugas,2026-10-01,kenal orangnya
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """Run once on the small world; return its folder."""
    folder = tmp_path_factory.mktemp("dunia")
    small_world.write(folder)
    pipeline.run(Request(month=OCTOBER, out=folder / "hasil", **files_in(folder)))
    return folder


@pytest.fixture
def world(first, tmp_path):
    """Copy the small world and its first run; return them, and one person of it."""
    folder = tmp_path / "dunia"
    shutil.copytree(first, folder, symlinks=True)
    out = folder / "hasil"
    [(person,)] = query(out, f"SELECT person_id FROM persons WHERE nik = {NIK}")
    return folder, out, files_in(folder), person


def files_in(folder):
    return {
        kind: tuple(folder / name for name in names)
        for kind, names in small_world.FILES.items()
    }


def query(out, sql):
    with duckdb.connect() as con:
        make_views(con, out / "current")
        return con.execute(sql).fetchall()


def everything(out):
    """Return every cell of every table, as one text in small letters."""
    cells = []
    with duckdb.connect() as con:
        for path in sorted((out / "current").rglob("*.parquet")):
            cells.append(str(con.execute(f"FROM '{path}'").fetchall()))
    assert len(cells) > 20
    return "\n".join(cells).casefold()


def accounts(out):
    return {
        file: tuple(counts)
        for file, *counts in query(
            out, "SELECT file, lines, accepted, rejected, set_aside FROM inputs"
        )
    }


def test_the_same_files_bring_nobody_back(world):
    _, out, files, person = world
    before = everything(out)
    assert all(word in before for word in (NAME, NIK, KPJ, str(person)))
    pipeline.run(
        Request(month=OCTOBER, out=out, leave_out=frozenset({person}), **files)
    )
    after = everything(out)
    assert not [word for word in (NAME, NIK, KPJ, str(person)) if word in after]
    assert query(out, "SELECT count(*) FROM persons") == [(6,)]


def test_the_account_adds_up_with_a_reason_of_its_own(world):
    _, out, files, person = world
    before = accounts(out)
    pipeline.run(
        Request(month=OCTOBER, out=out, leave_out=frozenset({person}), **files)
    )
    after = accounts(out)
    lines, accepted, rejected, aside = before["desa.csv"]
    assert after["desa.csv"] == (lines, accepted - 1, rejected, aside + 1)
    assert all(n == sum(rest) for n, *rest in after.values())
    why = "SELECT file, line FROM set_aside WHERE why = 'dihapus atas permintaan'"
    assert sorted(query(out, why)) == [("desa.csv", 4), ("peserta.csv", 2)]


def test_others_keep_their_numbers_and_rows(world):
    _, out, files, person = world
    seen = f"SELECT person_id, file, row FROM person_rows WHERE person_id <> {person}"
    before = sorted(query(out, seen))
    pipeline.run(
        Request(month=OCTOBER, out=out, leave_out=frozenset({person}), **files)
    )
    assert sorted(query(out, seen)) == before


def test_a_corrected_file_brings_nobody_back_long_after(world):
    folder, out, files, person = world
    erased = frozenset({person})
    pipeline.run(Request(month=OCTOBER, out=out, leave_out=erased, **files))
    # No snapshot knows the person any more.
    shutil.rmtree(out / "runs" / "0001")
    later = {
        "workers": folder / "betul.csv",
        "members": folder / "baru.csv",
        "contributions": folder / "iuran.csv",
        "decisions": folder / "putusan.csv",
    }
    texts = (CORRECTED, EXTRACT, PAYMENTS, VERDICTS)
    for path, text in zip(later.values(), texts, strict=True):
        path.write_text(text, encoding="utf-8")
    request = {kind: (path,) for kind, path in later.items() if kind != "decisions"}
    outcome = pipeline.run(
        Request(
            month=OCTOBER,
            out=out,
            leave_out=erased,
            decisions=later["decisions"],
            **request,
        )
    )
    after = everything(out)
    assert not [word for word in (NAME, NIK, KPJ, str(person)) if word in after]
    assert not [word for word in ("0152 0480 9002", "b. santoso") if word in after]
    assert accounts(out) == {
        "betul.csv": (4, 1, 0, 3),
        "baru.csv": (5, 1, 0, 4),
        "iuran.csv": (3, 1, 0, 2),
        "putusan.csv": (2, 0, 0, 2),
    }
    write_reports(outcome.folder, lambda _text, _part: None)
    page = (outcome.folder / "report.html").read_text(encoding="utf-8").casefold()
    assert NAME not in page
    assert not list(outcome.folder.rglob("ditolak/*betul*"))
    with zipfile.ZipFile(outcome.folder / "report.xlsx") as book:
        texts = "".join(book.read(one).decode() for one in book.namelist()).casefold()
    assert not [word for word in (NAME, NIK, KPJ) if word in texts]


def test_a_verdict_on_an_erased_membership_is_not_quoted(world):
    folder, out, files, person = world
    verdicts = folder / "putusan.csv"
    verdicts.write_text(VERDICTS.replace("26000000009", "26000000008"))
    pipeline.run(
        Request(
            month=OCTOBER,
            out=out,
            leave_out=frozenset({person}),
            decisions=verdicts,
            workers=files["workers"],
        )
    )
    assert KPJ not in everything(out)
    assert accounts(out)["putusan.csv"] == (2, 0, 0, 2)


def test_what_is_remembered_names_nobody(world):
    _, out, files, person = world
    pipeline.run(
        Request(month=OCTOBER, out=out, leave_out=frozenset({person}), **files)
    )
    kept = (out / "erased.json").read_text(encoding="utf-8").casefold()
    assert str(person) in kept
    assert not [word for word in (NAME, NIK, KPJ, "1980") if word in kept]
    assert (out / "erased.json").stat().st_mode & 0o077 == 0


def test_a_person_nobody_knows_leaves_all_as_it_is(world):
    _, out, files, _ = world
    before = everything(out)
    pipeline.run(Request(month=OCTOBER, out=out, leave_out=frozenset({4}), **files))
    assert everything(out) == before
