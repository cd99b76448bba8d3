"""Pages for what went wrong: forged forms, missing pages, faults of ours."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naungan.lib.errors import Refusal
from naungan.web.form_page import said


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that did not come from our own page, or came too late."""
    del reason
    return render(request, "expired.html", status=403)


class RefusalPage:
    """Say why an act was refused where its own page did not: never a fault of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way to the page."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self._get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Show the sentence of a refusal; anything else is somebody else's to answer."""
        if not isinstance(exception, Refusal):
            return None
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "unmet.html", {"why": said(exception)}, status=status)
