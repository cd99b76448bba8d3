from naungan.law.kinds import answer


def test_a_scale_that_is_not_given_is_assumed_large_and_said():
    answered = answer("duty", {"on": "2026-01-05", "registered": "ya"})
    assert answered.results["scale"] == "large"
    assert any("usaha besar" in one.text() for one in answered.assumed)


def test_the_test_that_decided_is_shown_with_its_article():
    text = answer(
        "duty", {"on": "2026-01-05", "annual_sales": "3000000000", "registered": "ya"}
    ).text()
    assert "penjualan setahun Rp3.000.000.000 ≤ Rp15.000.000.000" in text
    assert "PP 7/2021 Pasal 35 ayat (5)" in text


def test_until_2021_either_figure_alone_decides_when_both_agree():
    stated = {
        "on": "2020-01-05",
        "capital": "40000000",
        "annual_sales": "200000000",
        "registered": "ya",
    }
    assert answer("duty", stated).results["scale"] == "micro"
