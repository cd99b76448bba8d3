"""Whose language the pages speak."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation

from naungan.web import language


def spoken_to(user):
    """Return the language in which a request of this person is answered."""
    request = RequestFactory().get("/")
    request.user = user
    heard = []

    def answer(_):
        heard.append(translation.get_language())
        return HttpResponse()

    with translation.override("id"):
        language.OwnLanguage(answer)(request)
    return heard[0]


def test_whoever_signed_in_is_spoken_to_in_their_own_language(someone):
    someone.language = "en"
    assert spoken_to(someone) == "en"


def test_a_stranger_is_spoken_to_as_the_browser_asks():
    assert spoken_to(AnonymousUser()) == "id"


def test_a_language_is_kept_and_an_unknown_one_is_not(someone):
    language.keep(someone, "en")
    language.keep(someone, "xx")
    someone.refresh_from_db()
    assert someone.language == "en"


def test_the_language_of_the_first_time_in_is_kept(someone):
    with translation.override("en"):
        language.keep_first(someone)
    assert someone.language == "en"


def test_a_later_time_in_changes_no_language(someone):
    someone.last_login = timezone.now()
    with translation.override("en"):
        language.keep_first(someone)
    assert someone.language == "id"


@pytest.mark.parametrize("left", ["en", "id"])
@pytest.mark.parametrize("after", range(2))
def test_a_test_begins_in_indonesian_whatever_the_one_before_it_spoke(left, after):
    assert translation.get_language() == "id"
    translation.activate(left)
