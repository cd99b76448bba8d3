"""Texts that are codes are offered as lists in both languages."""

from naungan.web.pages.calculator.codes import codes


def test_steps_and_parts_of_the_body_have_words_in_both_languages():
    for name in ("step", "plan", "part"):
        indonesian, english = dict(codes(name, "id")), dict(codes(name, "en"))
        assert indonesian.keys() == english.keys()
        assert indonesian != english
    assert dict(codes("step", "id"))["warning_1"] == "Teguran tertulis pertama"


def test_a_free_text_has_no_codes():
    assert codes("letter", "id") == ()
