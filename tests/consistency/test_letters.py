"""Every letter that the law's steps name has a text, which says all that is asked."""

import pytest
from tests.office_database import HOME  # first: it sets Django up


# isort: split
from naungan.law.book import enacted
from naungan.web.letters.parts import KINDS
from naungan.web.letters.text import FORMS, texts


assert HOME
# What the frame of every letter says by itself.
FRAMED = {
    "nomor, tanggal, dan pejabat yang menandatangani",
    "nama, alamat, dan nomor pendaftaran pihak yang dituju",
}
WITH_LETTER = [code for code, step in enacted().steps.items() if step.letter]


@pytest.mark.parametrize("code", WITH_LETTER)
def test_a_letter_says_exactly_what_its_step_asks(code):
    asked = {words.text() for words in enacted().steps[code].letter.contents}
    told = {part.says for part in texts()[code].parts if part.says}
    assert asked - FRAMED == told - FRAMED


@pytest.mark.parametrize("code", WITH_LETTER)
def test_what_the_law_asks_of_a_letter_is_never_left_out(code):
    once = {part.says for part in texts()[code].parts if part.says and part.needed}
    left_out = {part.says for part in texts()[code].parts if part.says} - once
    assert not left_out - LEFT_TO_THE_CASE.get(code, set())


LEFT_TO_THE_CASE = {
    # A mandate may be about registration, where no months are owed.
    "skk_non_litigation": {"bulan iuran, pokok, dan denda yang ditagih"},
}


@pytest.mark.parametrize("code", sorted(texts()))
def test_a_text_uses_known_kinds_and_a_book(code):
    text = texts()[code]
    assert {part.kind for part in text.parts} <= set(KINDS)
    assert text.form in FORMS
    assert text.book.isupper()
