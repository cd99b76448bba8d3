"""What a bill says: lines per worker, what is remitted, and the day it is due."""

from naungan.law.kinds import answer


WORKERS = [{"name": "Ani", "wage": "5000000"}, {"wage": "3000000"}]


def billed(**stated):
    return answer("bill", {"month": "2026-06", "workers": WORKERS, **stated})


def test_workers_are_listed_only_on_request():
    assert "workers" not in billed().results
    assert "Pekerja Ani" not in billed().text()
    detailed = billed(details="ya")
    assert [one["name"] for one in detailed.results["workers"]] == ["Ani", "2"]
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
    assert line.arithmetic.text() == "jumlah 30 pekerja"


def test_assumptions_are_said_once_for_all():
    said = [one.text() for one in billed().assumed]
    assert len(said) == len(set(said))


def test_programmes_that_fall_due_on_different_days_are_told_apart():
    # 15 November 2020 would be due; COVID-19 months are due on the 30th, a Monday.
    answered = billed(month="2020-10", scale="large")
    assert answered.results["due_on"] == "2020-11-30"
    assert "jatuh tempo 30 November 2020" in answered.text()


def test_a_due_day_beyond_the_table_of_holidays_is_noted_and_not_guessed():
    answered = billed(month="2027-03")
    days = [line for line in answered.lines if line.key == "due"]
    assert ("due_on" in answered.results) == bool(days)
    assert days or answered.notes
