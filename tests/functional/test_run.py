import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from tests.functional import small_world

from naungan.engine.explain.sentences import sentence
from naungan.engine.pipeline import STEPS
from naungan.engine.table import all_tables


def naungan(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "naungan", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return small_world.write(tmp_path_factory.mktemp("berkas"))


@pytest.fixture(scope="module")
def out(world, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hasil") / "out"
    done = naungan("run", *world, "--out", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def finished(world, tmp_path_factory):
    """Give a place whose one run was finished, to be copied by whoever goes on there."""
    folder = tmp_path_factory.mktemp("selesai") / "out"
    done = naungan("run", *world, "--out", folder, "--no-report")
    assert done.returncode == 0, done.stderr
    return folder


def rows(out, query):
    con = duckdb.connect()
    for table in all_tables():
        form = f"{table.name}/*.parquet" if table.part_rows else f"{table.name}.parquet"
        path = out / "current" / form
        con.execute(f"CREATE VIEW \"{table.name}\" AS FROM '{path}'")
    return con.sql(query).fetchall()


def hashes(out):
    folder = out / "current"
    files = sorted([*folder.rglob("*.parquet"), folder / "manifest.json"])
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in files
    }


def test_every_line_of_every_file_is_accounted_for(out):
    account = rows(out, "SELECT lines, accepted + rejected + set_aside FROM inputs")
    assert account
    assert all(lines == counted for lines, counted in account)


def test_the_one_row_without_a_name_is_rejected_with_its_place(out):
    found = rows(out, 'SELECT row, line, "column" FROM rejected')
    assert found == [(5, 7, "name")]


def test_each_person_has_the_status_worked_out_by_hand(out):
    found = rows(
        out, "SELECT name, status FROM persons JOIN coverage USING (person_id)"
    )
    status = {name.upper(): status for name, status in found}
    assert status == {
        "SARI WULANDARI": "unregistered",
        "BUDI SANTOSO": "active",
        "DEWI LESTARI": "in_arrears",
        "TANPA NOMOR INDUK": "unregistered",
        "AGUS PRATAMA": "active",
        "RINA MARLINA": "unregistered",
        "JOKO SUSILO": "unregistered",
    }


def test_each_employer_has_the_findings_worked_out_by_hand(out):
    found = rows(
        out,
        """SELECT name, code, people FROM employer_findings
        JOIN employers USING (employer_id) ORDER BY ALL""",
    )
    assert ("CV Batu Kali", "unregistered_employer", 1) in found
    assert ("PT Sawit Lestari Jaya", "partial_workers", 1) in found


def test_every_sentence_of_a_finding_can_be_said_in_english(out):
    found = rows(
        out,
        """SELECT sentence FROM employer_findings
        UNION ALL SELECT detail FROM person_findings""",
    )
    assert found
    unsaid = [text for (text,) in found if sentence(text).text("en") == text]
    assert not unsaid


def test_a_second_run_on_the_same_files_has_the_same_bytes(world, out, tmp_path):
    again = tmp_path / "again"
    assert naungan("run", *world, "--out", again, "--no-report").returncode == 0
    assert hashes(again) == hashes(out)


def test_the_manifest_says_from_which_header_each_column_was_read(out):
    manifest = json.loads((out / "current" / "manifest.json").read_text("utf-8"))
    [village] = [one for one in manifest["inputs"] if one["file"] == "desa.csv"]
    assert village["mapping"]["name"] == "Nama Lengkap"
    assert manifest["left_out"] == 0


def test_a_rerun_into_the_same_folder_keeps_every_number(world, tmp_path):
    seen = []
    for _ in range(2):
        assert naungan("run", *world, "--out", tmp_path, "--no-report").returncode == 0
        seen.append(rows(tmp_path, "SELECT person_id, name FROM persons ORDER BY ALL"))
    assert seen[0] == seen[1]
    assert rows(tmp_path, "FROM person_lineage") == []


@pytest.mark.parametrize("step", [*(step.name for step in STEPS), "write"])
def test_a_run_killed_at_any_step_leaves_the_last_good_snapshot(
    world, finished, tmp_path, step
):
    shutil.copytree(finished, tmp_path, symlinks=True, dirs_exist_ok=True)
    before = hashes(tmp_path)
    killer = f"""
import os, signal, sys
from naungan.engine import pipeline, store
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
if {step!r} == "write":
    store.write_json = die
else:
    pipeline.STEPS = tuple(
        pipeline.Step(s.name, s.label, "tests.functional.killer:die")
        if s.name == {step!r} else s for s in pipeline.STEPS)
sys.modules["tests.functional.killer"] = type(sys)("killer")
sys.modules["tests.functional.killer"].die = die
from naungan.__main__ import main
main(sys.argv[1:], prog_name="naungan")
"""
    command = [sys.executable, "-c", killer, "run", *world, "--out", str(tmp_path)]
    dead = subprocess.run(command, capture_output=True, check=False)
    assert dead.returncode == -9
    assert hashes(tmp_path) == before
    assert naungan("run", *world, "--out", tmp_path, "--no-report").returncode == 0
    assert hashes(tmp_path) == before
    left = {p.name for p in tmp_path.iterdir()}
    assert left == {"current", "runs", ".lock", "mappings.json"}


def test_the_inputs_are_never_written_to(world, out):
    files = [part for part in world if part.endswith(".csv")]
    texts = [text for kind in small_world.FILES.values() for text in kind.values()]
    assert out.exists()
    for file, text in zip(files, texts, strict=True):
        with Path(file).open(encoding="utf-8") as opened:
            assert opened.read() == text


def test_explain_says_why_with_source_row_and_article_and_masks_the_nik(out):
    done = naungan("explain", out, "person", "1604015505909003")
    assert done.returncode == 0, done.stderr
    for part in ("menunggak", "desa.csv, baris 5", "peserta.csv", "Dasar hukum"):
        assert part in done.stdout
    assert "1604015505909003" not in done.stdout


def test_explain_records_who_looked(out):
    naungan("explain", out, "person", "26000000001", "--purpose", "uji")
    text = (out / "looks.jsonl").read_text(encoding="utf-8")
    looks = [json.loads(line) for line in text.splitlines()]
    assert any(
        look["purpose"] == "uji" and look["table"] == "persons" for look in looks
    )


def test_a_file_that_is_not_there_is_a_sentence_with_its_own_code(tmp_path):
    done = naungan(
        "run",
        "--workers",
        tmp_path / "none.csv",
        "--month",
        "2026-10",
        "--out",
        tmp_path,
    )
    assert done.returncode == 3
    assert "none.csv" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a tiny disk")
def test_a_full_disk_leaves_the_last_snapshot_and_says_so(world, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", str(disk)]
    subprocess.run(mount, check=True)
    try:
        out = disk / "out"
        assert naungan("run", *world, "--out", out, "--no-report").returncode == 0
        before = hashes(out)
        (disk / "ballast").write_bytes(b"0" * (free_bytes(disk) - 20_000))
        full = naungan("run", *world, "--out", out, "--no-report")
        assert full.returncode == 5, full.stderr
        assert "Ruang tidak cukup" in full.stderr
        assert "Traceback" not in full.stderr
        assert hashes(out) == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def free_bytes(place):
    room = os.statvfs(place)
    return room.f_bavail * room.f_frsize
