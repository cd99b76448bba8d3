"""`naungan law bill`: workers from a CSV file or from YAML."""

import json

from click.testing import CliRunner

from naungan.commands.law.bill import command
from naungan.lib.errors import InputRefused


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def test_workers_come_from_a_csv_file(tmp_path):
    path = tmp_path / "gaji.csv"
    path.write_text(
        "name,wage,risk_group\nAni,5000000,\nBudi,Rp3.000.000,low\n", encoding="utf-8"
    )
    outcome = run("--month", "2026-06", "--workers-file", path, "--json")
    assert outcome.exit_code == 0, outcome.output
    assert json.loads(outcome.output)["results"]["JKK"]["employer"] == 12_000 + 16_200


def test_workers_come_from_yaml_too():
    outcome = run("--month", "2026-06", "--workers", "[{wage: 5000000}]", "--json")
    assert json.loads(outcome.output)["results"]["remitted"] == 462_000


def test_a_file_that_is_missing_is_refused(tmp_path):
    outcome = run("--month", "2026-06", "--workers-file", tmp_path / "tidak.csv")
    assert isinstance(outcome.exception, InputRefused)
    assert "tidak terbaca sebagai CSV" in str(outcome.exception)
