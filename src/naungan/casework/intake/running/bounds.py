"""How much a run may change before somebody must look: bounds with their reasons."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from naungan.lib.errors import InputRefused


SHIPPED: Final = Path(__file__).with_name("bounds.toml")
PEOPLE: Final = "people"
"""The bound below which no other one speaks: so many people."""


@dataclass(frozen=True)
class Bound:
    """The most that a change may be, and why: percent, points, months or people."""

    code: str
    most: int
    reason: str
    reason_en: str


def bounds() -> dict[str, Bound]:
    """Read every bound, with what this office changed in its own file."""
    return read(Path(settings.HOME.path) / SHIPPED.name)


def read(own: Path) -> dict[str, Bound]:
    """Read the shipped bounds, and over them those of an office's own file."""
    found = dict(shipped())
    if not own.exists():
        return found
    try:
        changed = tomllib.loads(own.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputRefused(f"{own}: bukan TOML yang benar ({error}).") from None
    for code, given in changed.items():
        if code not in found:
            raise InputRefused(f"{own}: batas {code} tidak dikenal.")
        found[code] = _changed(own, found[code], given)
    return found


def _changed(own: Path, bound: Bound, given: Any) -> Bound:
    most = given.get("most") if isinstance(given, dict) else None
    if isinstance(most, bool) or not isinstance(most, int) or most < 0:
        raise InputRefused(f"{own}: {bound.code}.most seharusnya bilangan bulat.")
    return replace(bound, most=most)


@cache
def shipped() -> dict[str, Bound]:
    """Read the bounds that come with the program."""
    content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    return {code: Bound(code, **given) for code, given in content.items()}
