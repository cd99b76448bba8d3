import json

from naungan.law.kinds import answer


STATED = {
    "on": "2026-03-17",
    "scale": "micro",
    "registered": "tidak",
    "first_worker_on": "2026-01-05",
    "history": [{"step": "warning_1", "on": "2026-03-02"}],
}


def test_the_trace_cites_the_articles_in_both_languages():
    answered = answer("duty", STATED)
    indonesian, english = answered.text(), answered.text("en")
    assert "PP 44/2015 Penjelasan Pasal 10" in indonesian
    assert "DILANGGAR, PWBD (wajib, belum mendaftar), sejak" in indonesian
    assert "Teguran tertulis kedua (BPJS Ketenagakerjaan, boleh)" in indonesian
    assert "surat teguran tertulis kedua memuat: kewajiban yang dilanggar" in indonesian
    assert "BROKEN, PWBD (obliged, not registered), since" in english
    assert "10 working days from 2 March 2026 end on 16 March 2026" in english
    assert "second letter of warning says: the duty broken" in english


def test_the_results_are_plain_data():
    data = json.loads(json.dumps(answer("duty", STATED).as_data()))
    assert data["results"]["open_step"] == "warning_2"
    assert data["results"]["letter"]["contents_en"]
    assert data["results"]["since"] == {"PWBD": "2026-01-15"}


def test_what_is_not_sure_travels_to_the_answer():
    stated = {**STATED, "history": [], "plan": "nota_1"}
    answered = answer("duty", stated)
    assert answered.results["allowed"] is False
    assert "steps/nota_1" in [one.path for one in answered.doubts]


def test_the_contents_of_a_letter_are_called_drawn_from_its_articles():
    assert (
        "pasal yang merinci isi surat belum terlihat" in answer("duty", STATED).text()
    )


def test_a_planned_step_that_is_open_is_allowed():
    results = answer("duty", {**STATED, "plan": "warning_2"}).results
    assert (results["allowed"], results["refused"]) == (True, {})
