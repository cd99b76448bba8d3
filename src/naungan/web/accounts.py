"""How people come in: by an invitation, never by signing themselves up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse

from naungan.casework.accounts.models import User


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """The account pages of the library, without the door for strangers."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up; an invitation makes the person."""
        del request
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> Any:
        """Go on to the page that was asked for, else home."""
        return super().get_login_redirect_url(request)


def let_in(request: HttpRequest, user: User, then: str) -> HttpResponse:
    """Sign in a person who just proved their password, second step included."""
    # The password was typed a moment ago: pages that ask for it again need not.
    record_authentication(request, user, method="password", reauthenticated=True)
    response: HttpResponse = perform_login(request, user, redirect_url=then)
    return response
