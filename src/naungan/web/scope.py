"""Every request runs in one transaction in which the database knows who asks."""

import contextlib
from collections.abc import Callable

from django.contrib.auth import get_user
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve

from naungan.casework.accounts import scope
from naungan.casework.intake import door
from naungan.web.arrival import TAKERS
from naungan.web.audience import audience_of, entered, needs_second_step
from naungan.web.programs import bearer


SESSION_USER = "_auth_user_id"


class ScopedTransaction:
    """Open the transaction of a request before anything reads a guarded table.

    The person is taken from the session; the appointment, and with it the reach,
    is entered by the gate once the page and the person are known. Files come in
    before: a slow sender holds a place on the disk, and no transaction.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way to the page."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside the transaction."""
        signed_in = request.session.get(SESSION_USER)
        person = int(signed_in) if signed_in else None
        with contextlib.ExitStack() as held:
            sent = _sends_files(request)
            if sent is not None:
                with scope.transaction_of(person):
                    is_awaited = _may_send(request, sent)
                if is_awaited:
                    held.enter_context(TAKERS[sent.view_name](request))
            with scope.transaction_of(person), door.asking_once():
                return self._get_response(request)


def _sends_files(request: HttpRequest) -> ResolverMatch | None:
    """Find the address to which files are sent; None for every other request."""
    if request.method != "POST":
        return None
    with contextlib.suppress(Http404):
        match = resolve(request.path_info)
        return match if match.view_name in TAKERS else None
    return None


def _may_send(request: HttpRequest, match: ResolverMatch) -> bool:
    """Tell whether the gate will let this request through: else nothing is read of it."""
    declared = audience_of(match)
    if declared is None or declared.power is None:
        return False
    if declared.code == "key":
        return bearer.enter(request, declared.power) is None
    request.user = get_user(request)
    reach = entered(request)
    second = needs_second_step(request, reach, match.view_name)
    return reach is not None and reach.may(declared.power) and not second
