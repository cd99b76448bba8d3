"""Reading reports on the command line."""

import json

import pytest
from click.testing import CliRunner

from naungan.commands.read import command
from naungan.lib.errors import InputRefused


REPORT = (
    "LAHAT – Kejaksaan Negeri Lahat menggelar rapat kepatuhan di Aula Kejari, Rabu (3/7). "
    "Kajari Lahat Contoh Permadi mengatakan ada 48 perusahaan penunggak. "
    "Dasarnya Inpres Nomor 2 Tahun 2021. Pihaknya akan memanggil perusahaan pada Agustus 2024."
)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "berita.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def test_a_draft_is_told_with_the_words_of_its_facts(report):
    told = run(report, "--on", "2025-01-01").output
    for part in (
        "rapat_kepatuhan",
        "2024-07-03",
        "16.04 Kabupaten Lahat",
        "Contoh Permadi",
    ):
        assert part in told
    assert "Inpres Nomor 2 Tahun 2021" in told
    assert "planned: Kejaksaan Negeri Lahat (pada Agustus 2024)" in told


def test_records_are_given_to_programs(report):
    (record,) = json.loads(run(report, "--json", "--on", "2025-01-01").output)[
        "records"
    ]
    assert record["source_file"] == "berita.txt"
    assert (record["date"], record["date_strict"]) == ("2024-07-03", None)
    assert record["figures"][0]["value"] == 48


def test_the_year_is_bounded_by_the_day_of_reading(report):
    (record,) = json.loads(run(report, "--json", "--on", "2023-01-01").output)[
        "records"
    ]
    assert record["date"] is None


def test_today_is_the_day_of_reading_unless_said(report):
    assert run(report).exit_code == 0


def test_a_reading_is_compared_with_what_a_person_wrote(report, tmp_path):
    (record,) = json.loads(run(report, "--json", "--on", "2025-01-01").output)[
        "records"
    ]
    written = tmp_path / "gold.json"
    written.write_text(json.dumps({"records": [record]}))
    assert (
        "1.00  1.00  1.00"
        in run(report, "--on", "2025-01-01", "--against", written).output
    )
    measured = json.loads(
        run(report, "--json", "--on", "2025-01-01", "--against", written).output
    )
    assert measured["date"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_what_cannot_be_compared_is_refused(report, tmp_path):
    broken, other = tmp_path / "a.json", tmp_path / "b.json"
    broken.write_text("[]")
    other.write_text('{"records": []}')
    for path in (broken, other, tmp_path / "hilang.json"):
        assert isinstance(run(report, "--against", path).exception, InputRefused)


def test_a_text_without_a_sentence_and_a_wrong_day_are_refused(tmp_path, report):
    empty = tmp_path / "kosong.txt"
    empty.write_text("   ")
    assert isinstance(run(empty).exception, InputRefused)
    assert run(report, "--on", "kapan").exit_code == 2
