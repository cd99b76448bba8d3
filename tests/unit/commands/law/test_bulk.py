"""`naungan law bulk`: what it says when it is done."""

import json

import pytest
from click.testing import CliRunner

from naungan.commands.law.bulk import command


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text(
        "nik,segment,month,wage\n1,PU,2026-06,5000000\n2,PU,2026-06,x\n",
        encoding="utf-8",
    )
    return path


def run(*arguments):
    outcome = CliRunner().invoke(command, [str(one) for one in arguments])
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_it_says_how_many_rows_came_out_and_where(source, tmp_path):
    said = run(source, "--kind", "contribution", "--out", tmp_path / "out.csv")
    assert "2 baris masuk, 1 terjawab" in said
    assert "1 baris ditolak; alasannya di" in said
    assert "Kolom yang dibawa apa adanya: nik." in said
    assert (
        "Dianggap, karena tidak diisi (kolom dianggap): scale=large pada semua" in said
    )


def test_it_says_the_same_as_json(source, tmp_path):
    said = run(
        source, "--kind", "contribution", "--out", tmp_path / "out.csv", "--json"
    )
    data = json.loads(said)
    assert (data["rows"], data["answered"], data["rejected"]) == (2, 1, 1)
    assert data["assumed"]["risk_group=very_low"] == 1


def test_an_office_may_lay_its_own_values_over_the_law(source, tmp_path):
    laid = (
        tmp_path
        / "timpaan"
        / "contributions"
        / "jkk"
        / "employer_rate"
        / "very_low.yaml"
    )
    laid.parent.mkdir(parents=True)
    laid.write_text(
        'overlay: Kantor Rekaan\nvalues:\n  - from: 2026-01-01\n    value: "0.01"\n',
        encoding="utf-8",
    )
    out = tmp_path / "out.csv"
    run(
        source,
        "--kind",
        "contribution",
        "--out",
        out,
        "--overlay",
        tmp_path / "timpaan",
    )
    assert ",50000," in out.read_text(encoding="utf-8")
    assert "LOCAL" in out.read_text(encoding="utf-8")
