from datetime import date

from naungan.law.book import enacted
from naungan.law.duty.cited import cite_duty, cite_step


def test_a_duty_is_cited_with_all_articles_in_force_on_the_day():
    book = enacted()
    duty = book.obligations["report_to_inspector"]
    (before,) = cite_duty(book, duty, date(2015, 6, 30))
    (after,) = cite_duty(book, duty, date(2015, 7, 1))
    assert before.basis == "PP 86/2013 Pasal 13 ayat (5)"
    assert after.basis.startswith(f"{before.basis}; PP 44/2015 Pasal 61")
    assert after.path == "obligations/report_to_inspector"


def test_nothing_is_cited_before_the_first_article():
    book = enacted()
    duty = book.obligations["register_non_asn"]
    assert cite_duty(book, duty, date(2023, 10, 5)) == ()


def test_a_step_is_as_sure_as_its_least_sure_article():
    book = enacted()
    (used,) = cite_step(book, book.steps["nota_1"], date(2026, 1, 1))
    assert used.confidence == "MEMORY"
    assert used.date_uncertain
