"""How people come in: by an invitation, never by signing themselves up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """The account pages of the library, without the door for strangers."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up; an invitation makes the person."""
        del request
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> Any:
        """Go on to the page that was asked for, else home."""
        return super().get_login_redirect_url(request)
