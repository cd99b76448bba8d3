import pytest

from naungan.law.handbook.edition import Edition
from naungan.law.handbook.questions import ASKED, FORMS, questions_page
from naungan.law.kinds import KINDS, kind


@pytest.fixture
def page(book):
    return "\n".join(questions_page(Edition(book, "id")))


def test_every_kind_has_its_fields_with_meaning_and_form(page):
    assert "## `contribution`: iuran satu peserta sebulan" in page
    assert "| `wage` | upah sebulan" in page
    assert "salah satu dari: `very_low`, `low`" in page


def test_the_fields_of_a_list_are_told_under_its_name(page):
    assert "| `children.level` |" in page
    assert "daftar dengan isian: " in page


def test_the_keys_of_an_answer_are_explained(page, book):
    assert "* `overlaid`: jalur ketetapan kantor" in page
    english = "\n".join(questions_page(Edition(book, "en")))
    assert "* `doubts`: paths of values to check" in english


def test_every_kind_and_every_form_has_words():
    def forms(fields):
        for one in fields:
            yield one.kind
            yield from forms(one.parts)

    assert set(ASKED) == set(KINDS)
    assert {form for name in KINDS for form in forms(kind(name).FIELDS)} <= set(FORMS)
