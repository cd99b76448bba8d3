"""Settings of the office for cases, shipped and changed in `NAUNGAN_HOME`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings as django_settings

from naungan.lib.errors import InputRefused


SHIPPED: Final = Path(__file__).with_name("compliance.toml")


@dataclass(frozen=True)
class Settings:
    """How many days apart two visits to one employer are still near each other."""

    overlap_days: int


def settings() -> Settings:
    """Read the settings, with what this office changed in its own file."""
    return read(Path(django_settings.HOME.path) / SHIPPED.name)


def read(own: Path) -> Settings:
    """Read the shipped settings, and over them those of an office's own file."""
    changed: dict[str, Any] = {}
    if own.exists():
        changed = tomllib.loads(own.read_text(encoding="utf-8"))
    found = {**_shipped(), **changed}
    days = found["overlap_days"]
    if set(found) != {"overlap_days"} or not isinstance(days, int) or days < 0:
        raise InputRefused(f"{own}: overlap_days seharusnya banyaknya hari.")
    return Settings(days)


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
