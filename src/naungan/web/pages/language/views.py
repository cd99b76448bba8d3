"""The switch between Indonesian and English."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST
from django.views.i18n import LANGUAGE_QUERY_PARAMETER, set_language

from naungan.web.audience import PUBLIC, audience
from naungan.web.language import keep
from naungan.web.page import Page


@audience(PUBLIC)
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Change the language of this browser and of the person who signed in."""
    keep(request.user, request.POST.get(LANGUAGE_QUERY_PARAMETER, ""))
    return set_language(request)


PAGE = Page(code="language", urls=(path("bahasa", choose, name="language"),))
