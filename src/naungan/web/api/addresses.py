"""Every address of the interface, each with its audience, for the table of addresses."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from naungan.web.api.document import openapi, query_names
from naungan.web.api.door import AUDIENCES, api
from naungan.web.api.reference import reference
from naungan.web.audience import PUBLIC, audience
from naungan.web.programs.problem import NO_METHOD, NOT_FOUND, WRONG, problem


VERSION: Final = "api/v1/"
WRONG_METHOD: Final = 405
LONGEST_NAME: Final = 60
View = Callable[..., HttpResponseBase]


@audience(PUBLIC)
@csrf_exempt  # it does nothing, and refuses in the form that programs read
def nothing(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    """Say that no such address is there."""
    del request, rest
    return problem(NOT_FOUND)


def addresses() -> list[URLPattern | URLResolver]:
    """Give every address of the interface."""
    operations = [
        path(str(one.pattern), _told(one.callback, one.name), name=one.name)
        for one in api.urls[0]
        if isinstance(one, URLPattern) and one.name in AUDIENCES
    ]
    own_pages = [
        path("openapi.json", openapi, name="api.openapi"),
        path("docs", reference, name="api.reference"),
    ]
    last = path("<path:rest>", nothing, name="api.nothing")
    return [path(VERSION, include([*own_pages, *operations, last]))]


def _told(view: Any, name: str) -> View:
    """Give an operation's view with its audience; a wrong method is a refusal too."""

    @wraps(view)
    def answered(request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:
        strange = sorted(set(request.GET) - query_names(name))
        if strange:
            return problem(WRONG, errors=[_unknown(one) for one in strange])
        answer: HttpResponseBase = view(request, *given, **named)
        if answer.status_code != WRONG_METHOD:
            return answer
        refused = problem(NO_METHOD)
        refused["Allow"] = answer["Allow"]
        return refused

    return audience(AUDIENCES[name])(csrf_exempt(answered))


def _unknown(name: str) -> dict[str, str]:
    """Refuse what is misspelt, else it would be taken for not asked."""
    message = gettext("Isian ini tidak dikenal di sini.")
    return {"place": f"query.{name[:LONGEST_NAME]}", "message": message}
