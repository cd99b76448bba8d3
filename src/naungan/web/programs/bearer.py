"""Letting a program in: its key gives the scope, as an appointment does for people.

Nothing else opens the interface for programs: no session, no cookie. So no page of
another site can make a browser ask in somebody's name.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse

from naungan.casework.accounts import scope, tokens
from naungan.casework.accounts.models import ApiToken
from naungan.web.programs.problem import NO_KEY, NO_POWER, problem
from naungan.web.request import ScopedRequest


SCHEME: Final = "bearer"
LONGEST: Final = 200


class KeyRequest(ScopedRequest):
    """A request of a program, let in by its key."""

    token: ApiToken


def key_of(request: HttpRequest) -> str:
    """Give the key that a request carries; empty where it carries none."""
    scheme, _, code = request.headers.get("Authorization", "").partition(" ")
    code = code.strip()
    fits = code.isascii() and 0 < len(code) <= LONGEST
    return code if scheme.lower() == SCHEME and fits else ""


def enter(request: HttpRequest, power: str | None) -> HttpResponse | None:
    """Enter the scope of the key; a refusal where there is none or it lacks a power."""
    request.scope = None  # type: ignore[attr-defined]
    scope.tell(None, None, every=False)  # whatever a session said does not count here
    code = key_of(request)
    token = tokens.opened(code) if code else None
    if token is None:
        return problem(NO_KEY)
    reach = tokens.scope_of(token)
    scope.enter(reach)
    if power is not None and not reach.may(power):
        return problem(NO_POWER, needed=power)
    tokens.note_use(token)
    request.scope = reach  # type: ignore[attr-defined]
    request.token = token  # type: ignore[attr-defined]
    return None
