"""The law is cited as it holds on a day; what is no law, or not seen, is not claimed."""

from datetime import date

import pytest

from naungan.law.book import enacted
from naungan.web.letters.law_cited import bases_of, bracketed, duty


DAY = date(2026, 11, 2)


def test_an_instrument_is_written_out_with_its_article():
    (found,) = bases_of("somasi", DAY)
    assert found.text == (
        "Undang-Undang Nomor 16 Tahun 2004 tentang Kejaksaan Republik Indonesia, "
        "Pasal 30 ayat (2)"
    )


def test_an_article_that_nobody_saw_is_not_named_and_is_doubtful():
    found = bases_of("special_note", DAY)
    assert found
    assert all("belum terlihat" not in one.text for one in found)
    assert not any(one.is_sure for one in found)


def test_a_letter_of_no_step_rests_on_nothing_by_itself():
    assert bases_of("village_proposal", DAY) == ()


def test_articles_of_one_instrument_stand_together():
    title, articles = duty("report_true_wages", DAY)
    assert title == enacted().obligations["report_true_wages"].title
    names = [one.text.split(",")[0] for one in articles]
    assert len(names) == len(set(names))


def test_our_own_remarks_stand_in_no_letter():
    (doubtful,) = [one for one in bases_of("kpknl_handover", DAY) if "52" in one.text]
    assert "(" not in doubtful.text
    assert not doubtful.is_sure


@pytest.mark.parametrize(
    ("language", "doubt"), [("id", "pasal belum terlihat"), ("en", "article not seen")]
)
def test_an_article_that_nobody_saw_stands_in_brackets(language, doubt):
    told = bracketed(
        "Permenaker 5/2021 pasal belum terlihat; UU 24/2011 Pasal 15", language
    )
    assert told == f"Permenaker 5/2021 ({doubt}); UU 24/2011 Pasal 15"
    assert bracketed("Permen (pasal belum terlihat)") == "Permen (pasal belum terlihat)"
