"""The law as a user asks it in a terminal: answers, refusals, exit codes, a light start."""

import json
import subprocess
import sys

import pytest


ASKED = ["contribution", "--segment", "PU", "--month", "2026-06", "--wage", "5000000"]
HEAVY = ("duckdb", "numpy", "pyarrow", "jinja2", "rich", "fastexcel", "naungan.engine")


def naungan(*words, cwd=None):
    return subprocess.run(
        [sys.executable, "-P", "-m", "naungan", "law", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
    )


def test_an_answer_goes_to_the_output_and_nothing_else_does():
    done = naungan(*ASKED, "--json")
    assert done.returncode == 0
    assert done.stderr == ""
    answered = json.loads(done.stdout)
    assert answered["results"]["employer"] == 312_000
    assert answered["law_version"]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ([*ASKED[:-1], "-5"], 4, "wage -5 kurang dari nol; tulis 0 atau lebih"),
        (["contribution", "--segment", "XX"], 4, "'XX' tidak dikenal"),
        ([*ASKED[:3], "--month", "2014-01"], 4, "Januari 2014"),
        (["contribution", "--case", "tiada.yaml"], 3, "tiada.yaml tidak ada"),
        (["check", "tiada.yaml"], 3, "tiada.yaml tidak ada"),
        (["show", "tiada"], 4, "Jalur hukum 'tiada' tidak ada"),
        (["timeline", "tiada"], 4, "'tiada'; pilih JKK"),
        (["show", "--overlay", "tiada"], 4, "Folder timpaan hukum tiada tidak ada"),
        (["contribution", "--upah", "5"], 2, "--upah"),
    ],
)
def test_a_refusal_is_one_sentence_with_the_code_of_its_cause(
    tmp_path, words, code, sentence
):
    done = naungan(*words, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_case_that_differs_ends_with_one(tmp_path):
    (tmp_path / "kasus.yaml").write_text(
        "- name: keliru\n"
        "  contribution: {segment: PU, month: 2026-06, wage: 5000000}\n"
        "  expect: {worker: 1}\n"
    )
    done = naungan("check", "kasus.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert "worker: diharapkan 1, didapat 150000" in done.stdout


@pytest.mark.parametrize(
    "words", [ASKED, ["show", "contributions/jp/wage_ceiling"], ["timeline", "JKP"]]
)
def test_asking_the_law_loads_nothing_that_the_engine_needs(words):
    code = (
        "import sys; from naungan.__main__ import main\n"
        f"sys.argv = ['naungan', 'law', *{words!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr.strip() == "[]"
