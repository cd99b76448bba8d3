"""How people come in: by an invitation, never by signing themselves up."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import User
from naungan.web.language import keep_first


WRONG_CODE: Final = _(
    "Kode tidak cocok. Tulis kode yang sekarang tampil di aplikasi, atau kode "
    "pemulihan yang belum dipakai."
)
# The next page itself shows that one is in.
SAID_BY_THE_PAGE: Final = frozenset({"account/messages/logged_in.txt"})


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """The account pages of the library, without the door for strangers."""

    error_messages: ClassVar[Mapping[str, Promise | str]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Surel atau kata sandi tidak cocok. Periksa keduanya; huruf besar dan "
            "huruf kecil dibedakan."
        ),
        "incorrect_password": _("Kata sandi tidak cocok dengan akun Anda."),
        "enter_current_password": _("Kata sandi sekarang tidak cocok."),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan dari alamat ini. Tunggu satu menit, lalu coba lagi."
        ),
        "incorrect_code": WRONG_CODE,
        "rate_limited": _("Terlalu banyak percobaan. Tunggu beberapa menit."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up; an invitation makes the person."""
        del request
        return False

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Say to whoever knows the password of a closed account that it is closed."""
        del user
        return render(request, "account/account_inactive.html", status=403)

    def format_email_subject(self, subject: str) -> str:
        """Name the application before the subject of a letter."""
        return f"Naungan: {subject}"

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *rest: Any,
        **named: Any,
    ) -> None:
        """Say what happened on the next page, unless that page says it itself."""
        if message_template not in SAID_BY_THE_PAGE:
            super().add_message(request, level, message_template, *rest, **named)

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, Any]
    ) -> None:
        """Write a letter in the language of whoever receives it."""
        reader = context.get("user")
        language = reader.language if isinstance(reader, User) else None
        with translation.override(language or translation.get_language()):
            super().send_mail(template_prefix, email, context)


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step of the library, in our words."""

    error_messages: ClassVar[Mapping[str, Promise | str]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
    }


def let_in(request: HttpRequest, user: User, then: str) -> HttpResponse:
    """Sign in a person who just proved their password, second step included."""
    keep_first(user)
    # The password was typed a moment ago: pages that ask for it again need not.
    record_authentication(request, user, method="password", reauthenticated=True)
    response: HttpResponse = perform_login(request, user, redirect_url=then)
    return response


def address_tried(
    request: HttpRequest | None, credentials: Mapping[str, Any] | None
) -> str | None:
    """Give the address that a sign-in names, for counting wrong passwords by it.

    The form's field and the library's credentials name it differently; without it a
    whole office behind one network address would be locked out together.
    """
    given: Mapping[str, Any] = credentials or {}
    named = given.get("email") or given.get("username")
    if named is None and request is not None:
        named = request.POST.get("login")
    return str(named).lower() if named else None
