"""A refused act becomes an error of its form, in the language of the page."""

import pytest
from django import forms
from django.http import HttpRequest
from django.utils import translation

from naungan.lib.errors import Refusal
from naungan.web import form_page


WORDS = "Lembaga ini bukan lembaga Anda."


def refuse():
    raise Refusal(WORDS)


def bound():
    form = forms.Form({})
    form.is_valid()
    return form


def test_an_act_that_is_done_gives_its_result():
    form = bound()
    assert form_page.attempt(form, lambda: 7) == 7
    assert not form.errors


def test_a_refusal_is_shown_with_the_form():
    form = bound()
    assert form_page.attempt(form, refuse) is None
    assert form.non_field_errors() == [WORDS]


def test_a_refusal_speaks_the_language_of_the_page():
    with translation.override("en"):
        assert form_page.said(Refusal(WORDS)) == "This institution is not yours."


def test_a_form_with_mistakes_answers_that_it_was_not_processed(monkeypatch):
    told = {}
    monkeypatch.setattr(form_page, "render", lambda *_, **rest: told.update(rest))
    form = bound()
    form.add_error(None, "salah")
    form_page.show(HttpRequest(), "form.html", form)
    assert told["status"] == 422


@pytest.mark.parametrize(
    ("act", "said"),
    [(lambda: None, [("success", "Sudah.")]), (refuse, [("error", WORDS)])],
)
def test_a_button_says_what_came_of_it_and_goes_on(monkeypatch, act, said):
    told = []
    for level in ("success", "error"):
        monkeypatch.setattr(
            form_page.messages,
            level,
            lambda _request, words, level=level: told.append((level, words)),
        )
    answer = form_page.press(HttpRequest(), act, "Sudah.", "/kasus")
    assert (answer["Location"], told) == ("/kasus", said)


def test_a_form_is_carried_out_once_it_was_sent_and_fits(monkeypatch):
    told = []
    monkeypatch.setattr(form_page.messages, "success", lambda *said: told.append(said))
    request = HttpRequest()
    request.method = "GET"
    assert not form_page.carried_out(request, bound(), refuse, "Sudah.")
    request.method = "POST"
    form = bound()
    assert not form_page.carried_out(request, form, refuse, "Sudah.")
    assert form.non_field_errors() == [WORDS]
    assert not told
    assert form_page.carried_out(request, bound(), lambda: None, "Sudah.")
    assert told == [(request, "Sudah.")]
