"""`naungan law arrears` by flags, by one YAML case, with an office's own rules."""

import json

import pytest
from click.testing import CliRunner

from naungan.commands.law.arrears import command


FLAGS = [
    *("--on", "2026-11-21", "--months", "2026-06..2026-10"),
    *("--number-of-workers", "12", "--wage", "Rp3.500.000"),
    *("--risk-group", "low", "--scale", "large"),
]
CASE = """\
arrears:
  on: 2026-11-21
  since: 2026-06
  scale: large
  risk_group: low
  workers: [{count: 12, wage: 3500000}]
"""
CLASSES = """\
overlay: Kantor Cabang Contoh
values:
  - from: 2015-07-01
    value: [{class: bad, months_above: 0}]
"""


def run(*arguments):
    outcome = CliRunner().invoke(command, arguments)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_five_unpaid_months_of_twelve_workers_are_answered_by_flags():
    text = run(*FLAGS)
    assert "Terutang pada 21 November 2026: Rp21.236.040" in text
    for article in (
        "PP 44/2015 Pasal 22",
        "PP 46/2015 Pasal 20",
        "PP 45/2015 Pasal 31",
    ):
        assert article in " ".join(text.split())


def test_the_same_is_answered_in_english():
    assert "Owed on 21 November 2026: Rp21.236.040" in run(*FLAGS, "--english")


def test_the_same_is_answered_from_a_case_as_json(tmp_path):
    case = tmp_path / "kasus.yaml"
    case.write_text(CASE, encoding="utf-8")
    data = json.loads(run("--case", str(case), "--json"))
    assert data["results"]["total"] == 21_236_040
    assert data["results"]["ageing_class"] == "doubtful"


def test_an_office_lays_its_own_classes_over_and_they_show(tmp_path):
    path = tmp_path / "arrears" / "ageing_classes.yaml"
    path.parent.mkdir()
    path.write_text(CLASSES, encoding="utf-8")
    text = run(*FLAGS, "--overlay", str(tmp_path))
    assert "Golongan piutang: macet" in text
    assert "Kantor Cabang Contoh" in text


def test_payments_and_events_are_written_as_yaml():
    paid = "[{paid_on: 2026-09-10, amount: 4006800}]"
    data = json.loads(run(*FLAGS, "--payments", paid, "--json"))
    assert data["results"]["paid"] == 4_006_800


@pytest.mark.parametrize("flag", ["--on", "--wage"])
def test_what_is_missing_is_named(flag):
    place = FLAGS.index(flag)
    outcome = CliRunner().invoke(command, FLAGS[:place] + FLAGS[place + 2 :])
    assert outcome.exit_code != 0
    assert "belum diisi" in str(outcome.exception)
