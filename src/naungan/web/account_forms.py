"""The forms of the account pages in our words: labels above, nothing inside the field."""

import hashlib
from typing import Any, ClassVar, Final

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings as mfa
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import (
    AuthenticateForm,
    ReauthenticateForm as ReauthenticateCodeForm,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _


EMAIL: Final = _("Surel")
PASSWORD: Final = _("Kata sandi")
NEW: Final = _("Kata sandi baru")
AGAIN: Final = _("Kata sandi baru, sekali lagi")
LENGTH: Final = _("Paling sedikit 12 huruf atau angka.")
CODE: Final = _("Kode")
Words = dict[str, tuple[Any, Any]]  # of each field, its label and its hint


class Worded:
    """Our label and hint for each field of a form of the library."""

    words: ClassVar[Words] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *given: Any, **named: Any) -> None:
        """Put our words where the library put its own."""
        super().__init__(*given, **named)
        for name, field in self.fields.items():
            label, hint = self.words.get(name, (field.label, ""))
            field.label, field.help_text = label, hint
            field.widget.attrs.pop("placeholder", None)
            if name == "code":
                field.widget.attrs.update(
                    {"class": "short", "autocapitalize": "none", "spellcheck": "false"}
                )


class SignIn(Worded, LoginForm):  # type: ignore[misc]
    """Address and password."""

    words: ClassVar[Words] = {"login": (EMAIL, ""), "password": (PASSWORD, "")}


class ForgottenPassword(Worded, ResetPasswordForm):  # type: ignore[misc]
    """The address to which the link goes."""

    words: ClassVar[Words] = {"email": (EMAIL, "")}


class NewPassword(Worded, ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password behind the link of the letter."""

    words: ClassVar[Words] = {"password1": (NEW, LENGTH), "password2": (AGAIN, "")}


class OtherPassword(Worded, ChangePasswordForm):  # type: ignore[misc]
    """The password of now and the new one."""

    words: ClassVar[Words] = {
        "oldpassword": (_("Kata sandi sekarang"), ""),
        "password1": (NEW, LENGTH),
        "password2": (AGAIN, ""),
    }


class PasswordAgain(Worded, ReauthenticateForm):  # type: ignore[misc]
    """The password, before something delicate."""

    words: ClassVar[Words] = {"password": (PASSWORD, "")}


class Once:
    """A code of the application opens once, for as long as it is believed.

    The library forgets a used code after one step of time; since the steps beside the
    present one count too, it would open again (RFC 6238 §5.2: it must not).
    """

    user: Any
    authenticator: Authenticator
    cleaned_data: dict[str, str]

    def clean_code(self) -> str:
        """Refuse a code that opened before; keep one that opens now."""
        typed = normalize_user_code(self.cleaned_data["code"]).encode()
        key = f"naungan.code.{self.user.pk}.{hashlib.sha256(typed).hexdigest()}"
        if cache.get(key):
            raise get_adapter().validation_error("incorrect_code")
        code: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:
            steps = 2 * mfa.TOTP_TOLERANCE + 1
            cache.set(key, "y", timeout=steps * mfa.TOTP_PERIOD)
        return code


class CodeAtSignIn(Once, Worded, AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""

    words: ClassVar[Words] = {
        "code": (
            CODE,
            _("Enam angka dari aplikasi di telepon, atau satu kode pemulihan."),
        )
    }


class CodeAgain(Once, Worded, ReauthenticateCodeForm):  # type: ignore[misc]
    """The code, before something delicate."""

    words: ClassVar[Words] = CodeAtSignIn.words


class FirstCode(Worded, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new application, which proves that it works."""

    words: ClassVar[Words] = {"code": (CODE, _("Enam angka yang tampil di aplikasi."))}
