"""`naungan law entitlement` by flags: looking back and looking ahead."""

import json

from click.testing import CliRunner

from naungan.commands.law.entitlement import command


def run(*arguments):
    outcome = CliRunner().invoke(command, arguments)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_a_scholarship_that_nobody_claimed_is_found():
    text = run(
        *("--segment", "BPU", "--event-date", "2023-11-20", "--joined", "2020-01"),
        *("--as-of", "2026-11-21", "--children-count", "5"),
        *("--claimed", "[{part: death}, {part: periodic}, {part: funeral}]"),
    )
    assert "Belum diklaim: beasiswa: Rp174.000.000" in text
    assert "PP 82/2019 Pasal 34 ayat (1) huruf d" in " ".join(text.split())


def test_what_would_fail_on_a_day_is_listed():
    data = json.loads(
        run(
            *("--segment", "BPU", "--joined", "2026-10", "--active", "tidak"),
            *("--birth-date", "1960-03-02", "--as-of", "2026-11-21", "--json"),
        )
    )
    found = ["inactive", "over_age", "short_membership", "scholarship_condition"]
    assert data["results"]["risks"] == found
