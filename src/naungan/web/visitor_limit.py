"""How often somebody without an account may try codes: counted by network address."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naungan.casework.accounts import request_counts
from naungan.lib.numbers import is_number
from naungan.web.programs.request_limit import address_of


UNDER: Final = ("/jawab/", "/surat/", "/hadir/")
MOST: Final = 30  # in a minute
MOST_BYTES: Final = 52 << 20  # five papers of ten megabytes, and the rest of the form


class VisitorLimit:
    """Refuse whoever opens pages behind codes too often within a minute.

    A code has too many signs to be found by trying; this keeps even the trying small.
    What is announced as too large is refused before it is read. No search engine
    keeps such a page.
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
        elif _length(request) > MOST_BYTES:
            response = render(request, "reply/too_large.html", status=413)
        else:
            response = self._get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response


def _length(request: HttpRequest) -> int:
    written = request.META.get("CONTENT_LENGTH") or "0"
    return int(written) if is_number(written) else 0
