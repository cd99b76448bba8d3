"""How letters leave the office: by a mail server, or as files for the administrator."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from naungan.lib.errors import InputRefused


PORTS: Final = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True)
class Mail:
    """The mail server of the settings."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False


def of_url(url: str) -> Mail:
    """Read `smtp://`, `smtp+tls://` or `smtps://`; nothing means files in the home."""
    if not url:
        return Mail("django.core.mail.backends.filebased.EmailBackend")
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise InputRefused(
            "NAUNGAN_MAIL_URL seharusnya smtp+tls://pengguna:sandi@host:587, "
            "smtps://… atau smtp://…."
        )
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp+tls",
        is_tls=parts.scheme == "smtps",
    )
