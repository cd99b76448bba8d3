"""How often somebody without an account may try codes: counted by network address."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naungan.casework.accounts import request_counts
from naungan.web.programs.request_limit import address_of


UNDER: Final = ("/jawab/", "/surat/")
MOST: Final = 30  # in a minute


class VisitorLimit:
    """Refuse whoever opens pages behind codes too often within a minute.

    A code has too many signs to be found by trying; this keeps even the trying small.
    No search engine keeps such a page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way to the answer."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Count, then pass on or refuse."""
        if not request.path.startswith(UNDER):
            return self._get_response(request)
        asker = f"visitor {address_of(request)}"
        if request_counts.counted([asker])[asker] > MOST:
            response = render(request, "429.html", status=429)
            response["Retry-After"] = str(request_counts.seconds_left())
        else:
            response = self._get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response
