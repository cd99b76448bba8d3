"""How often programs may ask: counted before anything else is done for them."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from naungan.casework.accounts import request_counts
from naungan.web.programs.bearer import key_of
from naungan.web.programs.problem import TOO_MANY, problem


UNDER: Final = "/api/"


class RequestLimit:
    """Refuse whoever asks the interface for programs too often within a minute.

    Whoever has a key is counted by it; beside it every network address is counted, so
    that invented keys help nobody. A proxy in front of the office writes the address
    of its visitor last; without one, nobody is believed about theirs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way to the answer."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Count, then pass on or refuse."""
        if not request.path.startswith(UNDER):
            return self._get_response(request)
        most = _most(request)
        found = request_counts.counted(most)
        if any(found[asker] > most[asker] for asker in most):
            refused = problem(TOO_MANY)
            refused["Retry-After"] = str(request_counts.seconds_left())
            return refused
        return self._get_response(request)


def _most(request: HttpRequest) -> dict[str, int]:
    """Give every asker of a request and how often each may ask in a minute."""
    limits = settings.API_LIMITS
    code = key_of(request)
    if not code:
        return {f"address {address_of(request)}": limits["address"]}
    return {
        f"address {address_of(request)}": limits["address_with_key"],
        f"key {code}": limits["key"],
    }


def address_of(request: HttpRequest) -> str:
    """Give the network address that asks, as far as it can be believed."""
    if settings.SECURE_PROXY_SSL_HEADER is not None:
        passed_on = request.headers.get("X-Forwarded-For", "").split(",")
        if passed_on[-1].strip():
            return passed_on[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
