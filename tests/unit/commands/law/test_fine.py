"""`naungan law fine` by flags: the worked example, and the administrative fine."""

import json

from click.testing import CliRunner

from naungan.commands.law.fine import command


def run(*arguments):
    outcome = CliRunner().invoke(command, arguments)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_the_worked_example_is_answered_by_flags():
    text = run(
        *("--segment", "PU", "--programme", "JHT", "--month", "2024-01"),
        *("--amount", "570000", "--paid-on", "2024-05-10"),
    )
    assert "Denda keterlambatan: Rp34.200" in text
    assert "Rp570.000 × 2% × 3 bulan" in text


def test_the_administrative_fine_is_answered_as_json():
    data = json.loads(
        run(
            *("--type", "administrative", "--amount", "1000000"),
            *("--second-warning-ended-on", "2022-01-10"),
            *("--paid-on", "2022-05-10", "--json"),
        )
    )
    assert data["results"]["fine"] == 4_000
