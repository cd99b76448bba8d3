"""What a bill says: lines per worker, what is remitted, and the day it is due."""

from datetime import date

from naungan.law.due import Due
from naungan.law.kinds import answer
from naungan.lib.errors import LawRefused


WORKERS = [{"name": "Ani", "wage": "5000000"}, {"wage": "3000000"}]


def billed(**stated):
    return answer("bill", {"month": "2026-06", "workers": WORKERS, **stated})


def test_workers_are_listed_only_on_request():
    assert "by_worker" not in billed().results
    assert "Pekerja Ani" not in billed().text()
    detailed = billed(details="ya")
    assert [one["name"] for one in detailed.results["by_worker"]] == ["Ani", "2"]
    assert (
        "JKK Rp12.000 + JKM Rp15.000 + JHT Rp185.000 + JP Rp100.000" in detailed.text()
    )


def test_what_is_remitted_is_both_shares():
    answered = billed()
    results = answered.results
    assert results["remitted"] == results["employer"] + results["worker"]
    assert "dipotong dari upah" in answered.text()


def test_every_article_is_cited_once_per_line_however_many_workers():
    answered = billed(workers=[{"wage": "4000000"}] * 30, programmes="JKK")
    line = next(one for one in answered.lines if one.key == "JKK.employer")
    assert [one.path for one in line.used] == [
        "contributions/jkk/employer_rate/very_low"
    ]
    assert line.arithmetic.text() == "jumlah 30 orang"


def test_assumptions_are_said_once_for_all():
    said = [one.text() for one in billed().assumed]
    assert len(said) == len(set(said))


def test_a_covid_month_is_due_on_the_thirtieth():
    # 30 November 2020 is a Monday.
    answered = billed(month="2020-10", scale="large")
    assert answered.results["due_on"] == "2020-11-30"
    assert "jatuh tempo 30 November 2020" in answered.text()


def test_a_due_day_that_the_law_cannot_give_is_noted_and_not_guessed(monkeypatch):
    def refuse(*_asked):
        raise LawRefused("Hari libur tahun itu belum tercatat.")

    monkeypatch.setattr("naungan.law.bill.due_day", refuse)
    answered = billed()
    assert "due_on" not in answered.results
    assert "Hari libur tahun itu belum tercatat." in answered.text()


def test_programmes_with_days_of_their_own_are_listed_apart(monkeypatch):
    on_15, on_20 = date(2026, 7, 15), date(2026, 7, 20)

    def days(_segment, programme, month, _reader):
        on = on_20 if programme == "JP" else on_15
        return Due(month, on, on, ())

    monkeypatch.setattr("naungan.law.bill.due_day", days)
    answered = billed()
    assert answered.results["due_on"] == "2026-07-15"
    assert "Jatuh tempo JKK, JKM, JHT" in answered.text()
    assert "Jatuh tempo JP" in answered.text()


def test_a_relief_that_does_not_apply_is_said_once_for_all():
    answered = answer(
        "bill",
        {
            "segment": "BPU",
            "month": "2026-06",
            "payer": "dbh_sawit",
            "occupation": "palm_farmer",
            "workers": [{"name": "A"}, {"name": "B"}],
        },
    )
    assert answered.text().count("Keringanan tidak berlaku") == 1
    assert "jumlah 2 orang" in answered.text()


def test_construction_says_why_it_has_no_due_day():
    answered = billed(segment="JAKON")
    assert "due_on" not in answered.results
    (said,) = [
        one for one in answered.notes if "Jatuh tempo tidak disebut" in one.text()
    ]
    assert "jasa konstruksi dibayar untuk satu proyek" in said.text()
    assert "Construction pays for one project" in said.text("en")


def test_a_relief_that_does_not_reach_cites_its_articles():
    answered = billed(month="2025-09", labour_intensive="ya", active_workers="49")
    (line,) = [one for one in answered.lines if one.key == "relief"]
    assert line.arithmetic.text() == "pekerja aktif 49, paling sedikit 50"
    assert any("PP 36/2025" in one.basis for one in line.used)
