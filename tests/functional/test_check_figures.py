"""`naungan check-figures` as a person or a script runs it."""

import json
import subprocess
import sys

import pytest


HEADER = "region_code,as_of,segment,covered,denominator,percent,note"
LAHAT = "16.04,2026-06,ALL,51398,239799,21,"
BALI = "51,2025-03-31,ALL,935079,1873899,50.88,"


@pytest.fixture
def run(tmp_path):
    def call(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "naungan", "check-figures", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
            env={"PATH": "", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        )

    return call


@pytest.fixture
def written(tmp_path):
    def write(*lines, header=HEADER):
        path = tmp_path / "angka.csv"
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return path

    return write


def test_without_a_file_the_shipped_figures_are_shown(run):
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert "257 baris: 54 diuji, 203 tidak dapat diuji, 0 ditolak." in done.stdout
    for heading in (
        "Angka yang tidak cocok",
        "Sumber yang bertentangan",
        "Penyebut yang bergeser",
        "Cakupan terbaru: Provinsi",
        "Cakupan terbaru: Kabupaten dan kota",
        "Tidak dapat diuji",
    ):
        assert heading in done.stdout


def test_json_is_one_document(run, written):
    done = run(written(LAHAT, BALI), "--json")
    data = json.loads(done.stdout)
    assert (data["rows"], data["checked"]) == (2, 2)
    assert [(one["row"], one["region_code"]) for one in data["failed"]] == [(2, "51")]


def test_failing_figures_are_an_answer_unless_strict(run, written):
    assert run(written(BALI)).returncode == 0
    assert run(written(BALI), "--strict").returncode == 1
    assert run(written(LAHAT), "--strict").returncode == 0
    assert run(written("x,,,,,,"), "--strict").returncode == 1


def test_refused_rows_are_shown_with_their_mend(run, written):
    done = run(written(LAHAT, "Lahat,2025,ALL,,,,"))
    assert "2 baris: 1 diuji, 0 tidak dapat diuji, 1 ditolak." in done.stdout
    assert "bukan kode wilayah Kemendagri" in done.stdout


def test_one_region_can_be_asked_for(run):
    done = run("--region", "51", "--json")
    data = json.loads(done.stdout)
    codes = {one["region_code"] for one in data["unchecked"] + data["failed"]}
    assert codes == {"51", "51.03", "51.06"}
    assert run("--region", "51").returncode == 0


def test_text_in_brackets_is_shown_as_it_is(run, written):
    done = run(written('16.04,2025,ALL,5,4,125,"[red]"', "16.04,2025,[b],9,4,225,"))
    assert "[B]" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tiada.csv"], "tidak dapat dibaca"),
        (["--region", "99"], "Kode wilayah"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(run, arguments, message):
    done = run(*arguments)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("Galat: ")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_of_another_kind_is_refused(run, written):
    done = run(written("Siti,40", header="nama,umur"))
    assert done.returncode == 3
    assert "kolom region_code, as_of, segment tidak ada" in done.stderr


def test_the_help_suffices(run):
    done = run("--help")
    assert done.returncode == 0
    for word in ("--region", "--json", "--strict", "pembulatan", "region_code"):
        assert word in done.stdout
