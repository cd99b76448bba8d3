"""`naungan law benefit` by flags: the fisher's heirs, the officer's widow."""

import json

from click.testing import CliRunner

from naungan.commands.law.benefit import command
from naungan.lib.errors import LawRefused


FISHER = (
    *("--programme", "JKK", "--segment", "BPU", "--event-date", "2026-05-12"),
    *("--joined-on", "2026-05-07", "--income", "1000000", "--outcome", "death"),
)
OFFICER = (
    *("--programme", "JKM", "--segment", "BPU", "--event-date", "2026-10-10"),
    *("--joined-on", "2026-08-10", "--active", "ya"),
)


def run(*arguments):
    outcome = CliRunner().invoke(command, arguments)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_the_heirs_of_a_fisher_read_their_sum():
    assert "Jumlah santunan: Rp70.000.000" in run(*FISHER)


def test_children_are_told_in_yaml():
    data = json.loads(run(*FISHER, "--children", "[{level: SD, grade: 1}]", "--json"))
    assert data["results"]["scholarship"] == 84_000_000
    assert data["results"]["total"] == 70_000_000


def test_the_widow_of_an_officer_reads_her_sum_and_the_doubt_in_english():
    text = run(*OFFICER, "--english")
    assert "Total: Rp10.000.000" in text
    assert "Sources disagree" in text
    assert "start date uncertain" in text


def test_what_does_not_fit_is_refused():
    outcome = CliRunner().invoke(command, [*OFFICER, "--wage", "1"])
    assert isinstance(outcome.exception, LawRefused)
    assert "wage tidak dipakai untuk JKM" in str(outcome.exception)
