"""Which programmes a scheme pays for: a package is whole, none is added to it."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _


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
