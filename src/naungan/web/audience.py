"""Who may open which page: declared on every view, checked before it runs.

A view says its audience with the decorator `audience`; pages of libraries are
listed by the name of their address. A page without a declaration is an error of
ours and is never served.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import ResolverMatch, reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment, User
from naungan.web.programs import bearer


@dataclass(frozen=True)
class Audience:
    """Everybody, everybody signed in, whoever has a power, or programs with a key."""

    code: str
    power: str | None = None


PUBLIC: Final = Audience("public")
SIGNED_IN: Final = Audience("signed_in")
NOBODY: Final = Audience("nobody")
OF_LIBRARIES: Final = {
    "account_signup": NOBODY,
    "account_email": NOBODY,
    "account_email_verification_sent": NOBODY,
    "account_confirm_email": NOBODY,
    "account_set_password": NOBODY,
    "account_inactive": NOBODY,
    "account_confirm_login_code": NOBODY,
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_change_password": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
}
"""Pages that a library brings, by the name of their address."""

APPOINTMENT: Final = "appointment"
SECOND_STEP: Final = frozenset({"manage_people", "unmask", "approve", "see_looks"})
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def whoever_may(power: str) -> Audience:
    """Give the audience of a power."""
    return Audience("power", power)


def programs_that_may(power: str | None) -> Audience:
    """Give the audience of programs whose key has a power, or of all with a key."""
    return Audience("key", power)


def audience(declared: Audience) -> Callable[[View], View]:
    """Declare on a view who may open it."""

    def declare(view: View) -> View:
        view.audience = declared  # type: ignore[attr-defined]
        return view

    return declare


def audience_of(match: ResolverMatch) -> Audience | None:
    """Find the audience of an address; None where nobody declared it."""
    declared: Audience | None = getattr(match.func, "audience", None)
    return declared or OF_LIBRARIES.get(match.view_name)


class AudienceGate:
    """Let a request through to the views that its person may open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way to the page."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; what a signed-in person saw stays in no cache of the browser."""
        response = self._get_response(request)
        if request.user.is_authenticated or hasattr(request, "token"):
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Enter the scope of the person, then refuse, redirect or let through."""
        del view, args, kwargs
        match = request.resolver_match
        assert match is not None
        declared = audience_of(match)
        if declared is None:
            raise ImproperlyConfigured(f"{match.route}: no audience declared")
        if declared == NOBODY:
            raise Http404
        if declared.code == "key":
            return bearer.enter(request, declared.power)
        reach = entered(request)
        if declared == PUBLIC:
            return None
        if not request.user.is_authenticated:
            asked = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('account_login')}?{asked}")
        if needs_second_step(request, reach, match.view_name):
            return redirect("mfa_activate_totp")
        if declared.power is not None and not (reach and reach.may(declared.power)):
            return render(
                request, "refused.html", {"power": declared.power}, status=403
            )
        return None


def needs_second_step(
    request: HttpRequest, reach: scope.Scope | None, name: str
) -> bool:
    """Tell whether the powers of this person ask for a second step not yet set up.

    Powers over people and over unmasked data do; in a demonstration nobody has a
    phone at hand, so nobody is asked.
    """
    if settings.DEMO or reach is None or name in OF_LIBRARIES:
        return False
    if not reach.powers & SECOND_STEP:
        return False
    return not request.appointment.has_second_step  # type: ignore[attr-defined]


def entered(request: HttpRequest) -> scope.Scope | None:
    """Find in which appointment the person works and tell the database."""
    request.scope = None  # type: ignore[attr-defined]
    if not isinstance(request.user, User) or not request.user.is_active:
        # The session named somebody whom it no longer proves.
        scope.tell(None, None, every=False)
        return None
    appointment = chosen(request, request.user)
    if appointment is None:
        return None
    reach = scope.of_appointment(appointment)
    scope.enter(reach)
    request.scope = reach  # type: ignore[attr-defined]
    request.appointment = appointment  # type: ignore[attr-defined]
    return reach


def chosen(request: HttpRequest, user: User) -> Appointment | None:
    """Give the appointment that the person chose, else the first that holds today.

    Whether the person set up a second step comes along: every page asks for it.
    """
    steps = Authenticator.objects.filter(
        user_id=OuterRef("user_id"), type=Authenticator.Type.TOTP
    )
    held = list(
        scope.open_appointments(user, clock.today()).annotate(
            has_second_step=Exists(steps)
        )
    )
    request.held = held  # type: ignore[attr-defined]
    wanted = request.session.get(APPOINTMENT)
    return next((one for one in held if one.pk == wanted), held[0] if held else None)
