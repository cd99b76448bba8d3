"""The database of the settings, from one address."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from naungan.lib.errors import InputRefused


SCHEMES = ("postgresql", "postgres")


def of_url(url: str) -> dict[str, Any]:
    """Read a PostgreSQL address; a host with slashes is the folder of a socket.

    Query options such as `sslmode` go to the driver. Other databases are refused:
    the office relies on row-level security and triggers.
    """
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or not parts.path.strip("/"):
        raise InputRefused(
            "DATABASE_URL seharusnya postgresql://pengguna:sandi@host:5432/nama."
        )
    # A percent-encoded folder must not pass through `hostname`, which lowers it.
    place = parts.netloc.rpartition("@")[2]
    host, _, port = place.rpartition(":") if ":" in place else (place, "", "")
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host) or options.pop("host", ""),
        "PORT": port,
        "OPTIONS": options,
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
