import json

import pytest
from click.testing import CliRunner

from naungan.law.kinds import KINDS
from naungan.lib.errors import InputRefused, LawRefused
from naungan.question_command import question_command, terminal_width


ASKED = ("--month", "2026-06", "--wage", "Rp5.000.000")


@pytest.fixture(autouse=True)
def toy(monkeypatch):
    monkeypatch.setitem(KINDS, "toy", "tests.unit.law.toy_kind")
    monkeypatch.setenv("COLUMNS", "80")


def run(*args):
    command = question_command("toy", "Contoh.")
    return CliRunner().invoke(command, args, catch_exceptions=False)


@pytest.fixture
def case(tmp_path):
    """Return a writer that gives the path of a case file."""

    def write(text):
        path = tmp_path / "kasus.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_every_field_is_a_flag_that_says_what_it_takes():
    shown = run("--help").output
    assert "--wage RUPIAH" in shown
    assert "--risk-group very_low|low" in shown
    assert "[{age}, …]" in shown
    assert "--occupation KODE" in shown
    assert "pekerjaan: farmer, fisher," in shown


def test_flags_are_answered_in_either_language_within_the_width():
    answered = run(*ASKED).output
    assert "JKK dari pemberi kerja: Rp12.000" in answered
    assert max(len(row) for row in answered.splitlines()) <= 80
    assert "Rp12.000" in run(*ASKED, "--english").output


def test_a_brief_answer_leaves_the_sources_to_the_end():
    answered = run(*ASKED, "--brief").output
    assert "·" not in answered
    assert "Dasar hukum:\n  - PP 44/2015" in answered


def test_the_answer_as_json_is_whole():
    data = json.loads(run(*ASKED, "--json").output)
    assert data["results"]["JKK"] == {"employer": 12_000}


def test_a_list_of_records_is_given_as_yaml():
    given = run(*ASKED, "--children", "[{age: 7}, {age: 9}]", "--json").output
    assert json.loads(given)["results"]["children"] == 2


@pytest.mark.parametrize(
    "text",
    [
        "{month: 2026-06, wage: 5000000}",
        "toy: {month: 2026-06, wage: 5000000}",
        "- name: satu\n  toy: {month: 2026-06, wage: 5000000}\n",
    ],
)
def test_one_case_may_stand_in_a_file(case, text):
    assert "Rp12.000" in run("--case", case(text)).output


def test_flags_go_before_what_the_file_says(case):
    path = case("{month: 2026-06, wage: 5000000}")
    assert "Rp2.400" in run("--case", path, "--wage", "1000000").output


@pytest.mark.parametrize("text", ["- a: 1\n- b: 2\n", "hanya teks", ""])
def test_a_file_that_is_no_single_question_is_refused(case, text):
    with pytest.raises(InputRefused, match="seharusnya satu pertanyaan jenis toy"):
        run("--case", case(text))


def test_a_missing_field_is_refused():
    with pytest.raises(LawRefused, match="wage belum diisi"):
        run("--month", "2026-06")


def test_whoever_asks_in_english_is_told_that_the_reason_is_in_indonesian():
    asked = CliRunner().invoke(question_command("toy", "Coba."), ["--english"])
    assert asked.stderr == "Not answered. The reason follows in Indonesian:\n"
    assert isinstance(asked.exception, LawRefused)
    assert CliRunner().invoke(question_command("toy", "Coba."), []).stderr == ""


def test_an_office_may_ask_with_its_own_values(tmp_path):
    laid = tmp_path / "rounding" / "contribution.yaml"
    laid.parent.mkdir()
    laid.write_text("overlay: Kantor\nvalues:\n  - {from: 2001-01-01, value: up}\n")
    asked = ("--month", "2026-06", "--wage", "1")
    answered = run(*asked, "--overlay", str(tmp_path)).output
    assert "JKK dari pemberi kerja: Rp1" in answered
    assert "KETETAPAN KANTOR: Kantor" in " ".join(answered.split())


def test_the_width_stays_within_what_reads_well(monkeypatch):
    for columns, width in (("10", 40), ("72", 72), ("300", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        assert terminal_width() == width
