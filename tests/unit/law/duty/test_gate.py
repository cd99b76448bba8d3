from naungan.law.book import Book
from naungan.law.duty.gate import ANSWERS
from naungan.law.kinds import answer
from naungan.law.terms import term


DEBTOR = {
    "on": "2026-06-01",
    "scale": "micro",
    "programmes": "JKK+JKM",
    "paid_until": "2025-09",
}


def test_every_answer_has_words_for_the_counter():
    assert all(term(one).text() != one for one in ANSWERS)


def test_a_local_rule_may_hold_services_back_for_arrears(tmp_path):
    file = tmp_path / "public_services" / "blocking_answers.yaml"
    file.parent.mkdir()
    file.write_text(
        "overlay: Perbup Contoh\n"
        "values:\n"
        "  - from: 2026-01-01\n"
        "    value: [not_registered, tmp2t_on, registered_inactive]\n"
    )
    assert answer("duty", DEBTOR).results["gate_blocks"] is False
    answered = answer("duty", DEBTOR, Book(overlay=tmp_path))
    assert answered.results["gate_blocks"] is True
    assert "KETETAPAN KANTOR: Perbup Contoh" in answered.text()


def test_the_letter_of_the_sanction_is_named():
    stated = {
        "on": "2026-06-01",
        "scale": "micro",
        "registered": "tidak",
        "history": [{"step": "tmp2t", "on": "2026-05-18", "letter": "503/1"}],
    }
    assert "(surat 503/1, 18 Mei 2026)" in answer("duty", stated).text()
