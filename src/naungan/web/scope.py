"""Every request runs in one transaction in which the database knows who asks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from naungan.casework.accounts import scope


SESSION_USER = "_auth_user_id"


class ScopedTransaction:
    """Open the transaction of a request before anything reads a guarded table.

    The person is taken from the session; the appointment, and with it the reach,
    is entered by the gate once the page and the person are known.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way to the page."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside the transaction."""
        signed_in = request.session.get(SESSION_USER)
        with scope.transaction_of(int(signed_in) if signed_in else None):
            return self._get_response(request)
