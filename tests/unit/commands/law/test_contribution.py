"""`naungan law contribution` by flags, as a citizen would ask."""

from click.testing import CliRunner

from naungan.commands.law.contribution import command


def run(*arguments):
    outcome = CliRunner().invoke(command, arguments)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_a_palm_farmer_is_asked_for_in_ordinary_words():
    text = run(
        *("--segment", "BPU", "--month", "Juni 2026"),
        *("--occupation", "petani sawit", "--payer", "dbh_sawit"),
    )
    assert "Jumlah, pemerintah: Rp16.800" in text


def test_several_wages_are_joined_by_plus():
    text = run(
        *("--segment", "PU", "--month", "2026-06", "--wage-kind", "piece_rate"),
        *("--wages", "4000000+5000000+6000000", "--english"),
    )
    assert "Monthly wage for contributions: Rp5.000.000" in text
