import pytest

from naungan.law.duty.payment import longest_run
from naungan.law.kinds import answer


@pytest.mark.parametrize(
    ("months", "run"),
    [((), 0), ((5,), 1), ((5, 6, 7), 3), ((1, 2, 4, 5, 6, 9), 3)],
)
def test_the_longest_run_of_months_is_counted(months, run):
    assert longest_run(months) == run


def test_three_unpaid_months_in_a_row_are_within_the_grace_and_four_beyond():
    stated = {"on": "2026-11-21", "scale": "micro", "programmes": "JKK+JKM"}
    within = answer("duty", {**stated, "unpaid": "2026-07..2026-09"}).text()
    beyond = answer("duty", {**stated, "unpaid": "2026-06..2026-09"}).text()
    assert "belum lebih dari 3 bulan berturut-turut" in within
    assert "pemberi kerja membayar manfaat lebih dahulu" in beyond


def test_scattered_months_do_not_make_a_run():
    stated = {
        "on": "2026-11-21",
        "scale": "micro",
        "programmes": "JKK+JKM",
        "unpaid": "2026-01+2026-03+2026-05+2026-07",
    }
    answered = answer("duty", stated)
    assert answered.results["months_unpaid"] == 4
    assert "belum lebih dari 3 bulan berturut-turut" in answered.text()


def test_beyond_the_grace_the_self_employed_have_no_claim():
    stated = {
        "on": "2026-11-21",
        "segment": "BPU",
        "registered": "ya",
        "unpaid": "2026-08..2026-11",
    }
    assert "tidak ada hak atas manfaat" in answer("duty", stated).text()
