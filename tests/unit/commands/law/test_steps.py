import json

import pytest
from click.testing import CliRunner

from naungan.commands.law.steps import command


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def run(*args):
    return CliRunner().invoke(command, args)


def test_a_track_shows_its_steps_in_order_within_the_width():
    output = run("arrears").output
    assert output.startswith(
        "TUNGGAKAN IURAN\n1. Sosialisasi dan surat pemberitahuan\n"
    )
    assert output.index("Surat penagihan ketiga") < output.index("Somasi")
    assert "Tidak bersama: Penyerahan piutang kepada KPKNL" in output
    assert "Memerlukan: Surat kuasa khusus litigasi" in output
    assert max(len(row) for row in output.splitlines()) <= 80


def test_without_a_track_both_are_shown_and_in_english_too():
    output = run("--english").output
    assert "REGISTRATION AND DATA\n" in output
    assert "ARREARS\n" in output
    assert "First written warning" in output


def test_json_names_codes_exclusions_and_needs():
    data = json.loads(run("arrears", "--json").output)
    by_code = {one["code"]: one for one in data["arrears"]}
    assert by_code["small_claim"]["needs"] == ["skk_litigation"]
    assert "skk_non_litigation" in by_code["kpknl_handover"]["exclusive_with"]


def test_a_term_of_an_office_is_marked(tmp_path):
    file = tmp_path / "enforcement" / "warning" / "term.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("overlay: Kantor\nvalues:\n  - {from: 2026-05-01, value: 5}\n")
    output = run("registration-and-data", "--overlay", str(tmp_path)).output
    assert "KETETAPAN KANTOR: Kantor" in output


def test_an_unknown_track_is_refused_with_the_known_ones():
    result = run("lain")
    assert result.exit_code == 2
    assert "registration_and_data, arrears" in result.output
