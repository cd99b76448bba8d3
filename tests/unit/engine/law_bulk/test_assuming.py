"""Every row says what was taken of the fields that it left out."""

import csv

from naungan.engine.law_bulk import answer_file
from naungan.law.question import codes_of
from naungan.law.words import words


def answered(tmp_path, kind, text):
    source = tmp_path / "in.csv"
    source.write_text(text, encoding="utf-8")
    counts = answer_file(kind, source, tmp_path / "out.csv")
    with counts.out.open(encoding="utf-8", newline="") as file:
        return counts, [row["dianggap"] for row in csv.DictReader(file)]


def test_rows_over_columns_say_what_was_assumed_of_each(tmp_path):
    counts, said = answered(
        tmp_path,
        "contribution",
        "segment,month,wage,programmes,risk_group,income,payer\n"
        "PU,2026-06,5000000,JKK,,,\n"
        "PU,2026-06,5000000,JKK,low,,\n"
        "BPU,2024-06,,JKM,,1000000,self\n",
    )
    assert said == ["risk_group=very_low", "", ""]
    assert counts.assumed == {"risk_group=very_low": 1}


def test_a_fine_of_no_stated_segment_says_which_was_taken(tmp_path):
    counts, said = answered(
        tmp_path,
        "fine",
        "programme,month,amount,paid_on\n"
        "JHT,2024-01,570000,2024-05-10\nJHT,2024-01,570000,2024-06-10\n",
    )
    assert said == ["segment=PU"] * 2
    assert counts.assumed == {"segment=PU": 2}


def test_rows_asked_one_by_one_say_it_too(tmp_path):
    counts, said = answered(
        tmp_path, "bill", 'month,workers\n2026-06,"[{wage: 5000000}]"\n'
    )
    assert "segment=PU" in said[0].split("; ")
    assert counts.assumed["scale=large"] == 1


def test_benefits_over_columns_say_what_was_assumed(tmp_path):
    _, said = answered(
        tmp_path,
        "benefit",
        "programme,segment,event_date,wage,outcome\nJKK,PU,2023-05-02,3000000,death\n",
    )
    assert "active=ya" in said[0].split("; ")


def test_an_assumption_about_no_field_stands_as_its_sentence():
    assert codes_of([words("Satu; dua", "One; two")]) == ("Satu, dua",)
