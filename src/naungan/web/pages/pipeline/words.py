"""The rungs of the funnel in words of the page's language."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


RUNG: Final[dict[str, Promise | str]] = {
    "discovered": _("ditemukan, belum disurati"),
    "notified": _("disurati"),
    "visited": _("dikunjungi"),
    "escalated": _("diteruskan ke lembaga lain"),
    "settled": _("dipenuhi"),
    "denied": _("dicatat dipenuhi, data membantah"),
    "dropped": _("ditutup tanpa dipenuhi"),
}
"""Where a case stands now."""
REACHED: Final[dict[str, Promise | str]] = {
    "discovered": _("ditemukan"),
    "notified": _("disurati"),
    "visited": _("dikunjungi"),
    "escalated": _("diteruskan"),
    "settled": _("dicatat dipenuhi"),
}
"""How far cases ever came."""
IDLE: Final = (
    _("sampai 14 hari"),
    _("15–30 hari"),
    _("31–90 hari"),
    _("lebih dari 90 hari"),
)
