"""In which language the pages speak.

Whoever signed in reads the language they chose; everybody else the language of the
cookie, else the first that the browser asks for, else Indonesian.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from naungan.casework.accounts.models import User
from naungan.law.words import Language


class OwnLanguage:
    """Speak to a person who signed in in the language that they chose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way to the page."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in that language."""
        if isinstance(request.user, User):
            translation.activate(request.user.language)
        return self._get_response(request)


def spoken() -> Language:
    """Give the language of this page for what is written in both."""
    return "en" if (translation.get_language() or "").startswith("en") else "id"


def keep(user: Any, language: str) -> None:
    """Remember the language of a person who signed in; it is no record of an act."""
    if isinstance(user, User) and language in dict(settings.LANGUAGES):
        user.language = language
        user.save(update_fields=["language"])


def keep_first(user: User) -> None:
    """Remember in which language a person came in for the first time."""
    if user.last_login is None:
        keep(user, translation.get_language() or settings.LANGUAGE_CODE)
