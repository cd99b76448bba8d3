"""The address that a supervisor asks whether the office answers."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from naungan.web.audience import PUBLIC, audience
from naungan.web.page import Page


@audience(PUBLIC)
def health(request: HttpRequest) -> HttpResponse:
    """Answer `ok` when the database answers too."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


PAGE = Page(code="health", urls=(path("sehat", health, name="health"),))
