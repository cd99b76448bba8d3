import json

import pytest
from click.testing import CliRunner

from naungan.commands.law.check import command
from naungan.law.kinds import KINDS
from naungan.lib.errors import InputRefused


GOOD = """\
- name: baik
  toy: {month: 2026-06, wage: 5000000}
  expect: {JKK: {employer: 12000}}
"""
BAD = """\
- name: keliru
  toy: {month: 2026-06, wage: 5000000}
  expect: {JKK: {employer: 1, worker: 0}, children: 0}
- name: ditolak
  toy: {month: 2026-06}
  expect: {children: 0}
"""


@pytest.fixture(autouse=True)
def toy(monkeypatch):
    monkeypatch.setitem(KINDS, "toy", "tests.unit.law.toy_kind")


@pytest.fixture
def file(tmp_path):
    """Return a writer that gives the path of a file of cases."""

    def write(text, name="a.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def run(*args):
    return CliRunner().invoke(command, args)


def test_cases_that_come_as_expected_are_one_line_each(file):
    result = run(file(GOOD), file(GOOD, "b.yaml"))
    assert result.exit_code == 0
    assert result.output == (
        "sesuai  baik\nsesuai  baik\n2 kasus: 2 sesuai, 0 tidak.\n"
    )


def test_a_case_that_expects_nothing_fails_alone(file):
    silent = "- name: diam\n  toy: {month: 2026-06, wage: 5000000}\n"
    result = run(file(silent + GOOD))
    assert result.exit_code == 1
    assert "TIDAK   diam\n    a.yaml “diam”: expect kosong" in result.output
    assert "2 kasus: 1 sesuai, 1 tidak." in result.output


def test_one_that_does_not_shows_what_differs_and_fails_the_run(file):
    result = run(file(GOOD), file(BAD, "b.yaml"))
    assert result.exit_code == 1
    assert "TIDAK   keliru\n    JKK.employer: diharapkan 1, didapat 12000" in (
        result.output
    )
    assert "JKK.worker: diharapkan 0, didapat –" in result.output
    assert "TIDAK   ditolak\n    b.yaml “ditolak”: wage belum diisi" in result.output
    assert result.output.endswith("3 kasus: 1 sesuai, 2 tidak.\n")


def test_the_same_in_english(file):
    result = run(file(BAD), "--english")
    assert "FAILED  keliru\n    JKK.employer: expected 1, got 12000" in result.output
    assert result.output.endswith("2 cases: 0 as expected, 2 not.\n")


def test_json_is_a_list_with_name_ok_expected_got_and_trace(file):
    result = run(file(GOOD), file(BAD, "b.yaml"), "--json")
    assert result.exit_code == 1
    good, wrong, refused = json.loads(result.output)
    assert list(good) == ["name", "ok", "expected", "got", "trace"]
    assert (good["ok"], wrong["ok"], refused["ok"]) == (True, False, False)
    assert good["trace"]["lines"][0]["amount_idr"] == 12_000
    assert refused["trace"] is None


def test_an_office_may_check_with_its_own_values(file, tmp_path):
    laid = tmp_path / "kantor" / "contributions" / "jkk" / "employer_rate"
    laid.mkdir(parents=True)
    (laid / "very_low.yaml").write_text(
        'overlay: Kantor\nvalues:\n  - {from: 2001-01-01, value: "1"}\n'
    )
    result = run(file(GOOD), "--overlay", str(tmp_path / "kantor"))
    assert result.exit_code == 1
    assert "didapat 5000000" in result.output


def test_a_file_that_is_no_list_of_cases_is_refused(file):
    result = run(file("hanya teks"))
    assert isinstance(result.exception, InputRefused)
