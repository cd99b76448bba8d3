import pytest

from naungan.law.book import Book
from naungan.law.kinds import answer


LATE = {
    "on": "2026-03-17",
    "scale": "micro",
    "registered": "tidak",
    "first_worker_on": "2026-01-05",
    "history": [{"step": "warning-1", "on": "2026-03-02", "letter": "B/1"}],
}
DEBTOR = {
    "on": "2026-02-09",
    "scale": "micro",
    "programmes": "JKK+JKM",
    "paid_until": "2025-09",
    "history": [{"step": "arrears_letter_1", "on": "2026-02-02"}],
}


@pytest.fixture
def office(tmp_path):
    def lay(path, unit_value):
        file = tmp_path / f"{path}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            "overlay: Kantor Cabang Contoh\n"
            f"values:\n  - {{from: 2026-01-01, value: {unit_value}}}\n"
        )
        return Book(overlay=tmp_path)

    return lay


def test_an_office_may_shorten_a_term_and_the_answer_says_so(office):
    book = office("enforcement/warning/term", 3)
    answered = answer("duty", {**LATE, "on": "2026-03-06"}, book)
    found = answered.results["tracks"]["registration_and_data"]
    # from Monday 2026-03-02: 3, 4, 5 March
    assert found["may_from"].isoformat() == "2026-03-06"
    assert [one.path for one in answered.overlaid] == ["enforcement/warning/term"]
    assert "KETETAPAN KANTOR: Kantor Cabang Contoh" in answered.text()
    assert "OFFICE RULE: Kantor Cabang Contoh" in answered.text("en")


def test_where_no_regulation_sets_a_term_an_office_may(office):
    book = office("enforcement/terms/arrears_letter", 5)
    found = answer("duty", DEBTOR, book).results["tracks"]["arrears"]
    # from Monday 2026-02-02: 3, 4, 5, 6, 9 February
    assert (found["running"], found["comply_by"].isoformat()) == (
        "arrears_letter_1",
        "2026-02-09",
    )
    assert found["open_step"] is None
    assert found["may_from"].isoformat() == "2026-02-10"


def test_without_a_term_the_answer_says_that_an_office_may_set_one():
    answered = answer("duty", DEBTOR)
    assert answered.results["tracks"]["arrears"]["open_step"] == "arrears_letter_2"
    assert "enforcement/terms/arrears_letter.yaml" in answered.text()


def test_a_step_may_be_named_with_either_dash():
    found = answer("duty", LATE).results["tracks"]["registration_and_data"]
    assert found["open_step"] == "warning_2"


def test_the_history_may_come_in_any_order():
    history = [
        {"step": "warning_2", "on": "2026-03-17"},
        {"step": "warning_1", "on": "2026-03-02"},
    ]
    stated = {**LATE, "on": "2026-04-09", "history": history}
    found = answer("duty", stated).results["tracks"]["registration_and_data"]
    assert found["open_step"] == "fine"
    assert found["faults"] == {}
