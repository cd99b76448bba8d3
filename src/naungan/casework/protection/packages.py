"""Which programmes a scheme pays for: a package is whole, none is added to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused


@dataclass(frozen=True)
class Package:
    """Exactly these programmes, for a self-employed person or a wage earner."""

    code: str
    label: str
    segment: str
    programmes: tuple[str, ...]


PACKAGES: Final = {
    one.code: one
    for one in (
        Package("two", _("JKK dan JKM"), "BPU", ("JKK", "JKM")),
        Package("three", _("JKK, JKM, dan JHT"), "BPU", ("JKK", "JKM", "JHT")),
        Package(
            "two_of_honorarium",
            _("JKK dan JKM atas honorarium"),
            "PU",
            ("JKK", "JKM"),
        ),
    )
}
"""Every package by its code."""

VULNERABLE: Final = ("vulnerable", "extreme_poor")
"""Categories whose package is JKK and JKM unless another one is chosen by name."""


def check(code: str, programmes: Iterable[str]) -> None:
    """Refuse programmes that are not exactly those of a package."""
    package = PACKAGES[code]
    if tuple(programmes) != package.programmes:
        raise ActRefused(
            "Paket ini tidak dapat ditambah atau dikurangi; pilih paket yang lain."
        )
